// A progress bar of tqdm within a line: ` 12%|█▏   | 50/500 [00:10<01:30,  5.00it/s, loss=0.3]`.

import { numberOf } from './numbers.ts'

export interface TqdmBar {
  /** the words before the bar */
  readonly before: string
  readonly done: number
  /** NaN where the total is unknown */
  readonly of: number
  /** `loss=0.3, acc=0.9`, '' for none */
  readonly postfix: string
  /** what stands behind the bar */
  readonly behind: string
}

/** The bar of a line, or undefined. Needs the time in brackets, which nothing else has. */
export function barIn(text: string): TqdmBar | undefined {
  const open = clockAt(text)
  if (open === undefined) return undefined
  const count = /(\d[\d,.]*[kKMG]?)\s?\/\s?(\d[\d,.]*[kKMG]?|\?)\s*$/.exec(text.slice(Math.max(0, open - 60), open))
  if (count === null) return undefined
  const close = text.indexOf(']', open)
  const inside = text.slice(open + 1, close < 0 ? text.length : close)
  const from = Math.max(0, open - 60) + count.index
  return {
    before: text
      .slice(0, from)
      .replace(/:?\s*\d{1,3}(?:\.\d+)?%\s?\|.*$/, '')
      .replace(/\s*\|[^|]*\|?\s*$/, ''),
    done: sizeOf(count[1] as string),
    of: count[2] === '?' ? Number.NaN : sizeOf(count[2] as string),
    postfix: /^[^,]*,[^,]*(?:, (.*))?$/s.exec(inside)?.[1] ?? '',
    behind: close < 0 ? '' : text.slice(close + 1),
  }
}

/** Position of `[00:10<01:30, ...`, the clock of a bar. */
function clockAt(text: string): number | undefined {
  let open = text.indexOf('[')
  while (open >= 0) {
    if (/^\[(?:\d+ days?, )?(?:\d+:)?\d{1,3}:\d\d(?:<|,)/.test(text.slice(open, open + 40))) return open
    open = text.indexOf('[', open + 1)
  }
  return undefined
}

function sizeOf(text: string): number {
  const unit = { k: 1e3, M: 1e6, G: 1e9 }[text.at(-1)?.replace('K', 'k') ?? '']
  return (numberOf(unit === undefined ? text : text.slice(0, -1)) ?? Number.NaN) * (unit ?? 1)
}
