// What is drawn over and under the lines of a plot: bands with their labels, ticks of NaN, the best value, line ends.

import type uPlot from 'uplot'
import type { Palette } from './palette.ts'

export interface PlotBand {
  readonly from: number
  readonly to: number
  readonly label: string
}

export interface End {
  readonly label: string
  readonly color: string
  readonly x: number
  readonly y: number
}

export interface Mark {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly color: string
}

/** Everything that is drawn beside the lines, in units of the data. */
export interface Overlay {
  readonly bands: readonly PlotBand[]
  readonly gaps: readonly number[]
  readonly marks: readonly Mark[]
  readonly ends: readonly End[]
  /** what the axis below counts; '' where it is not written out */
  readonly axis: string
  readonly colors: Palette
}

const LETTERS = 12
/** height of a line of letters, in CSS pixels */
export const LINE = 15

export function font(ratio: number, weight = 400): string {
  return `${weight} ${LETTERS * ratio}px system-ui, "Noto Sans CJK SC", sans-serif`
}

/** Shades the bands; drawn before the lines. */
export function drawBands(u: uPlot, { bands, colors }: Overlay): void {
  const { ctx, bbox } = u
  ctx.save()
  ctx.fillStyle = colors.band
  for (const { from, to } of bands) {
    const [left, right] = pixels(u, from, to)
    if (right < bbox.left || left > bbox.left + bbox.width) continue
    ctx.fillRect(left, bbox.top, Math.max(devicePixelRatio, right - left), bbox.height)
  }
  ctx.restore()
}

/** Labels, ticks and marks; drawn after the lines. */
export function drawOver(u: uPlot, overlay: Overlay): void {
  const { ctx, bbox } = u
  ctx.save()
  ctx.textBaseline = 'alphabetic'
  ctx.textAlign = 'left'
  drawGaps(u, overlay)
  ctx.beginPath()
  ctx.rect(bbox.left, bbox.top - LINE * devicePixelRatio, bbox.width, bbox.height + LINE * devicePixelRatio)
  ctx.save()
  ctx.clip()
  drawLabels(u, overlay)
  drawMarks(u, overlay)
  ctx.restore()
  drawEnds(u, overlay)
  drawAxis(u, overlay)
  ctx.restore()
}

/** What the axis below counts: beside its numbers where names of lines have room there, else below them. */
function drawAxis(u: uPlot, { axis, colors, ends }: Overlay): void {
  const { ctx, bbox } = u
  const ratio = devicePixelRatio
  const right = bbox.left + bbox.width
  ctx.font = font(ratio)
  ctx.fillStyle = colors.quiet
  ctx.textBaseline = 'top'
  if (ends.length === 0) ctx.textAlign = 'right'
  const [x, y] = ends.length > 0 ? [right + 14 * ratio, 5 * ratio] : [right, 24 * ratio]
  ctx.fillText(axis, x, bbox.top + bbox.height + y)
}

function pixels(u: uPlot, from: number, to: number): [number, number] {
  const [left, right] = [u.valToPos(from, 'x', true), u.valToPos(to, 'x', true)]
  const { bbox } = u
  return [Math.max(bbox.left, left), Math.min(bbox.left + bbox.width, right)]
}

/** The label stands at the top of its band, one below the other where bands overlap; it is cut to the room there is. */
function drawLabels(u: uPlot, { bands, colors }: Overlay): void {
  const { ctx, bbox } = u
  const ratio = devicePixelRatio
  ctx.font = font(ratio, 600)
  ctx.fillStyle = colors.fault
  const rows: number[] = []
  for (const { from, to, label } of [...bands].sort((a, b) => a.from - b.from)) {
    const [left, right] = pixels(u, from, to)
    if (right < bbox.left || left > bbox.left + bbox.width || label === '') continue
    const text = fitted(ctx, label, bbox.width)
    const width = ctx.measureText(text).width
    const at = Math.max(bbox.left, Math.min(left + 4 * ratio, bbox.left + bbox.width - width - 4 * ratio))
    let row = rows.findIndex((end) => at > end)
    if (row < 0) row = rows.length
    rows[row] = at + width + 12 * ratio
    if (row < 3) ctx.fillText(text, at, bbox.top + (row + 1) * LINE * ratio)
  }
}

