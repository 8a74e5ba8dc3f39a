// Does one class outweigh another in the training data?

import type { LabelCount } from '../../record/data-tables.ts'
import type { RunRecord } from '../../record/run.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { heldOutOrTrain, shareAtEnd } from '../curves.ts'
import { beside, seenAs, suffers } from '../data-beside.ts'

export default defineCheck({
  name: 'class-shares',
  group: 'data',
  needs: ['labels', 'run'],
  helps: [],
  limits: {
    notable: 4, // rows of the largest class to one of the smallest, worth a word
    uneven: 10, // from which rare classes are lost without weights
    near: 0.02, // distance of an accuracy from the largest share that is the largest share
    behind: 0.12, // recall by which the rarest class stays behind the accuracy where it is lost
    classes: 200, // beyond so many classes some are always rare
  },
  examine({ labels, run }, limits) {
    const split = labels.some((one) => one.split === 'train') ? 'train' : labels[0]?.split
    const own = labels.filter((one) => one.split === split && one.rows > 0).sort((a, b) => b.rows - a.rows)
    if (own.length < 2 || own.length > limits.classes) return irrelevant('no-classes')
    const [most, least] = [own[0]!, own.at(-1)!]
    const total = own.reduce((sum, one) => sum + one.rows, 0)
    const [ratio, share] = [most.rows / least.rows, most.rows / total]
    const values = {
      most: most.label,
      rows: most.rows,
      least: least.label,
      few: least.rows,
      ratio,
      share,
      classes: own.length,
    }
    if (ratio < limits.notable) return clear(values, { 'class-imbalance': 3 })
    const uneven = ratio >= limits.uneven
    const { weight, shown } = beside(
      run,
      uneven ? 5.4 : 2.4,
      (one) => guessesLargest(one, share, limits.near) || suffers(one) || losesRare(one, least.label, limits.behind),
    )
    return found(
      finding({
        id: uneven ? 'classes-uneven' : 'classes-somewhat-uneven',
        values,
        exhibits: [classBars(labels)],
        points: { 'class-imbalance': weight },
        ...(uneven ? seenAs('class-imbalance', { weight, shown }) : {}),
        ground: 'data/classes',
      }),
    )
  },
})

/** Whether the rarest class of the training is found less often than the others in held-out rows. */
function losesRare({ tables }: RunRecord, rarest: string, behind: number): boolean {
  const held = (tables.confusion ?? []).filter((one) => one.split !== 'train')
  return held.some((one) => {
    const recall = one.recall[one.classes.indexOf(rarest)]
    return recall !== undefined && one.accuracy - recall > behind
  })
}

/** Whether the accuracy is that of always naming the largest class. */
function guessesLargest(run: RunRecord, share: number, near: number): boolean {
  const reached = shareAtEnd(heldOutOrTrain(run.series.filter((one) => one.metric === 'accuracy')))
  return reached !== undefined && Math.abs(reached - share) < near
}

const SHOWN = 20

function classBars(labels: readonly LabelCount[]) {
  const splits = [...new Set(labels.map((one) => one.split))]
  const names = [...new Set(labels.map((one) => one.label))].slice(0, SHOWN)
  const rows = names.map((name) => [
    name,
    ...splits.map((split) => labels.find((one) => one.split === split && one.label === name)?.rows ?? 0),
  ])
  return { kind: 'table', title: 'exhibit.class-counts', columns: ['class', ...splits], rows } as const
}
