// A table of values; long ones are cut, and say so.

import type { JSX } from 'preact'
import type { Value } from '../../src/checks/finding.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'

const MOST_ROWS = 200

export interface TableProps {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Value[])[]
  readonly label: string
  readonly words: Words
}

export function Table({ columns, rows, label, words }: TableProps): JSX.Element {
  const rest = rows.length - MOST_ROWS
  return (
    <Scroll label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, i) => (
            <tr key={i}>
              {row.map((value, j) => (
                <td key={j} class={typeof value === 'number' ? 'number' : undefined}>
                  <bdi>{cell(value, words)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p class="aside">{words.say('view.more', { count: rest })}</p>}
    </Scroll>
  )
}

function cell(value: Value, words: Words): string {
  if (value === null) return '–'
  return typeof value === 'number' ? words.number(value, 4) : String(value)
}
