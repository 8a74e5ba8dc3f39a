// What became of each remedy: the verdict, what it changes and for which cause, where it ended, and why.

import type { JSX } from 'preact'
import type { ReportedExperiment, ReportedRemedy } from '../../src/diagnosis/report-trials.ts'
import { changesText, endsOf, ranked } from '../../src/locales/tried.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'
import { shortened } from './shortened.ts'
import { RemedyVerdict } from './verdict.tsx'

export function Remedies({
  experiment,
  words,
}: {
  readonly experiment: ReportedExperiment
  readonly words: Words
}): JSX.Element | null {
  const { say } = words
  if (experiment.remedies.length === 0) return null
  return (
    <section>
      <h3>{say('page.trials.remedies')}</h3>
      <Scroll label={say('page.trials.remedies')}>
        <table class="remedies">
          <thead>
            <tr>
              <th scope="col">{say('view.trials.verdict')}</th>
              <th scope="col">{say('view.trials.remedy')}</th>
              <th scope="col" class="number">
                {say('page.trials.steps')}
              </th>
              <th scope="col">{say('view.trials.why')}</th>
            </tr>
          </thead>
          <tbody>
            {ranked(experiment.remedies).map((one) => (
              <Row key={`${one.cause} ${one.remedy} ${changesText(one.changes)}`} one={one} words={words} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function Row({ one, words }: { readonly one: ReportedRemedy; readonly words: Words }): JSX.Element {
  const [without, with_] = endsOf(one).map((value) => (value === null ? '–' : words.number(value)))
  return (
    <tr>
      <td>
        <RemedyVerdict verdict={one.verdict} words={words} />
      </td>
      <th scope="row">
        <code>{shortened(changesText(one.changes), 60)}</code>
        <small>{one.title}</small>
      </th>
      <td class="number">
        {without === '–' && with_ === '–' ? '–' : words.say('view.trials.steps', { without, with: with_ })}
      </td>
      <td>
        <bdi>{shortened(one.why, 300)}</bdi>
      </td>
    </tr>
  )
}
