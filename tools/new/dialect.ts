// The template of a console dialect: a reader of lines that says which it understood.
import type { Unit } from '../new.ts'

export function dialect(name: string): Unit {
  const unit = `// Lines \`${name}|3|loss|0.25\`. (Say here who prints them.)

import { defineDialect } from '../dialect.ts'

const LINE = /^${name}\\|(\\d{1,15})\\|([^|]{1,80})\\|([^|]{1,30})$/

export default defineDialect({
  name: '${name}',
  title: '${name}',
  turn: 50,
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
import type { Entry } from '../../../record/entry.ts'
import text from '../../text.ts'

function read(log: string) {
  const entries: Entry[] = []
  const bytes = new TextEncoder().encode(log)
  const reader = text.open((entry) => entries.push(entry), { bytes, text: log, name: 'x.log' })
  reader.push(bytes)
  reader.end()
  return entries.flatMap((one) => (one.kind === 'point' ? [[one.name, one.value, one.step]] : []))
}

test('reads its own lines as the text reader meets them', () => {
  expect(read('${name}|3|loss|0.25\\n${name}|4|loss|nan\\n${name}|5|loss|0.125\\n')).toEqual([
    ['loss', 0.25, 3],
    ['loss', Number.NaN, 4],
    ['loss', 0.125, 5],
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
