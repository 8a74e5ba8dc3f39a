// Curves and settings on their way to the stream: columns are collected and written a few times a second.

import { number, type Stream } from './stream.ts'

export interface Place {
  readonly split?: 'train' | 'val' | 'test'
  readonly name?: string | undefined
  readonly epoch?: number | undefined
  readonly mean?: 'batch' | 'epoch'
}

interface Column {
  readonly head: { readonly metric: string; readonly split: string; readonly mean: string; readonly name?: string }
  readonly step: number[]
  readonly value: number[]
  readonly epoch: (number | undefined)[]
}

export class Points {
  private readonly stream: Stream
  private columns = new Map<string, Column>()

  constructor(stream: Stream) {
    this.stream = stream
  }

  /** One value at `step`; an epoch where it is known, counted from 1. */
  add(metric: string, value: number, step: number, place: Place = {}): void {
    const { split = 'train', name, epoch, mean = 'batch' } = place
    const key = `${metric} ${split} ${mean} ${name ?? ''}`
    let column = this.columns.get(key)
    if (column === undefined) {
      column = { head: { metric, split, mean, ...(name !== undefined && { name }) }, step: [], value: [], epoch: [] }
      this.columns.set(key, column)
    }
    column.step.push(step)
    column.value.push(value)
    column.epoch.push(epoch)
  }

  write(): void {
    for (const { head, step, value, epoch } of this.columns.values()) {
      const known = epoch.filter((one) => one !== undefined).length
      this.stream.write({
        k: 'points',
        ...head,
        axis: head.mean === 'epoch' && known === epoch.length ? 'epoch' : 'step',
        step,
        ...(known > 0 && { epoch: epoch.map((one) => one ?? 'NaN') }),
        value: value.map((one) => number(one)),
      })
    }
    this.columns.clear()
  }
}

const LONGEST_QUOTE = 120

/** Settings of a run; each is written when it is first known and when it changes. */
export class Facts {
  private readonly stream: Stream
  private readonly known = new Map<string, string>()

  constructor(stream: Stream) {
    this.stream = stream
  }

  /** A fact of src/record/fact.ts, with the words that show where it was seen. */
  say(name: string, value: unknown, quote: string): void {
    if (value === undefined || value === null) return
    const text = JSON.stringify(value)
    if (this.known.get(name) === text) return
    this.known.set(name, text)
    this.stream.write({ k: 'fact', name, value, quote: quote.slice(0, LONGEST_QUOTE) })
  }

  knows(name: string): boolean {
    return this.known.has(name)
  }
}
