// What a vertical axis counts: the metric in the reader's words, and its unit where the run says which.

import { joined } from '../../src/locales/message.ts'
import type { PageMessageId, Words } from '../words.ts'
import type { Line } from './line.ts'

const METRICS = ['loss', 'accuracy', 'learning-rate', 'gradient-norm'] as const
type Unit = 'nats' | 'squared' | 'target' | 'share' | 'percent'

/** The unit of a loss, by the name that the fact `loss_function` has for it. */
const LOSSES: Readonly<Record<string, Unit>> = {
  'cross-entropy': 'nats',
  'binary-cross-entropy': 'nats',
  nll: 'nats',
  kl: 'nats',
  ctc: 'nats',
  mse: 'squared',
  mae: 'target',
  rmse: 'target',
}
const SHARES = new Set(['accuracy', 'balanced-accuracy', 'top-k-accuracy', 'precision', 'recall', 'f1'])

/** The name of the axis of lines that are drawn together; `loss` is the run's loss function, if it is known. */
export function axisName(lines: readonly Line[], loss: string | undefined, log: boolean, words: Words): string {
  const [first] = lines
  if (!first) return ''
  const known = METRICS.find((one) => one === first.metric)
  const name = known ? words.say(`page.axis.${known}`) : first.name.slice(0, 80)
  const unit = unitOf(lines, loss)
  const parts = [name, ...(unit ? [words.say(`page.unit.${unit}` satisfies PageMessageId)] : [])]
  return joined([...parts, ...(log ? [words.say('view.curve.log')] : [])], (one, other) =>
    words.say('view.join', { one, other }),
  )
}

function unitOf(lines: readonly Line[], loss: string | undefined): Unit | undefined {
  const { metric } = lines[0]!
  if (metric === 'loss') return loss === undefined ? undefined : LOSSES[loss]
  if (!SHARES.has(metric)) return LOSSES[metric]
  const top = Math.max(...lines.map(highest))
  return top <= 1 ? 'share' : top > 2 && top <= 100 ? 'percent' : undefined
}

function highest({ blocks, y }: Line): number {
  let top = Number.NEGATIVE_INFINITY
  for (const row of blocks.high) if (row >= 0) top = Math.max(top, y[row]!)
  return top
}
