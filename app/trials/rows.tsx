// All trials in the order in which they ended: what each changed, how it went and ended, what it took.

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TrialsPicture } from '../../src/diagnosis/page-trials.ts'
import { aligned } from '../../src/locales/aligned.ts'
import { changesText, timeText } from '../../src/locales/tried.ts'
import type { TrialRow } from '../../src/record/trials.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'
import { pathOf, placing } from './scale.ts'
import { shortened } from './shortened.ts'

interface RowsProps {
  readonly trials: readonly TrialRow[]
  /** the user's name of the measure */
  readonly name: string
  readonly picture: TrialsPicture | null
  readonly words: Words
}

const SHOWN = 12
/** a fold that hides so little is none */
const FEW = 3
const HEADS = ['change', 'arm', 'seed', 'ending', 'value', 'time'] as const

export function Rows({ trials, name, picture, words }: RowsProps): JSX.Element {
  const { say } = words
  const isShort = trials.length <= SHOWN + FEW
  const [open, setOpen] = useState(isShort)
  const values = aligned(
    trials.map(({ value }) => value),
    words.language,
  )
  return (
    <section>
      <h3>{say('page.trials.all')}</h3>
      <Scroll label={say('page.trials.all')}>
        <table class={open ? 'trial-rows' : 'trial-rows folded-rows'}>
          <Heads name={name} words={words} />
          <tbody>
            {trials.map((one, i) => (
              <Row key={one.id} one={one} value={values[i]!} isBeyond={i >= SHOWN} {...{ picture, words }} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {!open && (
        <button type="button" class="screen" onClick={() => setOpen(true)}>
          {say('page.trials.more', { count: trials.length - SHOWN })}
        </button>
      )}
    </section>
  )
}

function Heads({ name, words }: Pick<RowsProps, 'name' | 'words'>): JSX.Element {
  const { say } = words
  const heads = {
    ...{ change: say('view.trials.change'), arm: say('page.trials.arm'), seed: say('page.trials.seed.head') },
    ...{ ending: say('page.trials.ending'), value: name, time: say('page.trials.time') },
  }
  return (
    <thead>
      <tr>
        {HEADS.map((key) => (
          <th key={key} scope="col" class={NUMBERS.has(key) ? 'number' : ''} colSpan={key === 'value' ? 2 : 1}>
            <bdi>{heads[key]}</bdi>
          </th>
        ))}
      </tr>
    </thead>
  )
}

const NUMBERS: ReadonlySet<string> = new Set(['seed', 'value', 'time'])

interface RowProps extends Omit<RowsProps, 'trials' | 'name'> {
  readonly one: TrialRow
  readonly value: string
  readonly isBeyond: boolean
}

function Row({ one, value, isBeyond, picture, words }: RowProps): JSX.Element {
  const { say } = words
  const change = shortened(changesText(one.changes), 60)
  const seed = one.seed === 0 ? say('page.trials.seed.own') : words.number(one.seed)
  // early stopping, which needs no training of its own
  const isRead = one.ending === 'finished' && one.seconds === 0
  const ending = say(isRead ? 'page.trials.ending.read' : `trial.ending.${one.ending}`)
  return (
    <tr class={isBeyond ? 'beyond' : ''}>
      <th scope="row" class="change">
        {change === '' ? <span class="quiet">–</span> : <code>{change}</code>}
      </th>
      <td class="arm">{say(`trial.arm.${one.arm}`)}</td>
      <td class="number seed">
        <span class="spare">{seed}</span>
        <span class="only-narrow">
          {one.seed === 0 ? say('page.trials.seed.script') : say('page.trials.seed', { seed })}
        </span>
      </td>
      <td class={one.ending === 'finished' ? 'ending quiet' : 'ending'}>
        <bdi>{one.why === '' ? ending : say('page.trials.ending.why', { ending, why: shortened(one.why, 300) })}</bdi>
      </td>
      <td class="curve">{picture && one.curve.length > 0 && <Spark one={one} picture={picture} />}</td>
      <td class="number value">{value}</td>
      <td class="number quiet time">{isRead ? '–' : timeText(one.seconds, words)}</td>
    </tr>
  )
}

const [WIDE, HIGH] = [72, 20]

/** The curve in small, on the scale of the picture above, so that rows can be compared. */
function Spark({ one, picture }: { readonly one: TrialRow; readonly picture: TrialsPicture }): JSX.Element {
  const [low, high] = picture.curves.span
  const y = placing(picture.curves, HIGH - 1, 1)
  const inside = one.curve.map(
    ([at, value]) => [at, value === null ? null : Math.min(high, Math.max(low, value))] as const,
  )
  const arm = one.arm === 'confirm' ? 'with' : one.arm === 'screen' ? 'screen' : 'without'
  return (
    <svg class="picture trial-spark" viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
      <path class={`thin of-${arm}`} d={pathOf(inside, (at) => 1 + at * (WIDE - 2), y)} />
    </svg>
  )
}
