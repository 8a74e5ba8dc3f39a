// The numbers behind a picture, on demand.

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Exhibit, Value } from '../../src/checks/finding.ts'
import type { Words } from '../words.ts'
import { Table } from './table.tsx'

type Pictured = Exclude<Exhibit, { kind: 'quote' | 'table' }>

export function Data({ exhibit, words }: { readonly exhibit: Exhibit; readonly words: Words }): JSX.Element | null {
  const [open, setOpen] = useState(false)
  if (exhibit.kind === 'quote' || exhibit.kind === 'table') return null
  return (
    <details class="data" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.say('page.exhibit.data')}</summary>
      {open && <Table {...tabled(exhibit, words)} label={exhibit.title} words={words} />}
    </details>
  )
}

function tabled(exhibit: Pictured, words: Words): { columns: readonly string[]; rows: readonly (readonly Value[])[] } {
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
    default:
      return { columns: [], rows: [] }
  }
}
