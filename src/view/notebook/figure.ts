// The curves as a figure whose words are not drawn: they keep their size at any width, and stay where drawings are taken out.

import type { Speak } from '../../locales/speak.ts'
import type { Drawing, Line } from './line.ts'
import { element, escaped, type Markup, NOTHING, text } from './markup.ts'

/** Okabe and Ito; each has three times the contrast of its background, be it light or dark. */
const INK = { train: '#0072b2', val: '#d55e00', test: '#009e73' } as const
const DARK_INK = { train: '#4aa8e0', val: '#f08a3c', test: '#2fc79a' } as const
const WIDE = 1000
const HIGH = 240
/** labels of lines that end together stand under each other */
const APART = 0.11

export interface Figures {
  readonly say: Speak
  readonly number: (value: number) => string
}

/** The style of lines, which are lighter where the notebook says that it is dark. */
export const INKS = (['train', 'val', 'test'] as const)
  .map((split) => `.whyloss .${split}{color:${INK[split]}}`)
  .join('')
  .concat(
    ...(['train', 'val', 'test'] as const).map(
      (split) =>
        `[data-jp-theme-light=false] .whyloss .${split},html[theme=dark] .whyloss .${split},.vscode-dark .whyloss .${split}{color:${DARK_INK[split]}}`,
    ),
  )

/** The figure with its caption: each curve's first and last value, and how the axis is drawn. */
export function figure(drawing: Drawing, { say, number }: Figures): Markup {
  const { lines, axis, x, y, log } = drawing
  const ends = apart(lines)
  const labels = lines.map((line, i) =>
    element('span', { class: line.series.split, style: `top:${percent(1 - ends[i]!)}` }, text(line.series.name, 24)),
  )
  const words = (one: string) => element('span', {}, text(one))
  const captions = lines.map(({ series }) => {
    const values = `${number(series.value[0]!)} → ${number(series.value.at(-1)!)}`
    return element(
      'span',
      { class: 'curve' },
      element('b', { class: series.split }, text(series.name, 60)),
      ` ${values}` as Markup,
    )
  })
  return element(
    'figure',
    {},
    element('div', { class: 'y' }, words(number(y[1])), words(number(y[0]))),
    element('div', { class: 'plot' }, picture(lines)),
    element('div', { class: 'ends' }, ...labels),
    element('div', { class: 'x' }, words(say(`view.where.${axis}`, { first: x[0] })), words(number(x[1]))),
    element(
      'figcaption',
      {},
      ...captions,
      log ? element('span', { class: 'quiet' }, text(say('view.curve.log'))) : NOTHING,
    ),
  )
}

function picture(lines: readonly Line[]): Markup {
  const drawn = lines.map((line) =>
    element('g', { class: line.series.split }, ...line.stretches.map(stretch), ...line.gaps.map(gap)),
  )
  const frame = { d: `M0 0V${HIGH}H${WIDE}`, fill: 'none', stroke: 'currentColor', 'stroke-opacity': 0.35 }
  return element(
    'svg',
    { viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    element('path', { ...frame, 'vector-effect': 'non-scaling-stroke' }),
    ...drawn,
  )
}

function stretch(points: Line['stretches'][number]): Markup {
  const at = ([x, y]: readonly [number, number]) => `${(x * WIDE).toFixed(1)} ${((1 - y) * HIGH).toFixed(1)}`
  // a point alone is a line of no length with round ends
  const all = points.length === 1 ? [points[0]!, points[0]!] : points
  const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': points.length === 1 ? 5 : 2 }
  const ends = { 'stroke-linejoin': 'round', 'stroke-linecap': 'round', 'vector-effect': 'non-scaling-stroke' }
  return element('path', { d: `M${all.map(at).join('L')}`, ...line, ...ends })
}

function gap(x: number): Markup {
  const at = (x * WIDE).toFixed(1)
  const line = { stroke: 'currentColor', 'stroke-width': 2, 'vector-effect': 'non-scaling-stroke' }
  return element('path', { d: `M${at} ${HIGH}V${HIGH - 14}`, ...line })
}

/** Heights of the labels, highest line first, each a little below the one above it. */
function apart(lines: readonly Line[]): number[] {
  const heights = lines.map(({ end }) => end ?? 0)
  const order = [...heights.keys()].sort((a, b) => heights[b]! - heights[a]!)
  for (const [rank, line] of order.entries()) {
    const above = rank === 0 ? Number.POSITIVE_INFINITY : heights[order[rank - 1]!]! - APART
    heights[line] = Math.min(heights[line]!, above)
  }
  const low = Math.min(0, ...heights)
  return heights.map((height) => height - low)
}

function percent(share: number): string {
  return escaped(`${(100 * share).toFixed(1)}%`)
}
