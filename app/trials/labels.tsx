// The label at the end of each arm: where it ended and what it is called, none over another.

import type { JSX } from 'preact'
import type { TrialsPicture } from '../../src/diagnosis/page-trials.ts'
import { changesText } from '../../src/locales/tried.ts'
import type { TrialRow } from '../../src/record/trials.ts'
import type { Words } from '../words.ts'
import { apart, type Frame } from './scale.ts'
import { shortened } from './shortened.ts'

export interface Label {
  readonly arm: 'without' | 'with'
  readonly name: string
  readonly end: number
}

/** Lines of a label, and the most letters of one. */
const [HIGH, LONGEST] = [38, 20]
/** a letter, enlarged on narrow windows; a Chinese one is twice as wide */
const [LETTER, LEAST, GAP] = [9.8, 64, 8]

/** Both arms; before there are pairs the training as it is and what did best on its seed. */
export function labelsOf(
  own: readonly TrialRow[],
  tried: readonly TrialRow[],
  { ends }: TrialsPicture,
  words: Words,
): readonly Label[] {
  const last = (row: TrialRow | undefined) => row?.curve.findLast(([, value]) => value !== null)?.[1] ?? undefined
  const [without, with_] = [ends?.without ?? last(own[0]), ends?.with ?? last(tried[0])]
  const name = ends ? words.say('page.trials.with') : changesText(tried[0]?.changes ?? {})
  return [
    ...(without === undefined
      ? []
      : [
          {
            arm: 'without' as const,
            name: words.say(ends ? 'page.trials.without' : 'page.trials.own'),
            end: without,
          },
        ]),
    ...(with_ === undefined ? [] : [{ arm: 'with' as const, name: shortened(name, LONGEST), end: with_ }]),
  ]
}

/** What the labels need at the right of the frame. */
export function roomFor(labels: readonly Label[]): number {
  const wide = (name: string) => [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
  return Math.max(LEAST, GAP + LETTER * Math.max(0, ...labels.map(({ name }) => wide(name))))
}

interface LabelsProps {
  readonly labels: readonly Label[]
  readonly frame: Frame
  readonly words: Words
}

export function Labels({ labels, frame, words }: LabelsProps): JSX.Element {
  const { top, base } = frame
  const ends = labels.map(({ end }) => Math.min(base, Math.max(top, frame.y(end))))
  const places = apart(ends, HIGH, top + 8, base - 16)
  const x = frame.x(1) + GAP
  return (
    <>
      {labels.map(({ arm, name, end }, i) => (
        <text key={arm} class={`letters of-${arm}`} x={x} y={places[i]!}>
          <tspan class="strong">{words.number(end)}</tspan>
          <tspan x={x} dy="18">
            {name}
          </tspan>
        </text>
      ))}
    </>
  )
}
