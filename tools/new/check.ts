// The template of a check: one question, with its lists of ill and well runs.
import type { Unit } from '../new.ts'

export function check(name: string, group = 'reading'): Unit {
  const unit = `// Does the training loss end above where it began? (Put your question here; it opens the file.)

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, main } from '../curves.ts'

export default defineCheck({
  name: '${name}',
  group: '${group}',
  needs: ['loss'],
  helps: [],
  limits: {
    points: 3, // values of the loss, at least
    ratio: 1.5, // last loss over the first
  },
  examine({ loss }, limits) {
    const series = main(loss, 'train')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    const { first, last } = ends(series.value)
    const values = { metric: series.name, first, last }
    if (!(last > limits.ratio * first)) return clear(values)
    return found(
      finding({
        id: '${name}',
        values,
        exhibits: [curveExhibit('loss', [series])],
        points: {},
        ground: 'loss/train/level',
      }),
    )
  },
})
`
  const test = `import { examines, run } from '../run.fixture.ts'
import check from './${name}.ts'

examines(check, {
  ill: { 'the loss doubles': { run: run().curve('loss', [1, 1.2, 1.6, 2.1]), finds: '${name}' } },
  well: { 'the loss falls': run().curve('loss', [2, 1.5, 1.2, 1]) },
  outside: { 'two values': { run: run().curve('loss', [1, 2]), because: 'few-values' } },
})
`
  const path = `src/checks/${group}/${name}`
  return {
    files: { [`${path}.ts`]: unit, [`${path}.test.ts`]: test },
    words: {
      [`check.${name}`]: 'Does the training loss end above where it began?',
      [`claim.${name}`]: '{metric} ends at {last}, above its first {first}.',
      [`clear.${name}`]: '{metric} ends at {last} after {first}.',
    },
    next: [
      'Ask your own question; `needs` is what it cannot do without, `limits` every number that a user may argue with.',
      '`points` says how strongly the finding speaks for each cause, in log-odds; empty, it is shown and not weighed.',
    ],
  }
}
