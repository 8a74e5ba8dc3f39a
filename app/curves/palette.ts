// The colours of data: Okabe and Ito's, which people with any colour vision tell apart, lightened on dark paper.

import type { Split } from '../../src/record/series.ts'

export interface Palette {
  readonly ink: string
  readonly quiet: string
  readonly grid: string
  readonly paper: string
  readonly band: string
  readonly fault: string
  readonly splits: Readonly<Record<Split, string>>
  /** the same for small letters, which need more contrast than lines */
  readonly letters: Readonly<Record<string, string>>
  readonly rate: string
  readonly others: readonly string[]
}

const LIGHT: Palette = {
  ink: '#1d1f21',
  quiet: '#5f6368',
  grid: '#e7e6e1',
  paper: '#fbfbf9',
  band: 'rgba(230, 159, 0, 0.16)',
  fault: '#7a4a00',
  splits: { train: '#0072b2', val: '#d55e00', test: '#009e73' },
  letters: {
    '#d55e00': '#b04e00',
    '#009e73': '#00795a',
    '#cc79a7': '#a34a7f',
    '#56b4e9': '#1f6fa3',
    '#767676': '#5f6368',
  },
  rate: '#767676',
  others: ['#cc79a7', '#56b4e9', '#8a6d00', '#6a51a3', '#1b7837'],
}

const DARK: Palette = {
  ink: '#e8e6e1',
  quiet: '#a3a19b',
  grid: '#2a2d30',
  paper: '#16181a',
  band: 'rgba(230, 159, 0, 0.2)',
  fault: '#f0b84a',
  splits: { train: '#4aa8e0', val: '#f08238', test: '#2cc79a' },
  letters: {},
  rate: '#9a9a9a',
  others: ['#e0a0c4', '#8fd0f5', '#d8b93c', '#b3a2dd', '#6fc089'],
}

let printing = false

/** While the page is printed everything is drawn on white paper. */
export function setPrinting(now: boolean): void {
  printing = now
}

export function palette(): Palette {
  const dark = !printing && matchMedia('(prefers-color-scheme: dark)').matches
  return dark ? DARK : LIGHT
}
