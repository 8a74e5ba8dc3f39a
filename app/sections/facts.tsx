// What is known besides the curves, and where all of it comes from: facts, notes, sources.

import type { JSX } from 'preact'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'

interface FactsProps {
  readonly run: ExaminedRun
  readonly words: Words
}

export function Facts({ run, words }: FactsProps): JSX.Element | null {
  if (run.facts.length === 0) return null
  return (
    <section>
      <h2>{words.say('view.facts')}</h2>
      <Scroll label={words.say('view.facts')}>
        <table class="facts">
          <thead>
            <tr>
              <th scope="col">{words.say('page.facts.name')}</th>
              <th scope="col">{words.say('page.facts.value')}</th>
              <th scope="col">{words.say('page.facts.source')}</th>
            </tr>
          </thead>
          <tbody>
            {run.facts.map((fact, i) => (
              <tr key={i}>
                <th scope="row">
                  <code>{fact.name}</code>
                </th>
                <td>
                  <bdi>{shown(fact.value, words)}</bdi>
                </td>
                <td>
                  <bdi>{words.say('view.fact.quote', { quote: fact.quote })}</bdi>{' '}
                  <span class="aside">{fact.where}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="aside">{words.say('view.facts.fix', { name: run.facts[0]?.name })}</p>
    </section>
  )
}

function shown(value: unknown, words: Words): string {
  if (typeof value === 'number') return words.number(value)
  return Array.isArray(value) ? value.map((one) => shown(one, words)).join(', ') : String(value)
}

export function Notes({ run, words }: FactsProps): JSX.Element | null {
  if (run.notes.length === 0) return null
  return (
    <section>
      <h2>{words.say('view.notes')}</h2>
      <ul class="plain">
        {run.notes.map((note) => (
          <li key={note}>
            <bdi>{note}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Sources({ run, words }: FactsProps): JSX.Element {
  return (
    <section>
      <h2>{words.say('page.sources')}</h2>
      <Scroll label={words.say('page.sources')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.say('page.sources.path')}</th>
              <th scope="col">{words.say('page.sources.format')}</th>
              <th scope="col">{words.say('page.sources.values')}</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {run.sources.map((source) => (
              <tr key={source.path}>
                <th scope="row">
                  <bdi class="name">{source.path === '-' ? words.say('view.stdin') : source.path}</bdi>
                </th>
                <td>{source.format}</td>
                <td class="number">{words.number(source.points)}</td>
                <td>
                  <code class="hash">{source.sha256 ?? '–'}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
