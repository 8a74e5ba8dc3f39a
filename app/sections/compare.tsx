// Several causes side by side: how sure each is, what speaks for and against it, and the cheapest way to know.

import type { JSX } from 'preact'
import type { DiagnosisEntry } from '../../src/diagnosis/examination.ts'
import { Scroll } from '../scroll.tsx'
import { capital, type Words } from '../words.ts'
import { CauseSign, Certainty } from './sign.tsx'

const HEADS = { cause: '', certainty: '', for: 'number spare', against: 'number spare', test: '' } as const
const COSTS = ['seconds', 'minutes', 'one-run', 'some-runs'] as const

interface CompareProps {
  readonly at: string
  readonly entries: readonly DiagnosisEntry[]
  readonly words: Words
}

export function Compare({ at, entries, words }: CompareProps): JSX.Element | null {
  if (entries.length < 2) return null
  const heads = ['cause', 'certainty', 'for', 'against', 'test'] as const
  return (
    <Scroll label={words.say('page.compare')}>
      <table class="compare">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" class={HEADS[head]}>
                {words.say(`page.compare.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.cause}>
              <th scope="row" class="hanging">
                <CauseSign entry={entry} /> <a href={`#${at}-${entry.cause}`}>{entry.title}</a>
              </th>
              <td class="certainty">
                <Certainty entry={entry} words={words} />
              </td>
              <td class="number spare">{words.number(entry.for.length)}</td>
              <td class="number spare">{words.number(entry.against.length)}</td>
              <td>{cheapest(entry, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function cheapest({ settle }: DiagnosisEntry, words: Words): string {
  const ranked = [...settle].sort((a, b) => rank(a.cost) - rank(b.cost))
  const test = ranked[0]
  const cost = COSTS.find((one) => one === test?.cost)
  if (!test) return '–'
  const said = cost ? words.say(`view.cost.${cost}`) : test.cost
  return words.say('page.compare.cost', { test: capital(test.test, words), cost: said })
}

function rank(cost: string): number {
  const at = (COSTS as readonly string[]).indexOf(cost)
  return at < 0 ? COSTS.length : at
}
