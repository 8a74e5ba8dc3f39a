// Lines of UTF-8 text out of bytes as they come; a line that is too long is passed over and counted.

/** Longer lines are passed over: they are data in the middle of a log, not a row of a history. */
export const LONGEST_LINE = 4 << 20

/**
 * Calls `take` with each line without its end, and its 1-based number. `\n`, `\r\n` and `\r` end a line; the last need not
 * end. Returns how many lines were longer than 4 MiB (in UTF-16 units) through `long`.
 */
export function textLines(take: (line: string, number: number) => void): {
  push(chunk: Uint8Array): void
  end(): void
  readonly long: () => number
} {
  const decoder = new TextDecoder()
  let parts: string[] = []
  let held = 0
  let number = 1
  let long = 0
  let dropping = false
  /** the last text ended in `\r`, so a `\n` that follows belongs to it */
  let returned = false

  const finish = (tail: string): void => {
    const line = parts.length === 0 ? tail : parts.join('') + tail
    if (dropping || line.length > LONGEST_LINE) long++
    else take(line, number)
    parts = []
    held = 0
    dropping = false
    number++
  }
  const feed = (text: string): void => {
    let from = 0
    if (returned && text !== '') {
      returned = false
      if (text.startsWith('\n')) from = 1
    }
    let back = text.indexOf('\r', from)
    for (;;) {
      if (back >= 0 && back < from) back = text.indexOf('\r', from)
      const line = text.indexOf('\n', from)
      const at = back >= 0 && (line < 0 || back < line) ? back : line
      if (at < 0) break
      finish(text.slice(from, at))
      from = at + 1
      if (text[at] !== '\r') continue
      if (from === text.length) returned = true
      else if (text[from] === '\n') from++
    }
    if (from >= text.length) return
    held += text.length - from
    if (held > LONGEST_LINE) {
      dropping = true
      parts = []
    } else if (!dropping) parts.push(text.slice(from))
  }
  return {
    push: (chunk) => feed(decoder.decode(chunk, { stream: true })),
    end() {
      feed(decoder.decode())
      if (held > 0) finish('')
    },
    long: () => long,
  }
}
