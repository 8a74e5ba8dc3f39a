// Tables out of HTML as notebooks hold it: rows of cells as plain text, by search for signs, never by backtracking.

export interface Table {
  readonly rows: readonly (readonly string[])[]
  /** the words just before the table, e.g. a progress bar's `[870/870 00:56, Epoch 3/3]` */
  readonly before: string
}

const MOST_TABLES = 200
const MOST_ROWS = 100_000
const MOST_CELLS = 500
const LONGEST_CELL = 300
const LONGEST_BEFORE = 400
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** The tables of a text in HTML, in order; one that is not closed ends with the text. */
export function tablesIn(html: string): Table[] {
  const tables: Table[] = []
  const small = html.toLowerCase()
  for (let at = small.indexOf('<table'); at >= 0 && tables.length < MOST_TABLES; ) {
    const close = small.indexOf('</table', at + 6)
    const end = close < 0 ? html.length : close
    const before = wordsOf(html.slice(Math.max(0, at - LONGEST_BEFORE), at))
    tables.push({ rows: rowsOf(html, small, at, end), before })
    at = small.indexOf('<table', end)
  }
  return tables
}

function rowsOf(html: string, small: string, from: number, to: number): string[][] {
  const rows: string[][] = []
  for (let at = small.indexOf('<tr', from); at >= 0 && at < to && rows.length < MOST_ROWS; ) {
    const next = small.indexOf('<tr', at + 3)
    const end = next < 0 || next > to ? to : next
    const row = cellsOf(html, small, at, end)
    if (row.length > 0) rows.push(row)
    at = next
  }
  return rows
}

function cellsOf(html: string, small: string, from: number, to: number): string[] {
  const cells: string[] = []
  let at = cellAt(small, from + 3, to)
  while (at >= 0 && cells.length < MOST_CELLS) {
    const open = small.indexOf('>', at)
    if (open < 0 || open >= to) break
    const next = cellAt(small, open, to)
    const end = next < 0 ? to : next
    cells.push(wordsOf(html.slice(open + 1, Math.min(end, open + 1 + 4 * LONGEST_CELL))).slice(0, LONGEST_CELL))
    at = next
  }
  return cells
}

/** Where the next `<td` or `<th` (not `<thead`) begins before `to`, or -1. */
function cellAt(small: string, from: number, to: number): number {
  for (let at = small.indexOf('<t', from); at >= 0 && at < to; at = small.indexOf('<t', at + 2)) {
    const [kind, after] = [small[at + 2], small[at + 3] ?? '>']
    if ((kind === 'd' || kind === 'h') && !/[a-z]/.test(after)) return at
  }
  return -1
}

/** The text of a piece of HTML: no tags, entities as their signs, single spaces. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    })
    .replace(/\s+/g, ' ')
    .trim()
}
