// One plot with its reading: drawn when it comes into view, moved and zoomed by mouse and by keys.

import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Axis } from '../../src/record/series.ts'
import type { Words } from '../words.ts'
import type { Mark, PlotBand } from './canvas.ts'
import { type Chart, makeChart } from './chart.ts'
import type { Curve } from './curve.ts'
import { extent, type Line, type Look, linesOf, looks, wantsLog } from './line.ts'
import { palette, setPrinting } from './palette.ts'
import { readingOf } from './reading.ts'
import { inTurn } from './turn.ts'
import { axisName } from './unit.ts'
import { panned, scaled, type Zoom, zoomOf } from './zoom.ts'

export interface PlotProps {
  /** plots of the same group share their window and their cursor */
  readonly group: string
  readonly axis: Axis
  readonly curves: readonly Curve[]
  readonly bands: readonly PlotBand[]
  readonly log?: boolean
  readonly height: number
  /** whether the lowest loss on held-out data is marked */
  readonly best?: boolean
  readonly last?: boolean
  /** the run's loss function, which tells the unit of its loss */
  readonly loss?: string | undefined
  /** the picture in words */
  readonly label: string
  readonly words: Words
}

const PRINTED = 680
/** milliseconds after which plots out of sight are drawn too */
const QUIET = 1000
const NARROW = 440
/** plots wider than this have room for long names at the ends of their lines */
const WIDE = 640

export function Plot(props: PlotProps): JSX.Element {
  const holder = useRef<HTMLDivElement>(null)
  const reading = useRef<HTMLSpanElement>(null)
  const asked = useRef(0)
  const zoom = zoomOf(props.group)
  const lines = useLines(holder, props, zoom, asked)
  useChart(holder, reading, lines, props, zoom, asked)
  const { words, label, height, log, loss } = props
  return (
    <div class="plot">
      <p class="plot-head">
        <bdi>{lines && axisName(lines, loss, log ?? wantsLog(lines), words)}</bdi>
        <span class="reading" ref={reading} aria-live="off" />
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        ref={holder}
        class="plot-canvas"
        style={{ minHeight: `${height}px` }}
        role="group"
        aria-label={label}
        aria-description={words.say('page.plot.keys')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move along the curves
        tabIndex={0}
      />
    </div>
  )
}

/** The lines of the plot, loaded when it comes near the window. */
function useLines(
  holder: { readonly current: HTMLElement | null },
  { curves, axis }: PlotProps,
  zoom: Zoom,
  asked: { current: number },
): readonly Line[] | undefined {
  const [lines, setLines] = useState<readonly Line[]>()
  const near = useNear(holder)
  useEffect(() => {
    if (!near) return
    let alive = true
    asked.current = performance.now()
    linesOf(curves, axis).then((loaded) => {
      const whole = extent(loaded)
      if (!alive) return
      if (whole) zoom.extend(whole)
      inTurn(() => alive && setLines(loaded))
    })
    return () => {
      alive = false
    }
  }, [near, curves, axis, zoom, asked])
  return lines
}

/** Whether the element has come near the window, or the browser has nothing else to do: a print wants every plot. */
function useNear(of: { readonly current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (near || !of.current) return
    const watch = new IntersectionObserver((all) => all.some((one) => one.isIntersecting) && setNear(true), {
      rootMargin: '400px',
    })
    watch.observe(of.current)
    const stop = whenIdle(() => setNear(true))
    return () => {
      watch.disconnect()
      stop()
    }
  }, [near, of])
  return near
}

/** Calls once the page has been quiet for a while; gives back how to call it off. */
function whenIdle(call: () => void): () => void {
  let idle: number | undefined
  const timer = setTimeout(() => {
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(call)
    else call()
  }, QUIET)
  return () => {
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
  }
}

