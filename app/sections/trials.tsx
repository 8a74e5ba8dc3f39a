// The trials of a run: the verdict, the curves and the pairs behind it, what to change, what became of the rest, the cost.

import type { JSX } from 'preact'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import type { TrialsPicture } from '../../src/diagnosis/page-trials.ts'
import type { ReportedExperiment } from '../../src/diagnosis/report-trials.ts'
import { costText, gainText, verdictOf } from '../../src/locales/tried.ts'
import { Curves } from '../trials/curves.tsx'
import { PairsOf } from '../trials/pairs.tsx'
import { Patch } from '../trials/patch.tsx'
import { Remedies } from '../trials/remedies.tsx'
import { Rows } from '../trials/rows.tsx'
import { shortened } from '../trials/shortened.ts'
import { RemedySign } from '../trials/verdict.tsx'
import type { Words } from '../words.ts'

interface TrialsProps {
  /** the run's key in the page */
  readonly at: string
  readonly run: ExaminedRun
  readonly picture: TrialsPicture | null
  readonly words: Words
}

/** letters of the measure's name */
const LONGEST = 40

export function Trials({ at, run, picture, words }: TrialsProps): JSX.Element | null {
  const { trials, experiment } = run
  if (!experiment) return null
  const { yardstick: told } = experiment
  const yardstick = told && { ...told, name: shortened(told.name, LONGEST) }
  const remedy = picture?.remedy === undefined ? undefined : experiment.remedies[picture.remedy]
  const split = yardstick?.split ?? 'val'
  return (
    <section class={`wide trials of-${split}`} aria-labelledby={`${at}-trials`}>
      <h2 id={`${at}-trials`}>{words.say('view.trials.title')}</h2>
      <p class="hanging proof">
        <RemedySign verdict={verdictOf(experiment)} /> <bdi>{experiment.summary}</bdi>
      </p>
      {remedy && picture && (
        <p class="gain">
          <strong>{words.say('view.trials.gain')}</strong> {gainText(remedy, picture.ratio, words)}
        </p>
      )}
      {picture && yardstick && (
        <div class={remedy ? 'pair even' : ''}>
          <Curves {...{ at, trials, yardstick, picture, words }} />
          {remedy && <PairsOf chance={experiment.chance} {...{ remedy, yardstick, picture, words }} />}
        </div>
      )}
      {remedy?.verdict === 'verified' && picture && <Patch remedy={remedy} code={picture.code} words={words} />}
      <Remedies experiment={experiment} words={words} />
      <Tests experiment={experiment} words={words} />
      <ByHand run={run} experiment={experiment} words={words} />
      <Rows trials={trials} name={yardstick?.name ?? ''} picture={picture} words={words} />
      <p class="aside cost">{costText(trials.length, experiment, words)}</p>
      <Notes notes={experiment.notes} />
    </section>
  )
}

function Notes({ notes }: Pick<ReportedExperiment, 'notes'>): JSX.Element | null {
  if (notes.length === 0) return null
  return (
    <ul class="aside notes">
      {notes.map((note) => (
        <li key={note}>
          <bdi>{note}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** What nothing inside a process can do: the advice of the remedies, as far as a cause named here has it. */
function ByHand({ run, experiment, words }: TestsProps & { readonly run: ExaminedRun }): JSX.Element | null {
  const advice = experiment.byHand.flatMap(({ cause, remedy }) => {
    const entry = run.diagnosis.find((one) => one.cause === cause)
    return entry?.remedies.find((one) => one.id === remedy)?.advice ?? []
  })
  if (advice.length === 0) return null
  return (
    <section>
      <h3>{words.say('view.trials.byHand')}</h3>
      <ul class="plain">
        {[...new Set(advice)].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  )
}

interface TestsProps {
  readonly experiment: ReportedExperiment
  readonly words: Words
}

function Tests({ experiment: { tests }, words }: TestsProps): JSX.Element | null {
  if (tests.length === 0) return null
  return (
    <section>
      <h3>{words.say('view.trials.tests')}</h3>
      <ul class="plain">
        {tests.map(({ says }) => (
          <li key={says}>
            <bdi>{says}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
