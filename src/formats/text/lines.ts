// Text into physical lines, of which no more than a mebibyte is ever held.

/** What is longer is cut off here: a gigabyte without a line break must not be held in memory. */
export const LONGEST_LINE = 1 << 20

export interface LineCutter {
  push(text: string): void
  end(): void
}

/**
 * Cuts text at line feeds and calls `line` with each line (without its end) and its 1-based number. A line that grows
 * over a mebibyte by carriage returns (a progress bar of days) comes in pieces, all but the last of them `open`; one
 * without returns is cut one character over the limit, and the rest of it dropped.
 */
export function openLineCutter(line: (text: string, number: number, open: boolean) => void): LineCutter {
  let rest = ''
  let number = 1
  let dropping = false
  function keep(text: string): void {
    const fresh = dropping ? afterReturn(text) : text
    if (fresh === undefined) return
    dropping = false
    rest += fresh
    if (rest.length > LONGEST_LINE) shed()
  }
  function shed(): void {
    const cut = rest.lastIndexOf('\r')
    if (cut >= 0) line(rest.slice(0, cut), number, true)
    rest = rest.slice(cut + 1)
    if (rest.length <= LONGEST_LINE) return
    line(rest.slice(0, LONGEST_LINE + 1), number, true)
    rest = ''
    dropping = true
  }
  function close(text: string): void {
    if (rest !== '' || dropping) keep(text)
    else rest = text
    line(withoutReturn(rest), number, false)
    rest = ''
    dropping = false
    number++
  }
  return {
    push: (text) => eachLine(text, close, keep),
    end() {
      if (rest !== '') close('')
    },
  }
}

/** Calls `close` with all that ends in a line feed, and `keep` with what is left. */
function eachLine(text: string, close: (line: string) => void, keep: (rest: string) => void): void {
  let from = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
    close(text.slice(from, at))
    from = at + 1
  }
  if (from < text.length) keep(from === 0 ? text : text.slice(from))
}

function afterReturn(text: string): string | undefined {
  const at = text.indexOf('\r')
  return at < 0 ? undefined : text.slice(at + 1)
}

/** Windows files end lines with `\r\n`, some writers with `\r\r\n`. */
function withoutReturn(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 13) end--
  return end === text.length ? text : text.slice(0, end)
}