function useChart(
  holder: { readonly current: HTMLDivElement | null },
  reading: { readonly current: HTMLElement | null },
  lines: readonly Line[] | undefined,
  props: PlotProps,
  zoom: Zoom,
  asked: { current: number },
): void {
  const { words, bands, axis, group, log, height, best, last } = props
  useEffect(() => {
    const into = holder.current
    if (!into || !lines) return
    let chart: Chart | undefined
    let width = 0
    const build = (wide: number) => {
      chart?.destroy()
      width = wide
      chart = draw(into, wide, lines)
      // what `npm run bench page` reads: from the first look at the packed columns to the picture
      if (asked.current > 0) performance.measure('whyloss-first', { start: asked.current })
      asked.current = 0
    }
    const draw = (on: HTMLElement, wide: number, of: readonly Line[]) => {
      const colors = palette()
      const looked = looks(of, colors)
      const marks = best ? bestOf(of, words) : []
      const overlay = {
        bands,
        axis: last === false ? '' : words.say('page.plot.axis', { axis }),
        marks: marks.map((mark) => ({ ...mark, color: colors.splits.val })),
        ends: wide > NARROW ? endsOf(of, looked) : [],
      }
      const ends = wide > WIDE ? 120 : wide > NARROW ? 88 : 0
      const pointed = (at?: number) => readingOf(reading.current, of, looked, at, axis, words)
      pointed()
      return makeChart(on, wide, {
        ...{ lines: of, looks: looked, overlay, colors, height, ends, zoom, group, words, pointed },
        log: log ?? wantsLog(of),
        axis: last !== false,
      })
    }
    build(into.clientWidth || PRINTED)
    const sized = new ResizeObserver(
      () => into.clientWidth !== width && into.clientWidth > 0 && build(into.clientWidth),
    )
    sized.observe(into)
    let frame = 0
    const again = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => chart?.redraw())
    }
    const stops = [
      zoom.watch(again),
      onLook(() => build(width)),
      onPrint(build, () => into.clientWidth),
      onKeys(into, zoom, () => chart),
    ]
    return () => {
      for (const stop of stops) stop()
      sized.disconnect()
      cancelAnimationFrame(frame)
      chart?.destroy()
    }
  }, [lines, bands, axis, group, log, height, best, last, words, zoom, holder, reading, asked])
}

/** Where each line ends, and its name. */
function endsOf(lines: readonly Line[], looked: readonly Look[]) {
  return lines.flatMap((line, i) => {
    let row = line.y.length - 1
    while (row >= 0 && !Number.isFinite(line.y[row])) row--
    return row < 0 ? [] : [{ label: line.name, color: looked[i]!.letters, x: line.x[row]!, y: line.y[row]! }]
  })
}

/** The lowest held-out loss, where it is not simply the last value. */
function bestOf(lines: readonly Line[], words: Words): Omit<Mark, 'color'>[] {
  const line = lines.find((one) => one.metric === 'loss' && one.split === 'val')
  if (!line || line.y.length < 3) return []
  let row = -1
  for (const low of line.blocks.low) if (low >= 0 && (row < 0 || line.y[low]! < line.y[row]!)) row = low
  if (row < 0 || row === line.y.length - 1) return []
  return [{ x: line.x[row]!, y: line.y[row]!, label: words.say('page.plot.best', { value: line.y[row] }) }]
}

function onLook(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', changed)
  return () => dark.removeEventListener('change', changed)
}

function onPrint(build: (width: number) => void, width: () => number): () => void {
  const before = () => {
    setPrinting(true)
    build(PRINTED)
  }
  const after = () => {
    setPrinting(false)
    build(width())
  }
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  return () => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
  }
}

/** Arrows move the cursor, with shift the window; + and - zoom; 0 and Escape show everything. */
function onKeys(element: HTMLElement, zoom: Zoom, chart: () => Chart | undefined): () => void {
  const press = (event: KeyboardEvent) => {
    const plot = chart()?.plot
    if (!plot || event.ctrlKey || event.metaKey || event.altKey) return
    const wide = plot.over.clientWidth
    const left = plot.cursor.left ?? -1
    const at = left < 0 ? undefined : plot.posToVal(left, 'x')
    const forward = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (forward !== 0 && event.shiftKey) panned(zoom, forward * 0.2)
    else if (forward !== 0) move(plot, left < 0 ? wide / 2 : left + (forward * wide) / 60)
    else if (event.key === '+' || event.key === '=') scaled(zoom, 0.5, at)
    else if (event.key === '-') scaled(zoom, 2, at)
    else if (event.key === '0' || event.key === 'Escape') zoom.set(undefined)
    else return
    event.preventDefault()
  }
  element.addEventListener('keydown', press)
  return () => element.removeEventListener('keydown', press)
}

function move(plot: Chart['plot'], left: number): void {
  plot.setCursor({ left: Math.min(Math.max(left, 0), plot.over.clientWidth), top: plot.over.clientHeight / 2 })
}
