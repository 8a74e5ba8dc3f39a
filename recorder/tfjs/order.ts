// The order in which examples pass by: labels that come in runs, batches that come again.

import type { Values } from './shapes.ts'

const MOST_LABELS = 20_000
const MOST_BATCHES = 4096
const MOST_CLASSES = 1000
const MOST_OF_A_BATCH = 4096
/** few labels repeat by chance */
const TELLING = 16
const PRINTED = 64

/** Of the training batches of one run. */
export class Order {
  batches = 0
  shuffles: boolean | undefined
  private examples = 0
  private pure = 0
  private repeated = 0
  private runs = 0
  private last: number | undefined
  private readonly counts = new Map<number, number>()
  private readonly prints = new Set<string>()
  private previous = ''

  /** Whether enough was seen. */
  full(): boolean {
    return this.examples >= MOST_LABELS
  }

  /** A new epoch: batches may come again. */
  epoch(): void {
    this.prints.clear()
    this.previous = ''
  }

  /** A batch by its targets, which come again where it does, and by the class numbers among them, if they are classes. */
  batch(targets: Values, labels: readonly number[] | undefined): void {
    // rows with one 1 look alike where their classes differ little
    this.repeat(labels ?? targets)
    if (labels === undefined || labels.length === 0) return
    const few = labels.slice(0, MOST_OF_A_BATCH)
    this.batches++
    this.examples += few.length
    for (const label of few) {
      if (label !== this.last) this.runs++
      this.last = label
      if (this.counts.has(label) || this.counts.size < MOST_CLASSES)
        this.counts.set(label, (this.counts.get(label) ?? 0) + 1)
    }
    if (few.length > 1 && few.every((one) => one === few[0])) this.pure++
  }

  private repeat(all: Values | readonly number[]): void {
    if (all.length < TELLING || this.prints.size >= MOST_BATCHES) return
    const values = all.slice(0, MOST_OF_A_BATCH)
    if (new Set(values.slice(0, PRINTED)).size < 2) return
    const mark = values.join()
    if (mark === this.previous || this.prints.has(mark)) this.repeated++
    this.previous = mark
    this.prints.add(mark)
  }

  /** The table `order`, empty where no labels were seen. */
  rows(): readonly Readonly<Record<string, unknown>>[] {
    const classes = this.counts.size
    if (this.examples < 32 || classes < 1 || classes >= MOST_CLASSES || classes > this.examples / 4) return []
    const counts = [...this.counts.values()]
    const total = counts.reduce((a, b) => a + b, 0)
    const same = counts.reduce((sum, one) => sum + (one / total) ** 2, 0)
    const row = {
      split: 'train',
      batches: this.batches,
      examples: this.examples,
      classes,
      labelRun: round(this.examples / Math.max(1, this.runs)),
      expectedRun: round(Math.min(this.examples, 1 / Math.max(1e-9, 1 - same))),
      pureBatches: this.pure,
      repeated: this.repeated,
      most: Math.max(...counts),
      least: Math.min(...counts),
      ...(this.shuffles !== undefined && { shuffles: this.shuffles }),
    }
    return [row]
  }
}

function round(value: number): number {
  return Number(value.toFixed(3))
}
