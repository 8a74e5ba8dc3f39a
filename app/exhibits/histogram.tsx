// A histogram: how many values lie between the edges.

import type { JSX } from 'preact'
import type { Exhibit } from '../../src/checks/finding.ts'
import type { Words } from '../words.ts'

interface HistogramProps {
  readonly exhibit: Extract<Exhibit, { kind: 'histogram' }>
  readonly description: string
  readonly words: Words
}

const [WIDE, HIGH, HEAD, FOOT] = [528, 180, 24, 24]

export function Histogram({ exhibit, description, words }: HistogramProps): JSX.Element {
  const { edges, counts } = exhibit
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 1]
  const most = Math.max(1, ...counts)
  const x = (edge: number) => ((edge - first) / (last - first || 1)) * WIDE
  return (
    <svg class="picture" viewBox={`0 0 ${WIDE} ${HIGH + FOOT}`} role="img" aria-label={description}>
      {counts.map((count, i) => {
        const [from, to] = [x(edges[i] ?? first), x(edges[i + 1] ?? last)]
        const high = (count / most) * (HIGH - HEAD)
        return (
          <rect key={from} class="bar" x={from} y={HIGH - high} width={Math.max(0.5, to - from - 1)} height={high} />
        )
      })}
      <line class="rule" x1="0" x2={WIDE} y1={HIGH} y2={HIGH} />
      <text x="0" y="14">
        {`${words.say('page.exhibit.count')}: 0–${words.number(most)}`}
      </text>
      <text x="0" y={HIGH + 18}>
        {words.number(first)}
      </text>
      <text x={WIDE} y={HIGH + 18} text-anchor="end">
        {words.number(last)}
      </text>
    </svg>
  )
}
