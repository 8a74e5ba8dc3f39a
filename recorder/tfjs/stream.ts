// The rows of a record on their way to a file or, in a browser, to memory; where they cannot be written, silence.

const MOST_BUFFERED = 1 << 20
/** characters of rows that a browser keeps */
const MOST_KEPT = 64 << 20

/** Where lines end up. Throws what the system throws. */
export interface Sink {
  append(text: string): void
}

/** A number as JSON can hold it: `digits` significant digits, or the word of what is not finite. */
export function number(value: number, digits = 6): number | string {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) : String(value)
}

/** Anything as JSON can hold it; what it cannot is its type's name, never its text, which may be private or long. */
export function plain(value: unknown): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return number(value)
  if (Array.isArray(value)) return value.map(plain)
  return typeof value === 'object' ? (value.constructor?.name ?? 'object') : typeof value
}

/** Keeps the lines where there are no files. */
export function memory(): Sink & { readonly lines: string[] } {
  const lines: string[] = []
  let size = 0
  return {
    lines,
    append(text) {
      if (size + text.length > MOST_KEPT) throw new Error('the record is larger than memory should hold')
      size += text.length
      lines.push(...text.split('\n').slice(0, -1))
    },
  }
}

export type Row = Readonly<Record<string, unknown>>

export class Stream {
  /** nothing is recorded any more */
  dead = false
  private lines: string[] = []
  private size = 0
  private readonly sink: Sink
  private readonly say: (text: string) => void

  /** `say` is given the one line that tells of the silence, with its end. */
  constructor(sink: Sink, say: (text: string) => void) {
    this.sink = sink
    this.say = say
  }

  write(row: Row): void {
    if (this.dead) return
    const line = JSON.stringify(row)
    this.lines.push(line)
    this.size += line.length
    if (this.size > MOST_BUFFERED) this.flush()
  }

  /** Hands the queued rows on; whoever ends the process later finds them. */
  flush(): void {
    if (this.dead || this.lines.length === 0) return
    const text = `${this.lines.join('\n')}\n`
    this.lines = []
    this.size = 0
    try {
      this.sink.append(text)
    } catch (error) {
      this.stop(error instanceof Error ? error.message : String(error))
    }
  }

  /** Falls silent for good and says so once. */
  stop(why: string): void {
    if (this.dead) return
    this.dead = true
    this.lines = []
    this.say(`whyloss: recording stopped (${why}); the training goes on.\n`)
  }
}
