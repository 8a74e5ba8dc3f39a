// The curves of a run on one axis, one pane a metric, with the findings as bands across them.

import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Axis } from '../../src/record/series.ts'
import type { Words } from '../words.ts'
import { type Group, groupsOf } from './axis.ts'
import type { Curve } from './curve.ts'
import { type Pane, panesOf } from './panes.ts'
import { Plot } from './plot.tsx'
import { scaled, zoomOf } from './zoom.ts'

/** A stretch of the axis that a finding speaks of. */
export interface Band {
  readonly axis: Axis
  readonly from: number
  readonly to: number
  readonly label: string
}

export interface TimelineProps {
  readonly run: string
  readonly curves: readonly Curve[]
  readonly bands: readonly Band[]
  /** names of the curves that findings show */
  readonly spoken: ReadonlySet<string>
  /** the run's loss function, if it is known */
  readonly loss: string | undefined
  readonly words: Words
}

const SHOWN = 4
const HEIGHT = 150
const FIRST_HEIGHT = 260

export function Timeline(props: TimelineProps): JSX.Element {
  const { curves, words } = props
  const groups = useMemo(() => groupsOf(curves), [curves])
  if (groups.length === 0) return <p>{words.say('view.curve.none')}</p>
  return (
    <>
      {groups.map((group) => (
        <GroupPanes key={group.axis} group={group} {...props} />
      ))}
    </>
  )
}

function GroupPanes({
  group,
  run,
  bands,
  spoken,
  loss,
  words,
}: TimelineProps & { readonly group: Group }): JSX.Element {
  const panes = useMemo(() => panesOf(group.curves, spoken), [group, spoken])
  const [chosen, choose] = useState<readonly string[]>(() => panes.slice(0, SHOWN).map((pane) => pane.key))
  const own = useMemo(() => bands.filter((band) => band.axis === group.axis), [bands, group.axis])
  const unlabelled = useMemo(() => own.map((band) => ({ ...band, label: '' })), [own])
  const shown = panes.filter((pane) => chosen.includes(pane.key))
  const name = `${run}/${group.axis}`
  return (
    <div class="timeline">
      {shown.map((pane, i) => (
        <Plot
          key={pane.key}
          group={name}
          axis={group.axis}
          curves={pane.curves}
          bands={i === 0 ? own : unlabelled}
          height={i === 0 ? FIRST_HEIGHT : HEIGHT}
          best={i === 0}
          last={i === shown.length - 1}
          loss={loss}
          label={words.say('page.plot.label', { names: pane.title, axis: group.axis })}
          words={words}
        />
      ))}
      <Controls name={name} axis={group.axis} words={words} />
      {panes.length > SHOWN && <Chooser panes={panes} chosen={chosen} choose={choose} words={words} />}
    </div>
  )
}

function Controls({ name, axis, words }: { name: string; axis: Axis; words: Words }): JSX.Element {
  const zoom = zoomOf(name)
  const [[from, to], see] = useState(() => zoom.get() ?? zoom.all())
  useEffect(() => zoom.watch(() => see(zoom.get() ?? zoom.all())), [zoom])
  const digit = (at: number) => words.number(axis === 'step' ? Math.round(at) : Math.round(at * 10) / 10)
  return (
    <p class="controls">
      <span data-window>
        {Number.isFinite(from) && words.say(`view.where.${axis}s`, { first: digit(from), last: digit(to) })}
      </span>
      <button type="button" onClick={() => scaled(zoom, 0.5)}>
        {words.say('page.plot.closer')}
      </button>
      <button type="button" onClick={() => scaled(zoom, 2)}>
        {words.say('page.plot.wider')}
      </button>
      <button type="button" onClick={() => zoom.set(undefined)}>
        {words.say('page.plot.whole')}
      </button>
    </p>
  )
}

interface ChooserProps {
  readonly panes: readonly Pane[]
  readonly chosen: readonly string[]
  choose(keys: readonly string[]): void
  readonly words: Words
}

/** Which curves are drawn, where there are many. */
function Chooser({ panes, chosen, choose, words }: ChooserProps): JSX.Element {
  const [filter, setFilter] = useState('')
  const wanted = filter.toLowerCase()
  const listed = panes.filter((pane) => pane.title.toLowerCase().includes(wanted))
  const toggle = (key: string) => choose(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])
  return (
    <details class="chooser">
      <summary>{words.say('page.plot.choose', { shown: chosen.length, all: panes.length })}</summary>
      <label>
        {words.say('page.plot.filter')}{' '}
        <input type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
      </label>
      <ul>
        {listed.slice(0, 300).map((pane) => (
          <li key={pane.key}>
            <label>
              <input type="checkbox" checked={chosen.includes(pane.key)} onChange={() => toggle(pane.key)} />{' '}
              <bdi class="name">{pane.title}</bdi>
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
