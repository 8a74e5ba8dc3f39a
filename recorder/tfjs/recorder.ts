// The recorder of this program, one whatever copies of it and of TensorFlow.js are loaded: the stream and who writes to it.

import { type Found, Patches } from './patches.ts'
import { type Sink, Stream } from './stream.ts'
import type { Tee } from './tee.ts'
import { type Owner, Trainings } from './training.ts'

const VERSION = 1
const HERE = Symbol.for('whyloss.tfjs')

/** What the surroundings give: Node, or a browser. */
export interface Surroundings {
  readonly sink: Sink
  /** the fields of the first line that tell of the process */
  start(): Readonly<Record<string, unknown>>
  say(text: string): void
  /** Begins to copy what is printed. `ready` may be called whenever text waits. */
  listen?(ready: () => void): Tee
}

export class Recorder implements Owner {
  readonly stream: Stream
  private readonly surroundings: Surroundings
  private readonly trainings: Trainings
  private readonly patches: Patches
  private tee: Tee | undefined
  private started = false
  private ended = false

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings
    this.stream = new Stream(surroundings.sink, (text) => this.say(text))
    this.trainings = new Trainings(this)
    this.patches = new Patches(this.trainings)
  }

  say(text: string): void {
    try {
      this.surroundings.say(text)
    } catch {
      // nobody listens
    }
  }

  /** Whether it has fallen silent, and has said so. */
  get silent(): boolean {
    return this.stream.dead
  }

  /** TensorFlow.js is there, in one more copy. Returns whether it trains models. */
  met(found: Found): boolean {
    try {
      const trains = this.patches.install(found)
      if (trains) this.tee ??= this.surroundings.listen?.(() => this.printed())
      return trains
    } catch (error) {
      this.trainings.fail(error)
      return false
    }
  }

  begin(more: Readonly<Record<string, unknown>>): void {
    if (this.started) return
    this.started = true
    this.stream.write({ k: 'start', v: VERSION, ...this.surroundings.start(), ...more })
  }

  text(): void {
    for (const [stream, text] of this.tee?.fetch() ?? [])
      this.stream.write({ k: 'text', stream, step: this.trainings.step, text })
  }

  /** Text waits: a program that only prints is no training, and what it prints is kept until it trains. */
  private printed(): void {
    if (!this.started) return
    this.text()
    this.stream.flush()
  }

  /** The process ends, by an error that nobody caught where there is one. */
  end(error?: unknown): void {
    if (!this.started || this.ended || this.stream.dead) return
    this.ended = true
    this.trainings.end()
    this.text()
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    this.stream.write({
      k: 'end',
      why: error === undefined ? 'exit' : 'exception',
      ...(error !== undefined && { text: text.slice(0, 500) }),
      step: this.trainings.step,
    })
    this.stream.flush()
  }
}

/** The one recorder of this program, if there is one. */
export function present(): Recorder | undefined {
  return (globalThis as Record<symbol, unknown>)[HERE] as Recorder | undefined
}

/** Makes it; whichever copy of this file is asked first. */
export function making(make: () => Recorder): Recorder {
  const known = present()
  if (known) return known
  const fresh = make()
  Object.defineProperty(globalThis, HERE, { value: fresh, configurable: true })
  return fresh
}
