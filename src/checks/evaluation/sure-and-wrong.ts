// On which rows of the training is the model sure of another class than the label says?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { rowTable } from '../data-beside.ts'

export default defineCheck({
  name: 'sure-and-wrong',
  group: 'evaluation',
  needs: ['exampleLosses'],
  helps: ['confusion'],
  limits: {
    rows: 60, // rows below which a share says little
    some: 0.01, // share of rows that the model contradicts with a probability above 0.9
    errors: 0.35, // and what part of all its errors these make
    wrong: 4, // such rows, at least
  },
  examine({ exampleLosses, confusion }, limits) {
    const one = exampleLosses.find((own) => own.split === 'train')
    if (one?.measure !== 'log-loss') return irrelevant('no-train-predictions')
    if (one.count < limits.rows) return irrelevant('few-predictions')
    const accuracy = confusion?.find((own) => own.split === 'train')?.accuracy
    const errors = accuracy === undefined ? 1 : 1 - accuracy
    const { sureAndWrong: share, humps } = one
    const values = { share, rows: Math.round(share * one.count), of: one.count, errors, humps: humps?.upper ?? null }
    const many = share >= limits.some && values.rows >= limits.wrong && share >= limits.errors * errors
    if (!many) return clear(values, { 'label-noise': errors < limits.some ? 0 : 0.8, 'conflicting-labels': 0.5 })
    const worst = one.worst.slice(0, 10)
    return found(
      finding({
        id: humps ? 'two-humps' : 'sure-and-wrong',
        values,
        where: { split: 'train' },
        exhibits: [
          { kind: 'histogram', title: 'exhibit.example-losses', ...one.histogram },
          rowTable(
            'exhibit.worst-examples',
            worst.map((own) => own.ref),
            worst.map((own) => [own.truth, own.predicted, own.probability ?? null, own.loss]),
            ['label', 'predicted', 'p', 'loss'],
          ),
        ],
        points: { 'label-noise': 3.4, 'conflicting-labels': humps ? 1.8 : 1, healthy: -1 },
        ground: 'examples/loss',
      }),
    )
  },
})
