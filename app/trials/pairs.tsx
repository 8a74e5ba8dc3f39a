// Each seed a line from what it ended at without the remedy to what it ended at with it; below, the gain in its interval.

import type { JSX } from 'preact'
import type { TrialsPicture, TrialsScale } from '../../src/diagnosis/page-trials.ts'
import type { ReportedRemedy } from '../../src/diagnosis/report-trials.ts'
import { changesText, gainText } from '../../src/locales/tried.ts'
import type { Yardstick } from '../../src/record/trials.ts'
import type { Words } from '../words.ts'
import { Gain, LEFT, RIGHT, WIDE } from './gain.tsx'
import { placing } from './scale.ts'
import { shortened } from './shortened.ts'

interface PairsProps {
  readonly remedy: ReportedRemedy
  readonly yardstick: Yardstick
  readonly picture: TrialsPicture
  /** of the measure by the seed alone */
  readonly chance: number | undefined
  readonly words: Words
}

type Pairs = NonNullable<ReportedRemedy['pairs']>

const [HEAD, ROWS] = [44, 164]
/** of a row, whatever their number: the picture is as high as the one beside it */
const [LOWEST, HIGHEST] = [22, 44]
/** below the rows: the axis of the measure, then the gain */
const [AXIS, GAIN] = [44, 84]

export function PairsOf({ remedy, yardstick, picture, chance, words }: PairsProps): JSX.Element | null {
  const { say, number } = words
  const { pairs = [] } = remedy
  if (!picture.pairs || pairs.length === 0) return null
  const { name } = yardstick
  const against = shortened(changesText(remedy.against ?? {}), 120)
  const said = [
    say('view.trials.gain.meaning', { kind: kindOf(yardstick, picture), name }),
    ...(against === '' ? [] : [say('view.trials.against', { change: against })]),
    ...(chance === undefined ? [] : [say('view.trials.chance', { name, chance: number(chance) })]),
    ...(picture.lost ? [say('view.trials.lost')] : []),
  ]
  return (
    <section>
      <h3>{say('page.trials.pairs')}</h3>
      <p class="aside">
        <bdi>{said.join(words.language === 'zh' ? '' : ' ')}</bdi>
      </p>
      <Picture remedy={remedy} pairs={pairs} scale={picture.pairs} {...{ yardstick, picture, words }} />
    </section>
  )
}

function kindOf({ better }: Yardstick, { ratio }: TrialsPicture): 'ratio' | 'up' | 'down' {
  return ratio ? 'ratio' : better
}

interface PictureProps extends Omit<PairsProps, 'chance'> {
  readonly pairs: Pairs
  readonly scale: TrialsScale
}

function Picture({ remedy, pairs, scale, yardstick, picture, words }: PictureProps): JSX.Element {
  const { say, number } = words
  const high = Math.min(HIGHEST, Math.max(LOWEST, ROWS / pairs.length))
  const base = HEAD + pairs.length * high
  const x = placing(scale, LEFT, WIDE - RIGHT)
  const points = pairs.map((one) =>
    say('page.trials.pairs.point', { seed: one.seed, without: number(one.without), with: number(one.with) }),
  )
  const gain = gainText(remedy, picture.ratio, words)
  const label = say('page.trials.pairs.picture', { name: yardstick.name, points: points.join('; '), gain })
  const title = scale.log ? say('page.trials.log', { name: yardstick.name }) : yardstick.name
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${WIDE} ${base + AXIS + (gain === '' ? 0 : GAIN)}`}
      role="img"
      aria-label={label}
    >
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line class="rule" x1={x(tick)} x2={x(tick)} y1={HEAD - 12} y2={base} />
          <text x={x(tick)} y={base + 18} text-anchor="middle">
            {number(tick)}
          </text>
        </g>
      ))}
      <text x={(LEFT + WIDE - RIGHT) / 2} y={base + 38} text-anchor="middle">
        {title}
      </text>
      {pairs.map((one, i) => (
        <Pair key={one.seed} one={one} y={HEAD + i * high + 4} x={x} words={words} />
      ))}
      <Heads first={pairs[0]!} x={x} words={words} />
      {gain !== '' && <Gain top={base + AXIS} remedy={remedy} isRatio={picture.ratio} words={words} />}
    </svg>
  )
}

interface PairProps {
  readonly one: Pairs[number]
  readonly x: (value: number) => number
  readonly words: Words
}

function Pair({ one, y, x, words }: PairProps & { readonly y: number }): JSX.Element {
  return (
    <g>
      <text x="0" y={y + 5}>
        {words.say('page.trials.seed', { seed: one.seed })}
      </text>
      <line class="pair-line" x1={x(one.without)} x2={x(one.with)} y1={y} y2={y} />
      <circle class="hollow" cx={x(one.without)} cy={y} r="5" />
      <circle class="full" cx={x(one.with)} cy={y} r="5" />
    </g>
  )
}

/** Which dot is which, once, above the first of them; apart where both lie close. */
function Heads({ first, x, words }: { readonly first: Pairs[number] } & Omit<PairProps, 'one'>): JSX.Element {
  const [without, with_] = [x(first.without), x(first.with)]
  const isLeft = without < with_
  const near = Math.abs(without - with_) < 110
  const anchor = (left: boolean, place: number) => {
    if (near) return left ? 'end' : 'start'
    return place < LEFT + 50 ? 'start' : place > WIDE - RIGHT - 50 ? 'end' : 'middle'
  }
  const place = (at: number, left: boolean) => (near ? at + (left ? -4 : 4) : at)
  return (
    <>
      <text class="letters of-without" x={place(without, isLeft)} y="18" text-anchor={anchor(isLeft, without)}>
        {words.say('page.trials.without')}
      </text>
      <text class="letters of-with" x={place(with_, !isLeft)} y="18" text-anchor={anchor(!isLeft, with_)}>
        {words.say('page.trials.with')}
      </text>
    </>
  )
}
