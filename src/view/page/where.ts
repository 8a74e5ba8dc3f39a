// Says where findings lie: steps, epochs, layers, split, lines, and the quoted words.

import type { ReportedFinding } from '../../diagnosis/examination.ts'
import { joined } from '../../locales/message.ts'
import { type Sheet, some } from './sheet.ts'

const MOST_QUOTES = 2

/** One line for the places that the findings share out among them, then the quotes; empty where none is known. */
export function where(findings: readonly ReportedFinding[], on: Sheet): string[] {
  const places = new Set(findings.map((finding) => place(finding, on)).filter((one) => one !== ''))
  const quotes = new Set<string>()
  for (const finding of findings)
    for (const exhibit of finding.exhibits)
      if (exhibit.kind === 'quote')
        quotes.add(on.say('view.quote', { text: on.line(exhibit.text, 120), where: on.line(exhibit.where, 60) }))
  return [...[...places].slice(0, 3), ...[...quotes].slice(0, MOST_QUOTES)]
}

function place(finding: ReportedFinding, on: Sheet): string {
  const { steps, epochs, layers, lines } = finding.where
  const parts: string[] = []
  if (epochs) parts.push(range('epoch', epochs, on))
  if (steps) parts.push(range('step', steps, on))
  if (layers && layers.length > 0) {
    const names = some(
      on,
      layers.map((layer) => on.line(layer, 40)),
      4,
    )
    parts.push(on.say('view.where.layers', { count: layers.length, names }))
  }
  // a quote names its line itself
  if (lines && lines.length > 0 && !finding.exhibits.some((exhibit) => exhibit.kind === 'quote'))
    parts.push(on.say('view.where.lines', { count: lines.length, numbers: some(on, lines.map(on.number), 4) }))
  // a split alone says nothing that the claim does not say
  if (finding.where.split && parts.length > 0) parts.push(on.say(`view.where.split.${finding.where.split}`))
  return joined(parts, (one, other) => on.say('view.join', { one, other }))
}

function range(axis: 'step' | 'epoch', [from, to]: readonly [number, number], on: Sheet): string {
  const values = { first: on.number(from), last: on.number(to) }
  if (from === to) return on.say(`view.where.${axis}`, values)
  return on.say(`view.where.${axis}s`, values)
}
