// The numbers of a picture as a table.

import type { Exhibit, Value } from '../../src/checks/finding.ts'
import type { Words } from '../words.ts'

export interface Numbers {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}

/** One row a point, a bin or a row; none for words. */
export function numbersOf(exhibit: Exhibit, words: Words): Numbers {
  switch (exhibit.kind) {
    case 'curve': {
      const at = [...new Set(exhibit.lines.flatMap((line) => line.x))].sort((a, b) => a - b)
      const maps = exhibit.lines.map((line) => new Map(line.x.map((x, i) => [x, line.y[i] ?? null])))
      const columns = [words.say('page.plot.axis', { axis: exhibit.axis }), ...exhibit.lines.map((line) => line.name)]
      return { columns, rows: at.map((x) => [x, ...maps.map((map) => map.get(x) ?? null)]) }
    }
    case 'histogram': {
      const columns = ['page.exhibit.from', 'page.exhibit.to', 'page.exhibit.count'] as const
      const rows = exhibit.counts.map((count, i) => [exhibit.edges[i] ?? null, exhibit.edges[i + 1] ?? null, count])
      return { columns: columns.map((id) => words.say(id)), rows }
    }
    case 'matrix':
      return {
        columns: ['', ...exhibit.columns],
        rows: exhibit.rows.map((name, i) => [name, ...(exhibit.cells[i] ?? [])]),
      }
    case 'scatter':
      return { columns: exhibit.names, rows: exhibit.x.map((x, i) => [x, exhibit.y[i] ?? null]) }
    case 'table':
      return exhibit
    default:
      return { columns: [], rows: [] }
  }
}
