// Bars of an epoch that has not ended: running means over its batches, told only where no finished bar follows.

import type { Bar } from './bars.ts'
import type { TextSink } from './dialect.ts'

export interface Unfinished {
  keep(bar: Bar): void
  /** a finished bar came */
  drop(): void
  /** the epoch ended without a finished bar */
  flush(epoch: number | undefined): void
}

/** No more than this many bars of one epoch are kept. */
const MOST = 200_000

export function openUnfinished(sink: TextSink): Unfinished {
  let bars: Bar[] = []
  return {
    keep(bar) {
      const last = bars.at(-1)
      if (last !== undefined && bar.done < last.done) bars = []
      if (bars.length < MOST) bars.push(bar)
    },
    drop() {
      bars = []
    },
    flush(epoch) {
      for (const bar of bars) {
        for (const pair of bar.pairs)
          sink.point(pair.name, pair.value, { epoch, step: bar.done, of: bar.of, axis: 'step', mean: 'running' })
      }
      bars = []
    },
  }
}
