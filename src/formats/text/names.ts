// The name of a metric within the words before its number.

import { type Meaning, meaningOf, wordsOf } from '../../record/lexicon.ts'
import { SPLIT_WORDS } from '../../record/lexicon-words.ts'
import type { Split } from '../../record/series.ts'
import { axisOf } from './axes.ts'
import { FILLERS } from './headers.ts'

/** The words right before the number, back to the last sign that ends a thought. */
export function lastSegment(text: string): string {
  const trimmed = text.replace(/[\s:=,>([{|\-~≈+]+$/, '')
  const cut = /^(.*(?:[,;|()[\]{}<>•·→⇒\t!?%]|\s[-–—]+\s|--|\.\s|\s{3,}|(?:^|\s)[-–—]+\s))?(.*)$/s.exec(trimmed)
  return (cut?.[2] ?? trimmed)
    .replace(/^[\s:=.#*/+-]+/, '')
    .replace(/[\s.]+$/, '')
    .trim()
}

const STOP = new Set(
  'is was are has have had of the a an and with to at on in from by for now equals about s it its got gets reached then so my our while we I loss='.split(
    ' ',
  ),
)

/** The metric's name at the end of a segment: the whole of a short one, else its longest end that is still the same metric. */
export function nameOf(segment: string): { name: string; meaning: Meaning } {
  const plain = segment.replace(/^(?:个\s*)?(?:轮|epoch|周期|步|次迭代|次|回合)\s*(?=\S)/, '')
  const parts = plain.split(/\s*[:=]+\s*/).filter((part) => part !== '')
  const tail = withoutUnits(withoutStops(parts.at(-1) ?? ''))
  const own = endOf(tail)
  if (own.meaning.known || parts.length < 2) return own
  const whole = endOf(parts.join(' '))
  return whole.meaning.known && whole.meaning.metric !== 'ignore' ? whole : own
}

function endOf(text: string): { name: string; meaning: Meaning } {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const whole = meaningOf(text)
  const last = words.at(-1) ?? ''
  // An identifier is a name by itself, whatever stands before it, but for the name of a split.
  const identifier = words.length > 1 && /\w[_/]\w/.test(last) ? meaningOf(last) : undefined
  if (identifier?.known && (whole.metric !== identifier.metric || whole.split === identifier.split)) {
    return { name: last, meaning: identifier }
  }
  if (words.length <= 4 && whole.known) return { name: text, meaning: whole }
  for (let count = 1; count <= Math.min(4, words.length); count++) {
    const end = words.slice(-count).join(' ')
    const meaning = meaningOf(end)
    if (!meaning.known) continue
    return extended(words, count, end, meaning)
  }
  return { name: text.slice(0, 80), meaning: whole }
}

function extended(
  words: readonly string[],
  from: number,
  end: string,
  meaning: Meaning,
): { name: string; meaning: Meaning } {
  let best = { name: end, meaning }
  for (let count = from + 1; count <= Math.min(5, words.length); count++) {
    const longer = words.slice(-count).join(' ')
    const read = meaningOf(longer)
    if (!read.known || read.metric !== meaning.metric || STOP.has(words.at(-count) as string)) break
    best = { name: longer, meaning: read }
  }
  return best
}

const UNITS =
  /^(?:\S+\/\S+|s|sec|secs|seconds?|ms|min|mins|minutes?|h|hours?|it|its|samples?|images?|examples?|tokens?|steps?|MB|GB|MiB|GiB|left|elapsed)$/i

/** `samples/sec Train-Accuracy`: the unit of the number before stands before the name of the next. */
function withoutUnits(text: string): string {
  const words = text.split(/\s+/)
  while (words.length > 1 && UNITS.test(words[0] as string) && meaningOf(words[0] as string).metric === 'ignore')
    words.shift()
  return words.join(' ')
}

function withoutStops(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  while (words.length > 1 && STOP.has((words[0] as string).toLowerCase())) words.shift()
  while (words.length > 1 && STOP.has((words.at(-1) as string).toLowerCase())) words.pop()
  return words.join(' ')
}

const STATISTICS = /^(?:min|max|avg|mean|average|med|median|std|sum|last|var)$/i

/** Names of values that follow as a list: `train loss (min, avg, max): (`, `Valid Loss, AUC: `. */
export function listOf(text: string): readonly string[] {
  if (!/[,|/]/.test(text) || !/[:=]\s*[([]?\s*$/.test(text)) return []
  const cut =
    /(?:^|[-;>,\]]\s)\s*([\w .@/-]{1,60}?)[\s(]+((?:[A-Za-z][\w@ ]{0,20}\s*[,|/]\s*){1,7}[A-Za-z][\w@ ]{0,20})\)?\s*[:=]\s*[([]?\s*$/.exec(
      text,
    )
  if (cut !== null && /^(?:min|max|avg|mean|average|med|median|std)\b/i.test((cut[2] as string).trim())) {
    const head = (cut[1] as string).trim()
    const names = (cut[2] as string).split(/[,|/]/).map((name) => name.trim())
    if (names.every((name) => STATISTICS.test(name)))
      return names.map((name) => (/^(?:avg|mean|average)$/i.test(name) ? head : ''))
  }
  const names = /(?:^|[-;>\]|]\s)\s*((?:[A-Za-z][\w@ ]{0,30},\s*){1,7}[A-Za-z][\w@ ]{0,30})\s*[:=]\s*[([]?\s*$/
    .exec(text)?.[1]
    ?.split(',')
    .map((name) => name.trim())
  if (names === undefined || names.length < 2 || !names.every((name) => meaningOf(name).known)) return []
  return names.map((name) => (/^(?:ignore|best)$/.test(meaningOf(name).metric) ? '' : name))
}

/** The last split that a text names before the name. */
export function splitIn(text: string, name: string): Split | undefined {
  const before = name === '' ? text : text.slice(0, Math.max(0, text.lastIndexOf(name)))
  if (!/[A-Za-z\u0400-\u04ff\u3040-\uffff]/.test(before)) return undefined
  let split: Split | undefined
  for (const word of wordsOf(before)) split = SPLIT_WORDS.get(word) ?? split
  return split
}

/** `Test Source: Epoch: `: one of several held-out sets, told apart by a word that is neither metric nor place. */
export function setIn(text: string): string {
  const found = /^\W{0,8}((?:test|val|valid|validation|eval|dev)[ _-]([A-Za-z]\w{1,20})):\s+(?=[A-Za-z])/i.exec(text)
  if (found === null) return ''
  const word = (found[2] as string).toLowerCase()
  const plain = FILLERS.has(word) || SPLIT_WORDS.has(word) || axisOf(word) !== undefined || meaningOf(word).known
  return plain ? '' : (found[1] as string)
}

/** How many words of two letters and more a text has. */
export function countWords(text: string): number {
  return text.match(/[\p{L}_]{2,}/gu)?.length ?? 0
}

/** How many words of a text belong to sentences: `I`, `my`, `the`, `but`. The first person counts for three. */
export function proseOf(text: string): number {
  let count = 0
  for (const word of text.match(/[\p{L}']+/gu) ?? []) {
    if (FIRST_PERSON.has(word.toLowerCase())) count += 3
    else if (SENTENCE.has(word.toLowerCase())) count++
  }
  return count
}
const FIRST_PERSON = new Set(['i', 'my', 'we', 'our', "i'm", "i've", 'я', 'мы', 'мой', 'у'])
const SENTENCE = new Set(
  'is are was the a an but that this it with and to of in after around about when then so not does do only from should can be because if have has'.split(
    ' ',
  ),
)
