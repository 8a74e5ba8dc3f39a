// One cause in full: how sure it is, the plots of its findings, then Seen, Where, Against, Rather, Fix, Expect, Verify.

import type { ComponentChildren, JSX } from 'preact'
import type { DiagnosisEntry, ExaminedRun, ReportedFinding } from '../../src/diagnosis/examination.ts'
import type { Curve } from '../curves/curve.ts'
import { ExhibitFigure } from '../exhibits/exhibit.tsx'
import type { Words } from '../words.ts'
import { placesOf } from './place.ts'
import { CauseSign } from './sign.tsx'

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

const MOST_AGAINST = 4

export function Cause({ at, run, entry, curves, shown, short, words }: CauseProps): JSX.Element {
  const findings = entry.for.flatMap((id) => run.findings.find((one) => one.id === id) ?? [])
  const fresh = findings.filter((one) => !shown.has(one.id))
  const before = entry.for.map((id) => shown.get(id)).find((title) => title !== undefined)
  return (
    <section class="cause" id={`${at}-${entry.cause}`} aria-labelledby={`${at}-${entry.cause}-title`}>
      <h3 id={`${at}-${entry.cause}-title`}>
        <CauseSign entry={entry} /> {entry.title} <small>{words.say(`view.certainty.${entry.certainty}`)}</small>
      </h3>
      <p class="what">{entry.what}</p>
      {!short && <Figures at={at} entry={entry} findings={fresh} curves={curves} words={words} />}
      <dl>
        <Row label={words.say('view.seen')}>{seen(fresh, before, words)}</Row>
        {!short && <Row label={words.say('view.where')}>{placesOf(fresh, words)}</Row>}
        <Row label={words.say('view.against')}>{entry.against.slice(0, MOST_AGAINST)}</Row>
        {!short && <Row label={words.say('view.rather')}>{entry.rather ? [entry.rather.why] : []}</Row>}
        <Row label={words.say('view.fix')}>{entry.remedies.map((remedy) => fix(remedy, words))}</Row>
        {!short && <Row label={words.say('view.expect')}>{entry.remedies.slice(0, 1).map((one) => one.expect)}</Row>}
        <Row label={words.say('view.verify')}>{entry.settle.map((test) => verify(test, words))}</Row>
      </dl>
    </section>
  )
}

/** The plots of the findings; where two findings would draw the same curves over the same stretch, once. */
function Figures({
  at,
  entry,
  findings,
  curves,
  words,
}: Pick<CauseProps, 'at' | 'entry' | 'curves' | 'words'> & { readonly findings: readonly ReportedFinding[] }) {
  const drawn = new Set<string>()
  const figures = findings.flatMap((finding) =>
    finding.exhibits.flatMap((exhibit, i) => {
      const key =
        exhibit.kind === 'curve'
          ? JSON.stringify([exhibit.lines.map((line) => [line.name, line.split]), exhibit.band])
          : JSON.stringify([finding.id, i])
      if (drawn.has(key)) return []
      drawn.add(key)
      return [
        <ExhibitFigure
          key={`${finding.id}-${i}`}
          run={at}
          exhibit={exhibit}
          curves={curves}
          claim={finding.claim}
          label={entry.title}
          words={words}
        />,
      ]
    }),
  )
  return <>{figures}</>
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

function seen(fresh: readonly ReportedFinding[], before: string | undefined, words: Words): readonly string[] {
  if (fresh.length > 0) return fresh.map((finding) => finding.claim)
  return before === undefined ? [] : [words.say('view.seen.above', { title: before })]
}

function fix(remedy: DiagnosisEntry['remedies'][number], words: Words): JSX.Element {
  return (
    <>
      {remedy.advice} <span class="aside">{words.say(`view.safe.${remedy.safe}`)}</span>
    </>
  )
}

function verify(test: DiagnosisEntry['settle'][number], words: Words): string {
  const known = ['seconds', 'minutes', 'one-run', 'some-runs'] as const
  const cost = known.find((one) => one === test.cost)
  const opening = test.test.slice(0, 1).toLocaleUpperCase(words.language) + test.test.slice(1)
  return words.say('view.test', {
    test: opening,
    needs: test.needs,
    cost: cost ? words.say(`view.cost.${cost}`) : test.cost,
  })
}
