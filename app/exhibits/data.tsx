// The numbers behind a picture, on demand.

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Exhibit } from '../../src/checks/finding.ts'
import type { Words } from '../words.ts'
import { numbersOf } from './numbers.ts'
import { Table } from './table.tsx'

export function Data({ exhibit, words }: { readonly exhibit: Exhibit; readonly words: Words }): JSX.Element | null {
  const [open, setOpen] = useState(false)
  if (exhibit.kind === 'quote' || exhibit.kind === 'table') return null
  return (
    <details class="data" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.say('page.exhibit.data')}</summary>
      {open && <Table {...numbersOf(exhibit, words)} label={exhibit.title} words={words} />}
    </details>
  )
}
