// The heads of a table's columns; those of numbers stand at the right, as the numbers do.

import type { JSX } from 'preact'

export interface Head {
  readonly text: string
  readonly number?: boolean | undefined
}

/** `null` leaves the head of a column empty. */
export function Heads({ heads }: { readonly heads: readonly (Head | null)[] }): JSX.Element {
  return (
    <thead>
      <tr>
        {heads.map((head, i) =>
          head === null ? (
            <td key={i} />
          ) : (
            <th key={i} scope="col" class={head.number ? 'number' : undefined}>
              <bdi>{head.text}</bdi>
            </th>
          ),
        )}
      </tr>
    </thead>
  )
}
