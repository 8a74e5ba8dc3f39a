// Bars of an epoch that has not ended: running means over its batches, told only where no finished bar follows.

import { type Bar, type Pair, pairsOf } from './bars.ts'
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
/** So many are kept as text, which is read only if no finished bar follows; more would keep too many chunks alive. */
const MOST_TEXTS = 1000

interface Kept {
  readonly done: number
  readonly of: number
  readonly pairs: readonly Pair[]
}

export function openUnfinished(sink: TextSink): Unfinished {
  let kept: Kept[] = []
  let texts: Bar[] = []
  let done = 0
  function drop(): void {
    if (kept.length > 0) kept = []
    if (texts.length > 0) texts = []
  }
  function read(): void {
    for (const bar of texts) kept.push({ done: bar.done, of: bar.of, pairs: pairsOf(bar) })
    texts = []
  }
  return {
    keep(bar) {
      if (bar.done < done) drop()
      if (kept.length + texts.length >= MOST) return
      done = bar.done
      texts.push(bar)
      if (texts.length >= MOST_TEXTS) read()
    },
    drop,
    flush(epoch) {
      read()
      for (const { done, of, pairs } of kept) {
        for (const pair of pairs)
          sink.point(pair.name, pair.value, { epoch, step: done, of, axis: 'step', mean: 'running' })
      }
      drop()
    },
  }
}
