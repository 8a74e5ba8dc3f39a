// What loggers put before a line: time, level, file, rank, quotation marks of mail and markdown.

export interface Bare {
  readonly text: string
  /** what was taken off, as it stood */
  readonly prefix: string
  /** number of the process that wrote the line, where the prefix says so */
  readonly rank: number | undefined
}

const TIME = String.raw`\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?`
const DATE = String.raw`\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?`
const LEVEL = 'DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL|NOTICE|TRACE'

/** Tried at the start of what is left, by first character; each needs a mark that no metric has. */
const PATTERNS: Readonly<Record<string, readonly RegExp[]>> = {
  '>': [/>[> ]*/y],
  '#': [/#+ (?=\s*\d+\/\d+ \[)/y],
  '(': [/\([\w-]{1,40} pid=\d+(?:, ip=[\d.]+)?\) /y],
  '|': [/\| (?:INFO|WARNING|ERROR) \| [\w.-]{1,60} \| (?=[{|])/y],
  '[': [
    new RegExp(String.raw`\[(?:${DATE}[ T_]?)?(?:${TIME}|\d\d:\d\d)(?:[ ,][\w .:/-]{0,60})?\]:?\s*`, 'y'),
    new RegExp(String.raw`\[(?:\w{1,20}[ .:-])?(?:${LEVEL}|STDERR|STDOUT)\]:?\s*`, 'yi'),
    /\[(?:rank|default|Rank |RANK |GPU|gpu|worker|proc)[ :]?(\d+)\]:?\s*/y,
    /\[\d+,\d+\]<(?:stdout|stderr)>:\s?/y,
    /\[[\w/.-]{1,60}\.(?:py|cpp|cc|cu):\d+(?::\w{1,60})?\]\s*/y,
    /\[(?:deepspeed|titan|LightGBM|XGBoost|trainer|logger|root|__main__)\]\s*/y,
  ],
  digit: [
    new RegExp(
      String.raw`${DATE}[ T]${TIME}Z?(?:[+-]\d\d:?\d\d)?(?:[,: |-]*(?:${LEVEL})\b[: |\]-]*| - |: | \| | +|$)`,
      'y',
    ),
    new RegExp(String.raw`${TIME}(?: *[-|:]* *(?:${LEVEL})\b[: |\]-]*| - | \| | {1,3}(?=\D))`, 'y'),
    /(\d{1,3}): (?=\s*(?:\[|Epoch|epoch|step|Step|iter|Iter|\{))/y,
  ],
  letter: [
    /[IWEFD]\d{4} \d\d:\d\d:\d\d[.,]\d+ +\d+ [\w./-]{1,100}:\d+\] ?/y,
    new RegExp(String.raw`(?:${LEVEL})(?::[\w.]{1,60}:| *[:\]|-]+ *)`, 'y'),
    /[\w./-]{1,80}\.(?:py|cpp|cc|cu):\d+\] */y,
    new RegExp(String.raw`[\w.]{1,60} - (?:${LEVEL}) - `, 'y'),
    new RegExp(String.raw`[\w.]{1,60} (?:${LEVEL}): `, 'y'),
    new RegExp(`(?:${LEVEL}) +`, 'y'),
    /(?:RANK|Rank|rank):? ?(\d+)(?:\]|:)?[ :|-]+(?=\S)/y,
    /(?:root|__main__) - /y,
  ],
  _: [/__main__ *- */y],
  '-': [new RegExp(String.raw`- (?:[\w.]{1,60} - )?(?:${LEVEL})(?: -|:)? `, 'y'), /- __main__ - /y],
}
const NONE: readonly RegExp[] = []
const MOST = 6

/** Takes the prefix off a line. A line without one comes back as it is. */
export function bare(text: string): Bare {
  let from = 0
  let rank: number | undefined
  for (let i = 0; i < MOST; i++) {
    const at = skipBlank(text, from)
    const found = match(text, at)
    if (found === undefined) break
    if (found[1] !== undefined) rank = Number(found[1])
    from = at + found[0].length
  }
  return { text: from === 0 ? text : text.slice(from), prefix: from === 0 ? '' : text.slice(0, from), rank }
}

function match(text: string, at: number): RegExpExecArray | undefined {
  for (const pattern of candidates(text, at)) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found !== null && found[0] !== '') return found
  }
  return undefined
}

function candidates(text: string, at: number): readonly RegExp[] {
  const code = text.charCodeAt(at)
  if (code >= 48 && code <= 57) return PATTERNS.digit as readonly RegExp[]
  const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  if (!letter) return PATTERNS[text[at] ?? ''] ?? NONE
  return mayBeLogger(text, at) ? (PATTERNS.letter as readonly RegExp[]) : NONE
}

/** Most lines begin with a plain word; only what follows the word tells whether a logger wrote it. */
function mayBeLogger(text: string, at: number): boolean {
  let end = at
  while (isNamePart(text.charCodeAt(end))) end++
  const next = text.charCodeAt(end)
  if (next === 58 || next === 93 || next === 91) return true
  const after = text.charCodeAt(end + 1)
  const upper = end - at >= 4 && text.charCodeAt(at + 1) <= 90
  return (
    next === 32 &&
    (after === 45 || upper || (after >= 65 && after <= 87) || (end - at === 4 && after >= 48 && after <= 57))
  )
}

function isNamePart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 45 && code <= 57) || code === 95
}

function skipBlank(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++
  return at
}
