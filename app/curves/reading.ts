// The line of text above a plot: the values of its curves at the pointer, or at their ends.

import type { Axis } from '../../src/record/series.ts'
import type { Words } from '../words.ts'
import { type Line, type Look, nearestRow } from './line.ts'

/** Writes into the element what every line holds at the position, or at its end; text only, whatever names hold. */
export function readingOf(
  into: HTMLElement | null,
  lines: readonly Line[],
  looked: readonly Look[],
  at: number | undefined,
  axis: Axis,
  words: Words,
): void {
  if (!into) return
  const place = document.createElement('span')
  place.className = 'reading-place'
  const shown = at ?? Math.max(...lines.map(({ x }) => x[x.length - 1] ?? 0))
  const id = axis === 'epoch' ? 'view.where.epoch' : 'view.where.step'
  place.textContent = words.say(id, { first: words.number(rounded(shown, axis)) })
  into.replaceChildren(place, ...lines.map((line, i) => valueAt(line, looked[i]!.letters, at, words)))
}

function valueAt(line: Line, color: string, at: number | undefined, words: Words): HTMLElement {
  const row = at === undefined ? line.y.length - 1 : nearestRow(line, at)
  const item = document.createElement('span')
  const name = document.createElement('bdi')
  name.textContent = line.name
  name.style.color = color
  const value = document.createElement('b')
  value.textContent = row < 0 ? '–' : words.number(line.y[row]!, 4)
  item.append(name, ' ', value)
  return item
}

function rounded(at: number, axis: Axis): number {
  return axis === 'step' ? Math.round(at) : Math.round(at * 10) / 10
}
