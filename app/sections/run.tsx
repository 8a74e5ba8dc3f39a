// One run from the verdict to the sources.

import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { DiagnosisEntry, ExaminedRun } from '../../src/diagnosis/examination.ts'
import type { TrialsPicture } from '../../src/diagnosis/page-trials.ts'
import { hasProof } from '../../src/locales/tried.ts'
import type { Curve } from '../curves/curve.ts'
import { type Band, Timeline } from '../curves/timeline.tsx'
import type { Words } from '../words.ts'
import { Answers } from './answers.tsx'
import { Cause, lossOf } from './cause.tsx'
import { Compare } from './compare.tsx'
import { Data } from './data.tsx'
import { Facts, Notes, Sources } from './facts.tsx'
import { Model } from './model.tsx'
import { Predictions, Reasons } from './predictions.tsx'
import { Scores } from './scores.tsx'
import { VerdictSign } from './sign.tsx'
import { Trials } from './trials.tsx'

interface RunProps {
  /** the run's key in the page */
  readonly at: string
  readonly run: ExaminedRun
  readonly curves: readonly Curve[]
  readonly trials: TrialsPicture | null
  readonly words: Words
}

const MOST_BANDS = 6

export function Run({ at, run, curves, trials, words }: RunProps): JSX.Element {
  const { faults, benign, possible } = useMemo(() => sorted(run), [run])
  const full = [...faults, ...benign]
  const bands = useMemo(() => bandsOf(run, [...faults, ...benign]), [run, faults, benign])
  const spoken = useMemo(() => spokenOf(run), [run])
  const reduced = curves.filter((curve) => curve.rows < curve.points).length
  const tried = <Trials at={at} run={run} picture={trials} words={words} />
  return (
    <>
      <Verdict at={at} run={run} entries={[...full, ...possible]} words={words} />
      {hasProof(run.experiment) && tried}
      {(curves.length > 0 || !(run.data || run.model || run.predictions)) && (
        <section class="wide" aria-labelledby={`${at}-curves`}>
          <h2 id={`${at}-curves`}>{words.say('page.curves')}</h2>
          <Timeline run={at} curves={curves} bands={bands} spoken={spoken} loss={lossOf(run)} words={words} />
          {curves.length > 0 && <p class="aside screen">{words.say('page.plot.hint')}</p>}
          {reduced > 0 && <p class="aside">{words.say('page.plot.reduced', { count: reduced })}</p>}
        </section>
      )}
      <Scores at={at} run={run} words={words} />
      <Data at={at} run={run} words={words} />
      <Causes at={at} run={run} full={full} possible={possible} curves={curves} words={words} />
      {!hasProof(run.experiment) && tried}
      <Predictions at={at} run={run} words={words} />
      <Reasons at={at} run={run} words={words} />
      <Model at={at} run={run} words={words} />
      <Answers run={run} words={words} />
      <Facts run={run} words={words} />
      <Notes run={run} words={words} />
      <Sources run={run} words={words} />
    </>
  )
}

function Verdict({
  at,
  run,
  entries,
  words,
}: Omit<RunProps, 'curves' | 'trials'> & { entries: readonly DiagnosisEntry[] }) {
  const { found, clear, irrelevant, unasked, broken } = run.checks
  const asked = found + clear + irrelevant + broken
  const all = asked + unasked
  const id = run.verdict === 'healthy' ? 'view.coverage.healthy' : 'view.coverage'
  return (
    <section class="verdict" aria-label={words.say(`view.verdict.${run.verdict}`)}>
      <p class="name">
        <bdi>{run.name === '-' ? words.say('view.stdin') : run.name}</bdi>
      </p>
      <h1>
        <VerdictSign verdict={run.verdict} /> <bdi>{run.summary}</bdi>
      </h1>
      <p class="aside">{words.say(id, { asked, all, unasked })}</p>
      <progress
        class="coverage"
        value={asked}
        max={Math.max(1, all)}
        aria-label={words.say(id, { asked, all, unasked })}
      />
      {run.verdict === 'healthy' && <p class="night">{words.say('view.goodNight')}</p>}
      <Compare at={at} entries={entries} words={words} />
    </section>
  )
}

interface CausesProps extends Omit<RunProps, 'trials'> {
  readonly full: readonly DiagnosisEntry[]
  readonly possible: readonly DiagnosisEntry[]
}

function Causes({ at, run, full, possible, curves, words }: CausesProps): JSX.Element {
  const shown = new Map<string, string>()
  // where nothing is likely, the first of the possible is the answer, and is given in full
  const first = full.length === 0 ? 1 : 0
  const block = (entry: DiagnosisEntry, short: boolean) => {
    const before = new Map(shown)
    for (const id of entry.for) if (!shown.has(id)) shown.set(id, entry.title)
    return <Cause key={entry.cause} {...{ at, run, entry, curves, words, short }} shown={before} />
  }
  return (
    <>
      {full.length > 0 && <h2>{words.say('page.contents')}</h2>}
      {full.map((entry) => block(entry, false))}
      {possible.length > 0 && (
        <>
          <h2>{words.say(full.length > 0 ? 'view.alsoPossible' : 'view.possible')}</h2>
          <div class="beside">{possible.map((entry, i) => block(entry, i >= first))}</div>
        </>
      )}
    </>
  )
}

/** Faults that are at least likely, benign causes that are, and the merely possible; as the terminal has them. */
function sorted(run: ExaminedRun) {
  const likely = run.diagnosis.filter((entry) => entry.certainty !== 'possible')
  return {
    faults: likely.filter((entry) => entry.kind === 'fault'),
    benign: likely.filter((entry) => entry.kind === 'benign' && entry.cause !== 'healthy'),
    possible: run.diagnosis.filter(
      (entry) =>
        entry.certainty === 'possible' &&
        run.verdict !== 'healthy' &&
        (entry.cause !== 'healthy' || run.verdict === 'undecided'),
    ),
  }
}

/** Where findings lie on the axis, under the title of the first cause that rests on each. */
function bandsOf(run: ExaminedRun, entries: readonly DiagnosisEntry[]): readonly Band[] {
  const bands = new Map<string, Band>()
  for (const entry of entries)
    for (const id of entry.for) {
      const where = run.findings.find((one) => one.id === id)?.where
      for (const [axis, range] of [['step', where?.steps] as const, ['epoch', where?.epochs] as const]) {
        if (!range) continue
        const key = `${axis} ${entry.cause}`
        const old = bands.get(key)
        const [from, to] = [Math.min(range[0], old?.from ?? range[0]), Math.max(range[1], old?.to ?? range[1])]
        bands.set(key, { axis, from, to, label: entry.title })
      }
    }
  return [...bands.values()].slice(0, MOST_BANDS)
}

function spokenOf(run: ExaminedRun): ReadonlySet<string> {
  const curves = run.findings.flatMap((finding) => finding.exhibits).filter((exhibit) => exhibit.kind === 'curve')
  return new Set(curves.flatMap((exhibit) => exhibit.lines.map((line) => line.name)))
}
