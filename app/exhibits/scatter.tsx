// A scatter plot of two named quantities.

import type { JSX } from 'preact'
import type { Exhibit } from '../../src/checks/finding.ts'
import type { Words } from '../words.ts'

interface ScatterProps {
  readonly exhibit: Extract<Exhibit, { kind: 'scatter' }>
  readonly description: string
  readonly words: Words
}

const [WIDE, HIGH, LEFT, FOOT] = [528, 260, 64, 40]

export function Scatter({ exhibit, description, words }: ScatterProps): JSX.Element {
  const { x, y, names } = exhibit
  const across = scale(x, LEFT, WIDE - 8)
  const up = scale(y, HIGH - 4, 8)
  return (
    <svg class="picture" viewBox={`0 0 ${WIDE} ${HIGH + FOOT}`} role="img" aria-label={description}>
      <line class="rule" x1={LEFT} x2={WIDE} y1={HIGH} y2={HIGH} />
      <line class="rule" x1={LEFT} x2={LEFT} y1="0" y2={HIGH} />
      {x.map((one, i) => (
        <circle key={i} class="point" cx={across.at(one)} cy={up.at(y[i] ?? Number.NaN)} r="3" />
      ))}
      <text x={LEFT} y={HIGH + 18}>
        {words.number(across.low)}
      </text>
      <text x={WIDE} y={HIGH + 18} text-anchor="end">
        {words.number(across.high)}
      </text>
      <text x={(WIDE + LEFT) / 2} y={HIGH + 34} text-anchor="middle">
        {names[0]}
      </text>
      <text x={LEFT - 6} y={HIGH} text-anchor="end">
        {words.number(up.low)}
      </text>
      <text x={LEFT - 6} y="14" text-anchor="end">
        {words.number(up.high)}
      </text>
      <text x={LEFT + 8} y="14">
        {names[1]}
      </text>
    </svg>
  )
}

function scale(values: readonly number[], from: number, to: number) {
  const finite = values.filter(Number.isFinite)
  const low = Math.min(...finite)
  const high = Math.max(...finite)
  const at = (value: number) => from + ((value - low) / (high - low || 1)) * (to - from)
  return { low, high, at }
}
