// The template of a check: one question, with a test of two lists.
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
  limits: { points: 3, ratio: 1.5 },
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
  const test = `import { EMPTY, series } from '../../../test/records.ts'
import { examines } from '../../../test/examines.ts'
import check from './${name}.ts'

const run = (name: string, loss: readonly number[]) => ({ ...EMPTY, name, series: [series('loss', 'train', loss)] })

examines(check, {
  ill: [{ record: run('the loss doubles', [1, 1.2, 1.6, 2.1]), finding: '${name}' }],
  well: [run('the loss falls', [2, 1.5, 1.2, 1]), run('two values', [1, 2])],
})
`
  const path = `src/checks/${group}/${name}`
  return {
    files: { [`${path}.ts`]: unit, [`${path}.test.ts`]: test },
    words: {
      room: 'checks',
      sentences: {
        [`claim.${name}`]: '{metric} ends at {last}, above its first {first}.',
        [`clear.${name}`]: '{metric} ends at {last} after {first}.',
      },
    },
    next: [
      'Ask your own question; `needs` is what it cannot do without, `limits` every number that a user may argue with.',
      '`points` says how strongly the finding speaks for each cause, in log-odds; empty, it is shown and not weighed.',
    ],
  }
}
