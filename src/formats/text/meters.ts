// Average meters, `Loss 6.9 (7.0)`: the value of the batch, and in brackets its mean since the epoch began.

import type { Split } from '../../record/series.ts'
import type { TextSink } from './dialect.ts'
import type { Group, Value } from './groups.ts'

interface Held {
  readonly epoch: number | undefined
  readonly split: Split | undefined
  readonly values: readonly Value[]
  readonly done: boolean
}

export interface Meters {
  /** Emits a group that holds such pairs; false for every other group. `before` is the epoch told last. */
  take(group: Group, before: number | undefined): boolean
  end(): void
}

/**
 * Opens the reader of pairs. Of training it emits the value of each batch, and at the end of the epoch the last mean;
 * of validation only the last mean, which is the result of the pass.
 */
export function openMeters(sink: TextSink): Meters {
  let held: Held | undefined
  function flush(): void {
    if (held === undefined) return
    const { epoch, split, values, done } = held
    held = undefined
    const whole = done || split === 'val' || split === 'test'
    if (!whole) return
    for (const value of values) {
      if (value.mean !== undefined)
        sink.point(value.name, value.mean, { epoch, split: value.split, axis: 'epoch', mean: 'epoch' })
    }
  }
  return {
    take(group, before) {
      const paired = group.values.some((value) => value.mean !== undefined && value.key.role === 'metric')
      if (!paired) return false
      const split = group.values.find((value) => value.mean !== undefined)?.split
      const epoch = group.epoch ?? before
      if (held !== undefined && (held.epoch !== epoch || held.split !== split)) flush()
      if (split !== 'val' && split !== 'test') batches(group, sink)
      held = { epoch, split, values: [...group.values], done: isDone(group) }
      return true
    },
    end: flush,
  }
}

function batches(group: Group, sink: TextSink): void {
  for (const value of group.values) {
    sink.point(value.name, value.value, {
      epoch: group.epoch,
      step: group.step,
      of: group.stepOf,
      split: value.split,
      axis: 'step',
      mean: value.mean === undefined ? undefined : 'batch',
    })
  }
}

/** Within two hundredths of the end the mean is that of the epoch. */
function isDone(group: Group): boolean {
  return group.step !== undefined && group.stepOf !== undefined && group.step + 1 >= group.stepOf * 0.98
}
