// One uPlot chart: made of lines and an overlay, redrawn for every window of the axis.

import uPlot from 'uplot'
import type { Words } from '../words.ts'
import { drawBands, drawOver, font, LINE, type Overlay } from './canvas.ts'
import { type Line, type Look, seen } from './line.ts'
import type { Palette } from './palette.ts'
import type { Range, Zoom } from './zoom.ts'

/** distances between the numbers of the axis below: 1, 2 and 5 times a power of ten, so that epochs stay whole */
const ROUND = Array.from({ length: 14 }, (_, i) => [1, 2, 5].map((one) => Number(`${one}e${i - 1}`))).flat()

export interface ChartOptions {
  readonly lines: readonly Line[]
  readonly looks: readonly Look[]
  readonly overlay: Omit<Overlay, 'gaps' | 'colors'>
  readonly colors: Palette
  readonly log: boolean
  readonly height: number
  /** room for names at the right end of the lines; 0 where the window is narrow */
  readonly ends: number
  /** whether the axis below is written out */
  readonly axis: boolean
  readonly zoom: Zoom
  readonly group: string
  readonly words: Words
  pointed(at: number | undefined): void
}

export interface Chart {
  readonly plot: uPlot
  redraw(): void
  destroy(): void
}

export function makeChart(into: HTMLElement, width: number, options: ChartOptions): Chart {
  const { zoom, colors } = options
  let gaps: readonly number[] = []
  const plot = new uPlot(
    settings(options, width, () => ({ ...options.overlay, gaps, colors })),
    [[]],
    into,
  )
  const redraw = () => {
    const range = zoom.get() ?? zoom.all()
    const window = windowOf(options.lines, range, Math.max(50, Math.round(plot.bbox.width / devicePixelRatio || width)))
    gaps = window.gaps
    plot.batch(() => {
      plot.setData(window.data, false)
      plot.setScale('x', { min: range[0], max: range[1] })
      plot.setScale('y', yRange(window.data, options))
    })
  }
  redraw()
  const reset = () => zoom.set(undefined)
  plot.over.addEventListener('dblclick', reset)
  return {
    plot,
    redraw,
    destroy: () => plot.destroy(),
  }
}

interface Window {
  readonly data: uPlot.AlignedData
  readonly gaps: readonly number[]
}

/** What the window shows of every line, on the positions of all of them. */
function windowOf(lines: readonly Line[], range: Range, width: number): Window {
  const parts = lines.map((line) => seen(line, range, width))
  const step = (range[1] - range[0]) * 1e-9
  const tables = parts.map(({ x, y }): uPlot.AlignedData => [rising(x, step), [...y]])
  const data = tables.length > 1 ? uPlot.join(tables) : (tables[0] ?? [[]])
  return { data, gaps: [...new Set(parts.flatMap((part) => part.gaps))].slice(0, 4000) }
}

/** Positions that several rows share are set a hair apart, for a chart has one value at a position. */
function rising(x: readonly number[], step: number): number[] {
  const out = [...x]
  for (let i = 1; i < out.length; i++) if (out[i]! <= out[i - 1]!) out[i] = out[i - 1]! + step
  return out
}

/** From below the lowest to above the highest value, with room for the labels of bands. */
function yRange(data: uPlot.AlignedData, { log, height, overlay }: ChartOptions): { min: number; max: number } {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const column of data.slice(1) as (number | null | undefined)[][])
    for (const one of column) {
      if (one == null || (log && one <= 0)) continue
      if (one < low) low = one
      if (one > high) high = one
    }
  if (low > high) return log ? { min: 0.1, max: 1 } : { min: 0, max: 1 }
  const rows = Math.min(3, overlay.bands.filter((band) => band.label !== '').length)
  const head = 1 - (rows * LINE) / (height - 40)
  if (log) return { min: low / 1.25, max: low * (high / low) ** (1 / head) * 1.25 }
  const room = high > low ? (high - low) * 0.08 : Math.abs(high) * 0.1 || 0.5
  return { min: low >= 0 && low - room < 0 ? 0 : low - room, max: low + (high - low) / head + room }
}

function settings(options: ChartOptions, width: number, overlay: () => Overlay): uPlot.Options {
  const { height, ends, log, colors, zoom, group, lines } = options
  return {
    width,
    height,
    padding: [10, Math.max(ends, 12), options.axis ? 0 : 6, 0],
    legend: { show: false },
    scales: { x: { time: false, auto: false }, y: { auto: false, distr: log ? 3 : 1 } },
    axes: axes(options),
    series: [{}, ...lines.map((_, i) => drawn(options, i))],
    cursor: {
      drag: { x: true, y: false, setScale: false, dist: 4 },
      sync: { key: group, scales: ['x', null] },
      points: { size: 7, width: 2, stroke: (u, i) => strokeOf(u, i), fill: () => colors.paper },
      x: true,
      y: false,
      bind: { dblclick: () => null },
    },
    hooks: {
      drawClear: [(u) => drawBands(u, overlay())],
      draw: [(u) => drawOver(u, overlay())],
      setCursor: [(u) => options.pointed(pointedAt(u))],
      setSelect: [
        (u) => {
          const { left, width: wide } = u.select
          if (wide < 4) return
          zoom.set([u.posToVal(left, 'x'), u.posToVal(left + wide, 'x')])
          u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
        },
      ],
    },
  }
}

function pointedAt(u: uPlot): number | undefined {
  const { left } = u.cursor
  return left === undefined || left === null || left < 0 ? undefined : u.posToVal(left, 'x')
}

function strokeOf(u: uPlot, index: number): string {
  const { stroke } = u.series[index]!
  return String(typeof stroke === 'function' ? stroke(u, index) : stroke)
}

/** A line; its points show where there are few of them. */
function drawn({ lines, looks }: ChartOptions, index: number): uPlot.Series {
  const { color, dash } = looks[index]!
  const few = lines[index]!.points <= 60
  return {
    label: lines[index]!.name.slice(0, 80),
    stroke: color,
    width: 1.6,
    dash: [...dash],
    points: { show: few, size: 4, fill: color, stroke: color },
    scale: 'y',
  }
}

function axes({ colors, words, axis, log, ends }: ChartOptions): uPlot.Axis[] {
  const quiet = {
    stroke: colors.quiet,
    font: font(1),
    ticks: { show: false },
  }
  const say = (_: uPlot, splits: (number | null)[]) => splits.map((one) => (one === null ? '' : words.number(one, 4)))
  return [
    {
      ...quiet,
      show: true,
      size: axis ? (ends > 0 ? 30 : 46) : 8,
      grid: { show: false },
      space: 90,
      incrs: ROUND,
      values: axis ? say : () => [],
    },
    {
      ...quiet,
      size: 56,
      space: 34,
      grid: { stroke: colors.grid, width: 1, ...(log ? { filter: decades } : {}) },
      values: say,
      ...(log ? { filter: decades } : {}),
    },
  ]
}

/** On a logarithmic axis the powers of ten are named; where there are few, their halves too. */
function decades(_: uPlot, splits: readonly number[]): (number | null)[] {
  const powers = splits.filter((one) => isPower(one)).length
  return splits.map((one) => (isPower(one) || (powers < 2 && /^[125]/.test(one.toExponential())) ? one : null))
}

function isPower(one: number): boolean {
  return Math.abs(Math.log10(one) - Math.round(Math.log10(one))) < 1e-9
}
