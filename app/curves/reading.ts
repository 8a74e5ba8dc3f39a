// The line of text below a plot: the last values of its curves, or those at the pointer.

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
  place.textContent =
    at === undefined
      ? words.say('page.plot.last')
      : words.say(axis === 'epoch' ? 'view.where.epoch' : 'view.where.step', { first: words.number(rounded(at, axis)) })
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
