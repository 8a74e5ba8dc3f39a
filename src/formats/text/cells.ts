// A line of a printed table as cells, whatever divides them: strokes, tabs, commas, semicolons or blanks.

export type Divider = '|' | '\t' | ',' | ';' | 'wide' | 'blank'

/** A progress bar behind the cells. */
export const BAR = /:?\s*\d{1,3}%\|.*$|:\s*\d{1,3}%\s*[━╸]+.*$/

/** The cells of a line for one divider; undefined where it has fewer than two. */
export function cellsOf(text: string, divider: Divider): string[] | undefined {
  const line = text.replace(BAR, '').replace(/[│┃║]/g, '|')
  const cells = divide(line, divider).map((cell) => cell.trim())
  if (divider === '|') {
    if (cells[0] === '') cells.shift()
    if (cells.at(-1) === '') cells.pop()
  }
  return cells.length >= 2 && cells.length <= 200 ? cells : undefined
}

function divide(line: string, divider: Divider): string[] {
  if (divider === 'wide') return line.trim().split(/\s{2,}|\t/)
  if (divider === 'blank') return line.trim().split(/\s+/)
  return line.trim().split(divider).map(unquoted)
}

function unquoted(cell: string): string {
  return cell.trim().replace(/^(["'])(.*)\1$/, '$2')
}

/** Dividers that a line may have, the surest first. */
export function dividersOf(text: string): Divider[] {
  const out: Divider[] = []
  if (/[|│┃║]/.test(text.replace(BAR, ''))) out.push('|')
  if (text.includes('\t')) out.push('\t')
  if (text.includes(',')) out.push(',')
  if (text.includes(';')) out.push(';')
  if (/\S\s{2,}\S/.test(text)) out.push('wide')
  out.push('blank')
  return out
}

/** Whether a line only rules a table: `-----`, `|---|:---:|`, `+====+`. */
export function isRule(text: string): boolean {
  return /^[\s|+:=\-_─━═┄┼╪╇┡┩├┤┌┐└┘┏┓┗┛┳┻╋┬┴]+$/.test(text) && /[-=_─━═]{2}/.test(text)
}
