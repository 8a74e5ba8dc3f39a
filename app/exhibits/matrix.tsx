// A matrix as a heat table: the number stands in every cell, its shade beside it.

import type { JSX } from 'preact'
import type { Exhibit } from '../../src/checks/finding.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'

interface MatrixProps {
  readonly exhibit: Extract<Exhibit, { kind: 'matrix' }>
  readonly words: Words
}

export function Matrix({ exhibit, words }: MatrixProps): JSX.Element {
  const most = Math.max(1e-300, ...exhibit.cells.flat().map(Math.abs))
  return (
    <Scroll label={exhibit.title}>
      <table class="matrix">
        <thead>
          <tr>
            <td />
            {exhibit.columns.map((name) => (
              <th key={name} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exhibit.rows.map((name, i) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {(exhibit.cells[i] ?? []).map((value, j) => (
                <td key={j} class={`number shade-${Math.round((Math.abs(value) / most) * 9)}`}>
                  {words.number(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
