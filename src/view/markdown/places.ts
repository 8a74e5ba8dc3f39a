// Where findings lie, for Markdown: steps, epochs, layers, lines.

import type { ReportedFinding } from '../../diagnosis/examination.ts'
import { joined } from '../../locales/message.ts'
import type { Speak } from '../../locales/speak.ts'
import { plain } from './escape.ts'

const MOST = 3

/** The places of the findings, each once. */
export function placesOf(findings: readonly ReportedFinding[], say: Speak): readonly string[] {
  return [...new Set(findings.map((one) => place(one, say)).filter((one) => one !== ''))].slice(0, MOST)
}

function place({ where: { steps, epochs, layers, lines } }: ReportedFinding, say: Speak): string {
  const parts: string[] = []
  for (const [axis, range] of [['epoch', epochs] as const, ['step', steps] as const]) {
    if (!range) continue
    const [first, last] = range
    parts.push(say(first === last ? `view.where.${axis}` : `view.where.${axis}s`, { first, last }))
  }
  const names = layers?.slice(0, 4).map((one) => plain(one, 40))
  if (names && names.length > 0) parts.push(say('view.where.layers', { count: names.length, names: names.join(', ') }))
  const numbers = lines?.slice(0, 4)
  if (numbers && numbers.length > 0)
    parts.push(say('view.where.lines', { count: numbers.length, numbers: numbers.join(', ') }))
  return joined(parts, (one, other) => say('view.join', { one, other }))
}
