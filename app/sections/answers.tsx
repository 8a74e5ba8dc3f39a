// The questions that named no cause: what waits for evidence, what was asked and not found, what does not arise.

import type { ComponentChildren, JSX } from 'preact'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'
import { some } from './place.ts'

interface AnswersProps {
  readonly run: ExaminedRun
  readonly words: Words
}

export function Answers({ run, words }: AnswersProps): JSX.Element {
  return (
    <>
      <OtherFindings run={run} words={words} />
      <Unasked run={run} words={words} />
      <Broken run={run} words={words} />
      <Folded title={words.say('page.clear')} count={run.clear.length} words={words}>
        {run.clear.map((one) => (
          <li key={one.check}>
            <bdi>{one.claim}</bdi> <code>{one.check}</code>
          </li>
        ))}
      </Folded>
      <Folded title={words.say('page.irrelevant')} count={run.irrelevant.length} words={words}>
        {run.irrelevant.map((one) => (
          <li key={one.check}>
            <code>{one.check}</code>: {one.reason}
          </li>
        ))}
      </Folded>
    </>
  )
}

/** Findings that no named cause rests on: they were seen, so they are said. */
function OtherFindings({ run, words }: AnswersProps): JSX.Element | null {
  const used = new Set(run.diagnosis.flatMap((entry) => entry.for))
  const rest = run.findings.filter((finding) => !used.has(finding.id))
  if (rest.length === 0) return null
  return (
    <section>
      <h2>{words.say('view.otherFindings')}</h2>
      <ul class="plain">
        {rest.map((finding) => (
          <li key={finding.id}>
            <bdi>{finding.claim}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is missing and how to get it; one thing to log may open many questions. */
function Unasked({ run, words }: AnswersProps): JSX.Element | null {
  const groups = new Map<string, string[]>()
  for (const { check, how } of run.unasked) groups.set(how, [...(groups.get(how) ?? []), check])
  const ranked = [...groups].sort((a, b) => b[1].length - a[1].length)
  if (ranked.length === 0) return null
  return (
    <section>
      <h2>
        {words.say('page.unasked')} <small>{words.number(run.unasked.length)}</small>
      </h2>
      <Scroll label={words.say('page.unasked')}>
        <table class="unasked">
          <thead>
            <tr>
              <th scope="col">{words.say('page.unasked.how')}</th>
              <th scope="col">{words.say('page.unasked.missing')}</th>
            </tr>
          </thead>
          <tbody>
            {ranked.map(([how, checks]) => (
              <tr key={how}>
                <td>
                  <bdi>{how}</bdi>
                </td>
                <td>
                  <code>{some(checks, words)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function Broken({ run, words }: AnswersProps): JSX.Element | null {
  if (run.broken.length === 0) return null
  return (
    <section>
      <h2>{words.say('view.broken')}</h2>
      <ul class="plain">
        {run.broken.map((one) => (
          <li key={one.check}>
            <code>{one.check}</code>: <bdi>{one.error}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface FoldedProps {
  readonly title: string
  readonly count: number
  readonly words: Words
  readonly children: ComponentChildren
}

function Folded({ title, count, words, children }: FoldedProps): JSX.Element | null {
  if (count === 0) return null
  return (
    <details class="folded">
      <summary>
        <h2>
          {title} <small>{words.number(count)}</small>
        </h2>
      </summary>
      <ul class="plain">{children}</ul>
    </details>
  )
}
