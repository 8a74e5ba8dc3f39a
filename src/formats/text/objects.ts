// One logged object: its fields that place it (epoch, step, split) and its fields that are values.

import { meaningOf } from '../../record/lexicon.ts'
import type { Split } from '../../record/series.ts'
import type { TextSink } from './dialect.ts'
import type { Flat } from './literals.ts'

const STEP =
  /^(?:(?:train|trainer|global|current|training)[_/ ]?)?(?:steps?|iter|iters|iteration|iterations|num_updates|updates|batch|timesteps?|total_timesteps|_step)$/i
const EPOCH = /^(?:train\/)?epochs?$/i
const SPLIT_FIELD = /^(?:mode|phase|split|stage|type)$/i
const SPLITS: Readonly<Record<string, Split>> = {
  train: 'train',
  training: 'train',
  val: 'val',
  valid: 'val',
  validation: 'val',
  eval: 'val',
  dev: 'val',
  test: 'test',
}
/** Totals and means over the whole run that trainers print at the end. */
const SUMMARY = /^(?:train_runtime|train_samples_per_second|train_steps_per_second)$/

/** Whether a field places the others: an epoch or a step. */
export function isPlace(name: string): boolean {
  return STEP.test(name) || EPOCH.test(name)
}

/** Emits the values of an object; what stood beside it on the line (a bar's step, a logger's split) places it where it does not say. */
export function tellObject(object: Flat, sink: TextSink, beside: { step?: number; split?: Split } = {}): void {
  const epoch = numberField(object, /^(?:train\/)?epochs?$/i)
  const steps = object
    .filter(([name, value]) => typeof value === 'number' && STEP.test(name))
    .map(([, value]) => value as number)
  const step = steps.length > 0 ? Math.max(...steps.filter((one) => !Number.isNaN(one))) : beside.step
  const said = object.find(([name, value]) => SPLIT_FIELD.test(name) && typeof value === 'string')?.[1]
  const split = (typeof said === 'string' ? SPLITS[said.toLowerCase()] : undefined) ?? beside.split
  const summary = object.some(([name]) => SUMMARY.test(name))
  if (epoch !== undefined && !summary) sink.epoch(epoch)
  const whole = epoch !== undefined && steps.length === 0 && beside.step === undefined && Number.isInteger(epoch)
  for (const [name, value] of object) {
    if (typeof value !== 'number' || STEP.test(name) || /^(?:train\/)?epochs?$/i.test(name)) continue
    const meaning = meaningOf(name)
    if (meaning.metric === 'ignore' || meaning.metric === 'best' || (summary && name === 'train_loss')) continue
    sink.point(name, value, {
      epoch,
      step,
      ...(split !== undefined && meaning.split === undefined && { split }),
      ...(whole && { axis: 'epoch' as const }),
    })
  }
}

function numberField(object: Flat, pattern: RegExp): number | undefined {
  const found = object.find(([name, value]) => typeof value === 'number' && pattern.test(name))
  return found === undefined ? undefined : (found[1] as number)
}