/** Ticks on the axis where values are not finite. */
function drawGaps(u: uPlot, { gaps, colors }: Overlay): void {
  const { ctx, bbox } = u
  const ratio = devicePixelRatio
  ctx.fillStyle = colors.splits.val
  const bottom = bbox.top + bbox.height
  for (const at of gaps) {
    const x = u.valToPos(at, 'x', true)
    if (x < bbox.left - 1 || x > bbox.left + bbox.width + 1) continue
    ctx.fillRect(Math.round(x - ratio / 2), bottom - 6 * ratio, Math.max(1, ratio), 8 * ratio)
  }
}

/** The best value: a ring with its number. */
function drawMarks(u: uPlot, { marks, colors }: Overlay): void {
  const { ctx, bbox } = u
  const ratio = devicePixelRatio
  ctx.font = font(ratio)
  for (const { x, y, label, color } of marks) {
    const [px, py] = [u.valToPos(x, 'x', true), u.valToPos(y, 'y', true)]
    if (px < bbox.left || px > bbox.left + bbox.width) continue
    ctx.beginPath()
    ctx.arc(px, py, 4 * ratio, 0, 2 * Math.PI)
    ctx.fillStyle = colors.paper
    ctx.fill()
    ctx.lineWidth = 2 * ratio
    ctx.strokeStyle = color
    ctx.stroke()
    const width = ctx.measureText(label).width
    const at = Math.min(Math.max(px - width / 2, bbox.left + 2 * ratio), bbox.left + bbox.width - width - 2 * ratio)
    const below = py + 2 * LINE * ratio < bbox.top + bbox.height
    const line = below ? py + 1.25 * LINE * ratio : py - 0.6 * LINE * ratio
    ctx.strokeStyle = colors.paper
    ctx.lineWidth = 3 * ratio
    ctx.strokeText(label, at, line)
    ctx.fillStyle = colors.ink
    ctx.fillText(label, at, line)
  }
}

/** Names at the right ends of the lines, moved apart where they would lie over each other. */
function drawEnds(u: uPlot, { ends }: Overlay): void {
  const { ctx, bbox } = u
  const ratio = devicePixelRatio
  const right = bbox.left + bbox.width + 8 * ratio
  const room = ctx.canvas.width - right
  if (room < 30 * ratio) return
  // what the axis counts stands below
  const bottom = bbox.top + bbox.height - 8 * ratio
  ctx.font = font(ratio, 600)
  const places = ends
    .map((end) => ({ ...end, at: u.valToPos(end.y, 'y', true) }))
    .filter((end) => Number.isFinite(end.at))
    .map((end) => ({ ...end, at: Math.min(Math.max(end.at, bbox.top), bottom) }))
    .sort((a, b) => a.at - b.at)
  const apart = LINE * ratio
  for (let i = 1; i < places.length; i++) places[i]!.at = Math.max(places[i]!.at, places[i - 1]!.at + apart)
  const over = (places.at(-1)?.at ?? 0) - bottom
  for (let i = places.length - 1; i >= 0 && over > 0; i--) {
    const most = i === places.length - 1 ? bottom : places[i + 1]!.at - apart
    places[i]!.at = Math.min(places[i]!.at, most)
  }
  for (const { label, color, at } of places) {
    ctx.fillStyle = color
    ctx.fillText(fitted(ctx, label, room - 4 * ratio), right, at + 4 * ratio)
  }
}

/** The text, cut with an ellipsis where it is wider than the room. */
export function fitted(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  const short = text.length > 200 ? `${text.slice(0, 200)}…` : text
  if (ctx.measureText(short).width <= room) return short
  let length = short.length
  while (length > 1 && ctx.measureText(`${short.slice(0, length)}…`).width > room) length = Math.floor(length * 0.9)
  return `${short.slice(0, length)}…`
}
