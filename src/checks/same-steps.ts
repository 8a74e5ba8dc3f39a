// Pairs the loss of a batch in eval mode with the loss of the same batch in train mode.

import type { Series } from '../record/series.ts'

export interface BothModes {
  readonly step: number
  readonly eval: number
  readonly train: number
}

/** Finite pairs at equal steps, in order; none where either curve has no steps. */
export function sameSteps(evalMode: Series | undefined, loss: readonly Series[]): readonly BothModes[] {
  const train = loss.find((one) => one.split === 'train' && one.axis === 'step')
  if (!evalMode || !train) return []
  const at = new Map<number, number>()
  for (let i = 0; i < train.step.length; i += 1) at.set(train.step[i]!, train.value[i]!)
  const out: BothModes[] = []
  for (let i = 0; i < evalMode.step.length; i += 1) {
    const pair = { step: evalMode.step[i]!, eval: evalMode.value[i]!, train: at.get(evalMode.step[i]!) ?? Number.NaN }
    if (Number.isFinite(pair.eval) && Number.isFinite(pair.train)) out.push(pair)
  }
  return out
}
