// What the program prints, copied on its way: the stream's own `write` is wrapped, so that it stays the same object.

import { seconds } from './budget.ts'

const MOST_WAITING = 1 << 18
const MOST_KEPT = 4 << 20
/** seconds */
const AT_ONCE = 1
/** what a carriage return wrote over: a bar is kept as it stood in the end */
const OVERWRITTEN = /[^\r\n]*\r(?=[^\r\n])/g

interface Printer {
  write(chunk: unknown, ...rest: unknown[]): boolean
}
type Name = 'stdout' | 'stderr'

export class Tee {
  private waiting: [Name, string][] = []
  private size = 0
  private kept = 0
  private full = false
  private last = seconds()
  private readonly ready: () => void

  /** `ready` is called at most once a second while text waits. */
  constructor(ready: () => void) {
    this.ready = ready
  }

  attach(streams: Readonly<Record<Name, Printer>>): void {
    for (const name of ['stdout', 'stderr'] as const) this.wrap(name, streams[name])
  }

  private wrap(name: Name, stream: Printer): void {
    const original = stream.write
    stream.write = (chunk, ...rest) => {
      const done = original.call(stream, chunk, ...rest)
      if (!this.full) this.take(name, chunk)
      return done
    }
  }

  private take(name: Name, chunk: unknown): void {
    const text = typeof chunk === 'string' ? chunk : chunk instanceof Uint8Array ? new TextDecoder().decode(chunk) : ''
    if (this.kept + text.length > MOST_KEPT) {
      this.full = true
      return
    }
    this.kept += text.length
    this.size += text.length
    const last = this.waiting.at(-1)
    if (last?.[0] === name) last[1] += text
    else this.waiting.push([name, text])
    if (this.size > MOST_WAITING || seconds() - this.last > AT_ONCE) {
      this.last = seconds()
      this.ready()
    }
  }

  /** The text since the last call, in the order of printing. */
  fetch(): readonly (readonly [Name, string])[] {
    const taken = this.waiting
    this.waiting = []
    this.size = 0
    return taken.map(([name, text]) => [name, text.replace(OVERWRITTEN, '')])
  }
}
