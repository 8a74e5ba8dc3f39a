// The few signs of the terminal, and their stand-ins where only ASCII arrives whole.

export interface Symbols {
  readonly strong: string
  readonly likely: string
  readonly note: string
  readonly well: string
  readonly none: string
  readonly open: string
  /** heights of a sparkline, lowest first */
  readonly blocks: readonly string[]
  /** a value that was logged but is NaN or Inf */
  readonly gap: string
  readonly rule: string
  readonly arrow: string
  /** between the items of a list */
  readonly dot: string
  /** what was cut out */
  readonly cut: string
  /** a value, and a mark that it is compared with, on a line of `rule` */
  readonly point: string
  readonly tick: string
}

export const UNICODE: Symbols = {
  strong: '✖',
  likely: '▲',
  note: '●',
  well: '✓',
  none: '–',
  open: '?',
  blocks: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  gap: '×',
  rule: '─',
  arrow: '→',
  dot: '·',
  cut: '…',
  point: '●',
  tick: '│',
}

export const ASCII: Symbols = {
  strong: 'x',
  likely: '!',
  note: 'i',
  well: '+',
  none: '-',
  open: '?',
  blocks: ['_', '.', '-', '~', '=', '+', '*', '#'],
  gap: 'x',
  rule: '-',
  arrow: '->',
  dot: '|',
  cut: '..',
  point: 'o',
  tick: '|',
}

const STAND_INS: Readonly<Record<string, string>> = {
  '→': '->',
  '…': '...',
  '·': '|',
  '–': '-',
  '—': '-',
  '−': '-',
  '×': 'x',
  '±': '+/-',
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
}

/** Our own typography in ASCII; letters of the user's names stay as they are. */
export function ascii(text: string): string {
  return text.replace(/[→…·–—−×±≥≤≈“”‘’]/g, (sign) => STAND_INS[sign] ?? sign)
}
