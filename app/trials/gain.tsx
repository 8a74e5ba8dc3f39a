// The gain in its interval, on one line with 0 and with what it had to reach.

import type { JSX } from 'preact'
import type { ReportedRemedy } from '../../src/diagnosis/report-trials.ts'
import { amountText } from '../../src/locales/tried.ts'
import type { Words } from '../words.ts'
import { placing } from './scale.ts'

/** Of the picture, and of what stands at both sides of its axes. */
export const [WIDE, LEFT, RIGHT] = [528, 84, 20]
/** An interval this many times wider than the rest is cut at the edge; its ends are told in numbers. */
const WIDEST = 1.5

interface GainProps {
  readonly remedy: ReportedRemedy
  readonly isRatio: boolean
  readonly top: number
  readonly words: Words
}

export function Gain({ remedy, isRatio, top, words }: GainProps): JSX.Element {
  const { effect = 0, minimum = 0 } = remedy
  const { x, low, high } = placed(remedy)
  const y = top + 36
  const isLate = x(minimum) > WIDE / 2
  return (
    <g>
      <text x="0" y={y + 5}>
        {words.say('view.trials.gain')}
      </text>
      <line class="axis" x1={LEFT} x2={WIDE - RIGHT} y1={y} y2={y} />
      <line class="zero" x1={x(0)} x2={x(0)} y1={y - 12} y2={y + 12} />
      <line class="zero dashed" x1={x(minimum)} x2={x(minimum)} y1={y - 12} y2={y + 12} />
      <line class="whisker of-with" x1={x(low)} x2={x(high)} y1={y} y2={y} />
      <circle class="full" cx={x(effect)} cy={y} r="6" />
      <Told remedy={remedy} at={x(effect)} y={y - 20} isRatio={isRatio} words={words} />
      <text x={x(0) - (isLate ? 0 : 4)} y={y + 28} text-anchor={isLate ? 'middle' : 'end'}>
        {words.number(0)}
      </text>
      <text x={x(minimum)} y={y + 28} text-anchor={isLate ? 'end' : 'start'}>
        {words.say('page.trials.minimum', { minimum: amountText(minimum, isRatio, words) })}
      </text>
    </g>
  )
}

/** Its scale, and the ends of the interval as far as they are drawn. */
function placed({ effect = 0, interval = [0, 0], minimum = 0 }: ReportedRemedy) {
  const most = WIDEST * Math.max(Math.abs(effect), minimum, interval[1], 1e-12)
  const [low, high] = [Math.max(-most, interval[0]), Math.min(most, interval[1])]
  const [from, to] = [Math.min(0, low), Math.max(minimum, high)]
  const free = (to - from) * 0.05
  return {
    ...{ low, high },
    x: placing({ log: false, span: [from - free, to + free], ticks: [] }, LEFT, WIDE - RIGHT),
  }
}

interface ToldProps extends Omit<GainProps, 'top'> {
  /** where the gain lies */
  readonly at: number
  readonly y: number
}

/** The gain and its interval in numbers, above it, within the picture. */
function Told({ remedy, at, y, isRatio, words }: ToldProps): JSX.Element {
  const { effect = 0, interval = [0, 0] } = remedy
  const amount = (value: number) => amountText(value, isRatio, words)
  const isLeft = at < LEFT + (WIDE - LEFT - RIGHT) / 2
  return (
    <text class="ink" x={isLeft ? at : WIDE - RIGHT} y={y} text-anchor={isLeft ? 'start' : 'end'}>
      <tspan class="strong">{amount(effect)}</tspan> (
      {words.say('view.predictions.range', { low: amount(interval[0]), high: amount(interval[1]) })})
    </text>
  )
}
