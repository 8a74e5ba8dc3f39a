// The template of a source format: recognises its own bytes and turns them into entries, however they are cut.
import type { Unit } from '../new.ts'

export function format(name: string): Unit {
  const unit = `// Lines of \`step name value\` after a first line \`#${name}\`. (Say here what the layout is and who writes it.)

import type { Emit } from '../record/entry.ts'
import { defineFormat, type Reader } from './format.ts'

const FIRST = '#${name}'
/** Longer lines are damage; they are stepped over so that one cannot fill the memory. */
const LONGEST = 65_536

export default defineFormat({
  name: '${name}',
  title: '${name}',
  recognises: (head) => head.text.startsWith(\`\${FIRST}\\n\`),
  open: (emit) => lines((line) => point(line, emit)),
})

function lines(take: (line: string) => void): Reader {
  const decoder = new TextDecoder()
  let rest = ''
  return {
    push(chunk) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\\n')
      rest = parts.pop()!.slice(0, LONGEST)
      for (const part of parts) if (part.length < LONGEST) take(part)
    },
    // a last line without its end may be half a number: it is no point
    end() {},
  }
}

function point(line: string, emit: Emit): void {
  const [step, name, value] = line.split(' ')
  if (name === undefined || value === undefined || !/^\\d{1,15}$/.test(step ?? '')) return
  emit({ kind: 'point', name, value: Number(value), step: Number(step) })
}
`
  const test = `import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../record/entry.ts'
import format from './${name}.ts'

const TEXT = '#${name}\\n0 loss 2.5\\n1 loss 1.25\\n2 loss NaN\\n'

function read(bytes: Uint8Array, cuts: readonly number[]): Entry[] {
  const out: Entry[] = []
  const head = { bytes, text: new TextDecoder().decode(bytes), name: 'x' }
  const reader = format.open((entry) => out.push(entry), head)
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    reader.push(bytes.subarray(from, cut))
    from = Math.max(from, cut)
  }
  reader.push(bytes.subarray(from))
  reader.end()
  return out
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('reads every value, NaN too', () => {
  const points = read(bytesOf(TEXT), [])
  expect(points.map((one) => one.kind === 'point' && [one.step, one.name, one.value])).toEqual([
    [0, 'loss', 2.5],
    [1, 'loss', 1.25],
    [2, 'loss', Number.NaN],
  ])
})

test('reads the same however the bytes are cut, and a truncated tail is no error', () => {
  const whole = read(bytesOf(TEXT), [])
  fc.assert(
    fc.property(fc.array(fc.nat(TEXT.length)), fc.nat(TEXT.length), (cuts, end) => {
      expect(read(bytesOf(TEXT), cuts)).toEqual(whole)
      const head = read(bytesOf(TEXT).subarray(0, end), [])
      expect(whole.slice(0, head.length)).toEqual(head)
    }),
  )
})

test('never throws on garbage', () => {
  fc.assert(fc.property(fc.uint8Array(), fc.string(), (bytes, text) => void [read(bytes, []), read(bytesOf(\`#${name}\\n\${text}\`), [])]))
})
`
  const path = `src/formats/${name}`
  return {
    files: { [`${path}.ts`]: unit, [`${path}.test.ts`]: test },
    words: {
      [`format.${name}.what`]: 'Say who writes such files.',
      [`format.${name}.recognises`]: 'Say by which bytes it is known.',
      [`format.${name}.values`]: 'Say which numbers are read.',
      [`format.${name}.axes`]: 'Say what counts steps and epochs.',
      [`format.${name}.facts`]: 'Say which settings are read.',
      [`format.${name}.not`]: 'Say what is left out.',
    },
    next: [
      'Add a small real file of this layout, written by yourself, to the test; test/unit/readers.test.ts holds the rest.',
    ],
  }
}
