// A picture in words: what a plot shows, with rounded numbers, for whoever cannot see it.

import type { Exhibit } from '../../src/checks/finding.ts'
import type { Words } from '../words.ts'

/** Lines of text, the title first. */
export function describe(exhibit: Exhibit, words: Words): readonly string[] {
  switch (exhibit.kind) {
    case 'curve':
      return [exhibit.title, ...curveWords(exhibit, words)]
    case 'histogram': {
      const most = exhibit.counts.indexOf(Math.max(...exhibit.counts))
      const [from, to] = [exhibit.edges[most] ?? Number.NaN, exhibit.edges[most + 1] ?? Number.NaN]
      const all = exhibit.counts.reduce((sum, one) => sum + one, 0)
      return [exhibit.title, words.say('page.words.histogram', { bins: exhibit.counts.length, all, from, to })]
    }
    case 'matrix':
      return [exhibit.title, sizeOf(exhibit, words), ...largest(exhibit, words)]
    case 'table':
      return [exhibit.title, sizeOf(exhibit, words)]
    case 'scatter': {
      const [x, y] = exhibit.names
      const ranges = [rangeOf(x, exhibit.x, words), rangeOf(y, exhibit.y, words)]
      return [exhibit.title, words.say('page.words.scatter', { points: exhibit.x.length, x, y }), ...ranges]
    }
    case 'quote':
      return [`${exhibit.text} (${exhibit.where})`]
    default:
      return [words.say('page.exhibit.unknown')]
  }
}

function sizeOf({ rows, columns }: { rows: readonly unknown[]; columns: readonly unknown[] }, words: Words): string {
  return words.say('page.words.table', { rows: rows.length, columns: columns.length })
}

/** Where the largest number of a matrix stands. */
function largest({ rows, columns, cells }: Extract<Exhibit, { kind: 'matrix' }>, words: Words): string[] {
  const value = Math.max(...cells.flat())
  const row = cells.findIndex((one) => one.includes(value))
  if (row < 0) return []
  return [words.say('page.words.matrix', { value, row: rows[row], column: columns[cells[row]!.indexOf(value)] })]
}

function rangeOf(name: string, values: readonly number[], words: Words): string {
  const finite = values.filter(Number.isFinite)
  const [low, high] = finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : [undefined, undefined]
  return words.say('page.words.range', { name, low: plain(low, words), high: plain(high, words) })
}

function curveWords(exhibit: Extract<Exhibit, { kind: 'curve' }>, words: Words): string[] {
  const lines = exhibit.lines.map(({ name, y }) => {
    const finite = y.filter((one) => one !== null)
    const values = {
      name: name.slice(0, 200),
      first: plain(finite[0], words),
      last: plain(finite.at(-1), words),
      low: plain(finite.length > 0 ? Math.min(...finite) : undefined, words),
      high: plain(finite.length > 0 ? Math.max(...finite) : undefined, words),
      gaps: y.length - finite.length,
    }
    return words.say('page.words.line', values)
  })
  const [from, to] = exhibit.band ?? []
  const band =
    from === undefined || to === undefined ? [] : [words.say('page.words.band', { axis: exhibit.axis, from, to })]
  return [words.say('page.words.axis', { axis: exhibit.axis, log: exhibit.log ? 'yes' : 'no' }), ...lines, ...band]
}

function plain(value: number | undefined, words: Words): string {
  return value === undefined ? '–' : words.number(value)
}
