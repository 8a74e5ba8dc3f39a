// One cause in full: how sure it is, then Seen with its pictures, Where, Against, Rather, Fix, Expect, Verify.

import type { ComponentChildren, JSX } from 'preact'
import type { DiagnosisEntry, ExaminedRun } from '../../src/diagnosis/examination.ts'
import type { Curve } from '../curves/curve.ts'
import { Seen } from '../exhibits/seen.tsx'
import { capital, type Words } from '../words.ts'
import { placesOf } from './place.ts'
import { CauseSign, Certainty } from './sign.tsx'

export interface CauseProps {
  /** the run's key in the page */
  readonly at: string
  readonly run: ExaminedRun
  readonly entry: DiagnosisEntry
  readonly curves: readonly Curve[]
  /** findings that a cause above has shown already, and its title */
  readonly shown: ReadonlyMap<string, string>
  /** possible causes are told in short */
  readonly short?: boolean
  readonly words: Words
}

interface PartProps {
  readonly entry: DiagnosisEntry
  readonly words: Words
}

const MOST_AGAINST = 4

export function Cause({ at, run, entry, curves, shown, short, words }: CauseProps): JSX.Element {
  const findings = entry.for.flatMap((id) => run.findings.find((one) => one.id === id) ?? [])
  const fresh = findings.filter((one) => !shown.has(one.id))
  const before = entry.for.map((id) => shown.get(id)).find((title) => title !== undefined)
  return (
    <section
      class={short ? 'cause' : 'cause cause-full'}
      id={`${at}-${entry.cause}`}
      aria-labelledby={`${at}-${entry.cause}-title`}
    >
      <h3 id={`${at}-${entry.cause}-title`}>
        <CauseSign entry={entry} /> {entry.title}{' '}
        <small>
          <Certainty entry={entry} words={words} />
        </small>
      </h3>
      <p class="what">{entry.what}</p>
      <dl>
        {(fresh.length > 0 || before !== undefined) && (
          <div class="row">
            <dt>{words.say('view.seen')}</dt>
            {fresh.length === 0 && <dd>{words.say('view.seen.above', { title: before })}</dd>}
            <Seen run={at} findings={fresh} pictures={!short} curves={curves} loss={lossOf(run)} words={words} />
          </div>
        )}
        {short && <Plan entry={entry} short words={words} />}
      </dl>
      {!short && (
        <div class="beside">
          <Ground entry={entry} places={placesOf(fresh, words)} words={words} />
          <dl>
            <Plan entry={entry} words={words} />
          </dl>
        </div>
      )}
    </section>
  )
}

/** Where it lies, and what speaks against it. */
function Ground({ entry, places, words }: PartProps & { readonly places: readonly string[] }): JSX.Element | null {
  const against = entry.against.slice(0, MOST_AGAINST)
  const rather = entry.rather ? [entry.rather.why] : []
  if (places.length + against.length + rather.length === 0) return null
  return (
    <dl>
      <Row label={words.say('view.where')}>{places}</Row>
      <Row label={words.say('view.against')}>{against}</Row>
      <Row label={words.say('view.rather')}>{rather}</Row>
    </dl>
  )
}

/** What to do, what to expect of it, and what would settle it. */
function Plan({ entry, short, words }: PartProps & { readonly short?: boolean }): JSX.Element {
  const expect = short ? [] : entry.remedies.slice(0, 1).map((one) => one.expect)
  return (
    <>
      {short && <Row label={words.say('view.against')}>{entry.against.slice(0, MOST_AGAINST)}</Row>}
      <Row label={words.say('view.fix')}>{entry.remedies.map((remedy) => fix(remedy, words))}</Row>
      <Row label={words.say('view.expect')}>{expect}</Row>
      <Row label={words.say('view.verify')}>{entry.settle.map((test) => verify(test, words))}</Row>
    </>
  )
}

function Row({
  label,
  children,
}: {
  readonly label: string
  readonly children: ComponentChildren[] | readonly string[]
}) {
  if (children.length === 0) return null
  return (
    <div class="row">
      <dt>{label}</dt>
      {children.map((child, i) => (
        <dd key={i}>{typeof child === 'string' ? <bdi>{child}</bdi> : child}</dd>
      ))}
    </div>
  )
}

/** The name of the run's loss function, where it was told. */
export function lossOf(run: ExaminedRun): string | undefined {
  const value = run.facts.find((fact) => fact.name === 'loss_function')?.value
  return typeof value === 'string' ? value : undefined
}

function fix(remedy: DiagnosisEntry['remedies'][number], words: Words): JSX.Element {
  return (
    <>
      {remedy.advice} <span class="aside tag">{words.say(`view.safe.${remedy.safe}`)}</span>
    </>
  )
}

function verify(test: DiagnosisEntry['settle'][number], words: Words): string {
  const known = ['seconds', 'minutes', 'one-run', 'some-runs'] as const
  const cost = known.find((one) => one === test.cost)
  return words.say('view.test', {
    test: capital(test.test, words),
    needs: test.needs,
    cost: cost ? words.say(`view.cost.${cost}`) : test.cost,
  })
}
