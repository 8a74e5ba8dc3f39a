// The template of a console dialect: a reader of lines that says which it understood.
import type { Unit } from '../new.ts'

export function dialect(name: string): Unit {
  const unit = `// Lines \`[${name}] step 3 loss 0.25\`. (Say here who prints them.)

import { defineDialect } from '../dialect.ts'

const LINE = /^\\[${name}\\] step (\\d{1,15}) (\\S{1,80}) (\\S{1,30})$/

export default defineDialect({
  name: '${name}',
  title: '${name}',
  open: (sink) => ({
    line({ text }) {
      const match = LINE.exec(text)
      if (!match) return false
      const value = Number(match[3])
      if (Number.isNaN(value) && match[3] !== 'nan') return false
      sink.point(match[2]!, value, { step: Number(match[1]) })
      return true
    },
  }),
})
`
  const test = `import { expect, test } from 'vitest'
import type { TextSink } from '../dialect.ts'
import dialect from './${name}.ts'

function read(...texts: readonly string[]) {
  const points: [string, number, number | undefined][] = []
  const ignore = () => {}
  const sink: TextSink = {
    point: (name, value, at) => points.push([name, value, at?.step]),
    epoch: ignore,
    step: ignore,
    split: ignore,
    run: ignore,
    event: ignore,
    fact: ignore,
    layers: ignore,
    note: ignore,
  }
  const reading = dialect.open(sink)
  const understood = texts.map((text, i) => reading.line({ text, number: i + 1, final: true, prefix: '' }))
  return { points, understood }
}

test('reads its own lines and leaves the others', () => {
  const { points, understood } = read('[${name}] step 3 loss 0.25', 'step 4 loss 0.2', '[${name}] step 5 loss nan')
  expect(understood).toEqual([true, false, true])
  expect(points).toEqual([
    ['loss', 0.25, 3],
    ['loss', Number.NaN, 5],
  ])
})
`
  const path = `src/formats/text/dialects/${name}`
  return {
    files: { [`${path}.ts`]: unit, [`${path}.test.ts`]: test },
    next: [
      'Only layouts that the general reader cannot read need a dialect; no expression may backtrack over a long line.',
    ],
  }
}
