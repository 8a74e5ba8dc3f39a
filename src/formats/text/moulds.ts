// The moulds of lines: programs print one layout over and over, and of a line of a known layout only its numbers are new.

import type { Trace } from './scan.ts'

/** A line that was understood, without the digits of its numbers. */
export interface Mould {
  /** the codes of its characters, FREE where any digit may stand */
  readonly codes: Uint8Array
  /** how much of it is the prefix that loggers write */
  readonly prefix: number
  readonly marks: number
  /** which of the readers understood it */
  readonly reader: number
  /** where its numbers are, for the reader that asks for them */
  readonly trace: Trace | undefined
  readonly sentence: boolean
}

export interface Moulds {
  /** the mould that a line fits, or undefined */
  of(text: string): Mould | undefined
  /** Whether a mould of a line of that length is worth making: layouts that come once push no other out. */
  wants(length: number): boolean
  keep(mould: Mould): void
}

const FREE = 255
/** Any sign of which Keras draws its bars. */
const DRAWN = 254
const BAR = /\[[=>.]{2,39}\]/
/** Longer lines are rare; one mould is kept for each length. */
const LONGEST = 1024
/** So many lines in a row must miss a mould before another takes its place. */
const PATIENCE = 2

/** Opens a memory of moulds. What it answers saves work, and never changes what a line is read as. */
export function openMoulds(): Moulds {
  const slots: (Mould | undefined)[] = []
  const misses = new Uint8Array(LONGEST)
  return {
    of(text) {
      const mould = slots[text.length]
      if (mould === undefined || !fits(text, mould.codes)) return undefined
      misses[text.length] = 0
      return mould
    },
    wants(length) {
      if (length >= LONGEST || length === 0) return false
      misses[length] = (misses[length] as number) + 1
      return slots[length] === undefined || (misses[length] as number) > PATIENCE
    },
    keep(mould) {
      slots[mould.codes.length] = mould
      misses[mould.codes.length] = 0
    },
  }
}

function fits(text: string, codes: Uint8Array): boolean {
  for (let i = 0; i < codes.length; i++) {
    const code = text.charCodeAt(i)
    const wanted = codes[i]
    if (code === wanted) continue
    if (wanted === FREE ? code < 48 || code > 57 : wanted !== DRAWN || (code !== 61 && code !== 46 && code !== 62))
      return false
  }
  return true
}

/** The codes of an ASCII line with every digit free, but for those of the words that name its numbers. */
export function codesOf(text: string, prefix: number, trace: Trace | undefined): Uint8Array {
  const codes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    codes[i] = code >= 48 && code <= 57 ? FREE : code
  }
  if (trace === undefined) return draw(text, codes)
  for (const [i, from] of trace.words.entries()) {
    const end = prefix + (trace.shapes[i]?.start ?? text.length - prefix)
    for (let at = prefix + from; at < end; at++) codes[at] = text.charCodeAt(at)
  }
  return codes
}

/** Within the brackets of a bar its signs change from line to line and tell nothing. */
function draw(text: string, codes: Uint8Array): Uint8Array {
  const bar = BAR.exec(text)
  return bar === null ? codes : codes.fill(DRAWN, bar.index + 1, bar.index + bar[0].length - 1)
}
