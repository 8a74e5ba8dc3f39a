// Line breaks that pasting lost or added: glued lines are cut again, wrapped lines are joined.

export interface Reflow {
  line(text: string, number: number, final: boolean): void
  end(): void
  /** no line is held back */
  idle(): boolean
}

type Next = (text: string, number: number, final: boolean) => void

/** Opens the reflow of one text. At most one line is held back, that which ends in the middle of a pair. */
export function openReflow(next: Next): Reflow {
  let held: { text: string; number: number } | undefined
  function release(): void {
    if (held === undefined) return
    const { text, number } = held
    held = undefined
    pieces(text, number, true, next)
  }
  return {
    line(text, number, final) {
      if (held !== undefined) {
        if (final && isContinuation(text)) {
          const whole = `${held.text.trimEnd()} ${text.trimStart()}`
          held = undefined
          return this.line(whole, number, final)
        }
        release()
      }
      if (final && text.length < 4000 && isUnfinished(text)) held = { text, number }
      else pieces(text, number, final, next)
    },
    end: release,
    idle: () => held === undefined,
  }
}

/** Ends with a name and a sign (`val_loss: `) behind other numbers of a log line. */
function isUnfinished(text: string): boolean {
  let end = text.length - 1
  while (end >= 0 && (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9)) end--
  const code = text.charCodeAt(end)
  if (code !== 58 && code !== 61) return false
  return /\d.*[a-z_](?:\s*[:=])\s*$/i.test(text) && /[:=]\s*[-+]?(?:\d|nan|inf)/i.test(text)
}

function isContinuation(text: string): boolean {
  return /^\s*[-+]?(?:\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan|inf)\b/i.test(text)
}

/** Rules of a model summary are 60 and more characters wide, the bars of Keras 30. */
const UNDERSCORES = '_'.repeat(40)
const EQUALS = '='.repeat(40)
const RUNS = /[_=]{40,}/g
const GLUED =
  /(?<=[0-9.\])]|[a-z]{2}|%)(?=Epoch 0*\d{1,7}[/:])|(?<=\S\s+)(?=(?:Epoch|Эпоха) \d{1,7}\/\d{1,7}\s*(?:\r?$|\s\d+\/\d+ ?\[|\d+\/\d+ ?\[|\s?- ))/

/** Cuts a line where a break was lost; a line of the usual kind goes on untouched. */
function pieces(text: string, number: number, final: boolean, next: Next): void {
  if (text.length > 80 && hasRules(text)) glued(text, number, final, next)
  else if (text.length > 30 && hasEpoch(text)) epochs(text, number, final, next)
  else if (text.length > 40 && text.includes(']R')) {
    for (const part of text.split(BEHIND_BAR)) next(part, number, final)
  } else next(text, number, final)
}

function hasRules(text: string): boolean {
  if (!mayHaveRule(text) || (!text.includes(UNDERSCORES) && !text.includes(EQUALS))) return false
  return text.length < 200_000 && text.replace(RUNS, '').trim() !== ''
}

/** Of forty equal signs in a row two lie twenty apart on the marks of every twentieth: two looks instead of twenty. */
function mayHaveRule(text: string): boolean {
  for (let i = 20; i < text.length; i += 20) {
    const code = text.charCodeAt(i)
    if ((code === 61 || code === 95) && text.charCodeAt(i - 20) === code) return true
  }
  return false
}

function hasEpoch(text: string): boolean {
  return text.indexOf('Epoch ', 2) > 0 || text.indexOf('Эпоха ', 2) > 0
}

/** Another process prints behind a bar that has not ended its line. */
const BEHIND_BAR = /(?<=(?:it\/s|s\/it)\])(?=R(?:ank|ANK) ?\d)/

/** A whole model summary on one line: its rules were lines of their own. */
function glued(text: string, number: number, final: boolean, next: Next): void {
  const parts = text
    .replace(/[_=]{40,}/g, '\n$&\n')
    .replace(/(?<=\S)(?=(?:Total|Trainable|Non-trainable) params:)/g, '\n')
    .split('\n')
  for (const part of parts) {
    if (part.trim() === '' || /^[_=]{40,}$/.test(part.trim())) {
      if (part.trim() !== '') next(part, number, final)
    } else epochs(part, number, final, next)
  }
}

function epochs(text: string, number: number, final: boolean, next: Next): void {
  for (const part of text.split(GLUED)) if (part.trim() !== '') next(part.trimEnd(), number, final)
}
