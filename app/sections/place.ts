// Where findings lie, in words: steps, epochs, layers, lines.

import type { ReportedFinding } from '../../src/diagnosis/examination.ts'
import { joined } from '../../src/locales/message.ts'
import type { Words } from '../words.ts'

const MOST = 3

/** The places of the findings, each once. */
export function placesOf(findings: readonly ReportedFinding[], words: Words): readonly string[] {
  return [...new Set(findings.map((one) => place(one, words)).filter((one) => one !== ''))].slice(0, MOST)
}

export function place({ where }: Pick<ReportedFinding, 'where'>, words: Words): string {
  const { steps, epochs, layers, lines, split } = where
  const parts: string[] = []
  if (epochs) parts.push(range('epoch', epochs, words))
  if (steps) parts.push(range('step', steps, words))
  if (layers && layers.length > 0)
    parts.push(words.say('view.where.layers', { count: layers.length, names: some(layers, words) }))
  if (lines && lines.length > 0)
    parts.push(
      words.say('view.where.lines', {
        count: lines.length,
        numbers: some(
          lines.map((line) => words.number(line)),
          words,
        ),
      }),
    )
  if (split && parts.length > 0) parts.push(words.say(`view.where.split.${split}`))
  return joined(parts, (one, other) => words.say('view.join', { one, other }))
}

function range(axis: 'step' | 'epoch', [from, to]: readonly [number, number], words: Words): string {
  const values = { first: words.number(from), last: words.number(to) }
  return words.say(from === to ? `view.where.${axis}` : `view.where.${axis}s`, values)
}

/** The first few, and how many more. */
export function some(names: readonly string[], words: Words, most = 4): string {
  const list = names.slice(0, most).join(', ')
  return names.length > most ? words.say('view.andMore', { list, count: names.length - most }) : list
}
