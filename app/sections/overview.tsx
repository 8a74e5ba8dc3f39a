// Several runs at a glance: each with its verdict, its first cause and the shape of its loss.

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Examination, ExaminedRun } from '../../src/diagnosis/examination.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'
import { CauseSign, Certainty, VerdictSign } from './sign.tsx'

interface OverviewProps {
  readonly examination: Examination
  readonly words: Words
}

const ORDER = { ill: 0, undecided: 1, healthy: 2 }
const MOST = 500

export function Overview({ examination, words }: OverviewProps): JSX.Element {
  const [filter, setFilter] = useState('')
  const { runs } = examination
  const count = (verdict: string) => runs.filter((run) => run.verdict === verdict).length
  const listed = runs
    .map((run, i) => ({ run, i }))
    .filter(({ run }) => run.name.toLowerCase().includes(filter.toLowerCase()))
    .sort((a, b) => ORDER[a.run.verdict] - ORDER[b.run.verdict] || a.i - b.i)
  const numbers = { count: runs.length, ill: count('ill'), undecided: count('undecided'), healthy: count('healthy') }
  return (
    <section class="overview">
      <h1>{words.say('view.overview', numbers)}</h1>
      {runs.length > 12 && (
        <p>
          <label>
            {words.say('page.runs.filter')}{' '}
            <input type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
          </label>
        </p>
      )}
      <Scroll label={words.say('page.runs')}>
        <table>
          <thead>
            <tr>
              {(['verdict', 'name', 'first', 'loss'] as const).map((head) => (
                <th key={head} scope="col">
                  {words.say(`page.runs.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, MOST).map(({ run, i }) => (
              <Row key={i} run={run} at={i} words={words} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function Row({ run, at, words }: { readonly run: ExaminedRun; readonly at: number; readonly words: Words }) {
  const first = run.diagnosis.find((entry) => entry.cause !== 'healthy')
  return (
    <tr>
      <td class="verdict-cell">
        <VerdictSign verdict={run.verdict} /> {words.say(`view.verdict.${run.verdict}`)}
      </td>
      <th scope="row">
        <a href={`#run-${at + 1}`}>
          <bdi class="name">{run.name === '-' ? words.say('view.stdin') : run.name}</bdi>
        </a>
      </th>
      <td>
        {first && (
          <>
            <CauseSign entry={first} /> {first.title}{' '}
            <span class="aside">
              <Certainty entry={first} words={words} />
            </span>
          </>
        )}
      </td>
      <td>
        <Spark run={run} />
      </td>
    </tr>
  )
}

const [WIDE, HIGH] = [120, 24]

/** The shape of the first loss, with no numbers: they are a click away. */
function Spark({ run }: { readonly run: ExaminedRun }): JSX.Element | null {
  const series = run.series.find((one) => one.metric === 'loss') ?? run.series[0]
  const finite = (series?.shape ?? []).filter((one) => one !== null)
  if (!series || finite.length < 2) return null
  const [low, high] = [Math.min(...finite), Math.max(...finite)]
  const points = series.shape.map((one, i) =>
    one === null
      ? undefined
      : `${((i / (series.shape.length - 1)) * WIDE).toFixed(1)},${(HIGH - 2 - ((one - low) / (high - low || 1)) * (HIGH - 4)).toFixed(1)}`,
  )
  const parts: string[][] = [[]]
  for (const point of points) {
    if (point === undefined) parts.push([])
    else parts.at(-1)?.push(point)
  }
  return (
    <svg class="spark" viewBox={`0 0 ${WIDE} ${HIGH}`} width={WIDE} height={HIGH} aria-hidden="true">
      {parts.map((part) => part.length > 0 && <polyline key={part[0]} points={part.join(' ')} />)}
    </svg>
  )
}
