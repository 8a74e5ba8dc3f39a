// What the words between two numbers of a line say of the number that follows: its name, or that it counts epochs or steps.

import { type Meaning, meaningOf, wordsOf } from '../../record/lexicon.ts'
import { SPLIT_WORDS } from '../../record/lexicon-words.ts'
import type { Split } from '../../record/series.ts'
import { isMessage } from './messages.ts'

/** `counter`: a bare number that may count (start of the line, `#3`, `[12]`); `of`: the total of the number before. */
export type Role = 'metric' | 'setting' | 'unknown' | 'ignore' | 'epoch' | 'step' | 'counter' | 'of' | 'none'

/** All that the literal text before a number says. Made once for each literal and remembered. */
export interface Key {
  /** a number that stands for the literal in skeletons */
  readonly id: number
  /** the text itself, as it stood */
  readonly literal: string
  /** it opened a line */
  readonly first: boolean
  /** its last sign ends every word, so that the number behind it stands by itself */
  readonly closed: boolean
  readonly role: Role
  /** the metric's name as printed; '' where the role has none */
  readonly name: string
  readonly meaning: Meaning | undefined
  /** the last split that the literal names anywhere but in the metric's own name */
  readonly split: Split | undefined
  /** `steps`, `epochs`: a coordinate beside metrics, but a setting where it stands alone */
  readonly plural: boolean
  /** a sign (`:`, `=`, `|`, a tab) or nothing but blanks of a table stands before the number */
  readonly strong: boolean
  /** that sign is a colon or equals sign */
  readonly signed: boolean
  /** names of a list whose values follow: `loss min|avg|max`, `Loss, AUC`; '' for those that are no curve */
  readonly list: readonly string[]
  /** words of the literal that are no part of the name: prose has many */
  readonly words: number
  /** the literal tells an event (saved, early stopping, ...) */
  readonly message: boolean
  /** the literal holds settings that are no numbers (True, None, 'adam') */
  readonly config: boolean
}

const REMEMBERED = 4096
const LONGEST = 400

export interface Keys {
  of(literal: string, first: boolean): Key
}

/** Opens a memory of literals; it is bounded, and what it answers never depends on what it remembers. */
export function openKeys(): Keys {
  const starts = new Map<string, Key>()
  const others = new Map<string, Key>()
  return {
    of(literal, first) {
      const memory = first ? starts : others
      const old = memory.get(literal)
      if (old !== undefined) return old
      if (literal.length > LONGEST) return { ...keyOf(literal.slice(-LONGEST), first), closed: false }
      if (memory.size >= REMEMBERED) memory.clear()
      // A copy, because a slice would keep the whole chunk that it was cut from alive.
      const copy = Array.from(literal).join('')
      const key = keyOf(copy, first)
      memory.set(copy, key)
      return key
    },
  }
}

function hashOf(text: string): number {
  let hash = 5381
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) | 0
  return hash
}

/** `(ms)`, `(higher is better)`, `(B)` right before the sign says nothing of the name. */
const ASIDE = /\([^()\d,|/]{1,30}\)(?=\s*[:=]?\s*[([]?\s*$)/

const EPOCH = new Set(['epoch', 'epochs', 'ep', 'epo'])
const STEP = new Set(
  'step steps iter iters iteration iterations it itr update updates batch minibatch batches timesteps timestep episode round trial boosting episodes rounds iterations'.split(
    ' ',
  ),
)
const PLURAL = /s$/
const COUNTED = new Set(
  'total num n max per number for every each min patience warmup first last best accumulation save log eval logging start until remaining size improve wait'.split(
    ' ',
  ),
)

function keyOf(literal: string, first: boolean): Key {
  const text = literal
    .replace(/["`*\\]+|(?<!\w)'+|'+(?!\w)/g, ' ')
    .replace(/\[(\w[\w ]{0,30})\](?=\s*[:=])/g, '$1')
    .replace(ASIDE, ' ')
  const strong = /(?:[:=|\t~≈]|=>)\s*[([{]?\s*$|\s{2}$/.test(text)
  const segment = lastSegment(text)
  const base = {
    id: hashOf(literal),
    literal,
    first,
    closed: /[ :=[(,\t/|]$/.test(literal),
    strong,
    signed: /[:=]\s*[([{]?\s*$/.test(text),
    list: [] as readonly string[],
    plural: false,
    message: isMessage(literal),
    config: /\b(?:True|False|None|true|false|null)\b|=\s*['"][A-Za-z]/.test(literal),
  }
  const list = listOf(text)
  if (list.length > 0) return listed(base, list, text)
  if (segment === '')
    return { ...base, role: bareRole(text, first), name: '', meaning: undefined, split: splitIn(text, ''), words: 0 }
  const axis = axisOf(segment)
  const words = countWords(text)
  if (axis !== undefined)
    return { ...base, ...axis, name: '', meaning: undefined, split: splitIn(text, ''), words: Math.max(0, words - 1) }
  if (/^(?:of|out of|\/)$/i.test(segment))
    return { ...base, role: 'of', name: '', meaning: undefined, split: undefined, words: 1 }
  const named = nameOf(segment)
  const meaning = named.meaning ?? meaningOf(named.name)
  const split = splitIn(text, named.name)
  return {
    ...base,
    role: CHANGES.test(segment) ? 'ignore' : roleOf(meaning),
    name: named.name,
    meaning,
    split,
    words: Math.max(0, words - countWords(named.name)),
  }
}

/** `loss decreased (`, `improved from`: what follows is no new value. */
const CHANGES = /\b(?:de|in)creased\b|\bimproved?\b|\bdropped\b|\brose\b|\bfell\b/i

function listed(
  base: Pick<Key, 'id' | 'literal' | 'first' | 'closed' | 'strong' | 'signed' | 'plural' | 'message' | 'config'>,
  list: readonly string[],
  text: string,
): Key {
  const name = list.find((one) => one !== '') ?? ''
  const meaning = meaningOf(name)
  return { ...base, strong: true, list, role: roleOf(meaning), name, meaning, split: splitIn(text, name), words: 0 }
}

const SETTINGS = new Set(['learning-rate', 'weight-decay', 'momentum', 'loss-scale'])

function roleOf(meaning: Meaning): Role {
  if (meaning.metric === 'ignore' || meaning.metric === 'best') return 'ignore'
  if (!meaning.known) return 'unknown'
  return SETTINGS.has(meaning.metric) ? 'setting' : 'metric'
}

/** Nothing but signs before the number: it counts where it opens the line. */
function bareRole(text: string, first: boolean): Role {
  return first || /#\s*$/.test(text) ? 'counter' : 'none'
}

/** The words right before the number, back to the last sign that ends a thought. */
function lastSegment(text: string): string {
  const trimmed = text.replace(/[\s:=,>([{|\-~≈+]+$/, '')
  const cut = /^(.*(?:[,;|()[\]{}<>•·→⇒\t!?%]|\s[-–—]+\s|--|\.\s|\s{3,}|(?:^|\s)[-–—]+\s))?(.*)$/s.exec(trimmed)
  return (cut?.[2] ?? trimmed)
    .replace(/^[\s:=.#*/+-]+/, '')
    .replace(/[\s.]+$/, '')
    .trim()
}

function axisOf(segment: string): { role: 'epoch' | 'step' | 'ignore'; plural: boolean } | undefined {
  const tail = segment.split(/[:=]/).at(-1) as string
  const words = wordsOf(tail)
  if (tail.trim() === 's') return { role: 'step', plural: false }
  if (words.length === 0 || words.length > 5) return longAxis(words)
  const last = words.at(-1) as string
  const kind = EPOCH.has(last) ? 'epoch' : STEP.has(last) || last === 'idx' || last === 'no' ? 'step' : undefined
  if (kind === undefined || ((last === 'idx' || last === 'no') && !STEP.has(words.at(-2) ?? ''))) return undefined
  // `step/total_step: 5/60` counts, `total steps: 60` tells the length.
  const counts = STEP.has(words[0] as string) || EPOCH.has(words[0] as string)
  if (
    !counts &&
    words.slice(0, -1).some((word) => COUNTED.has(word)) &&
    !/^(?:num updates|global|total timesteps|current steps)/.test(words.join(' '))
  ) {
    return { role: 'ignore', plural: false }
  }
  if (/(?:^|[\s_])per[\s_]/.test(tail) || (kind === 'step' && !words.every(isStepWord)))
    return { role: 'ignore', plural: false }
  return { role: kind, plural: PLURAL.test(last) && last !== 'updates' && !/current|timesteps|total/.test(tail) }
}

/** `words/batch` and `time step` count other things; only these words may stand beside a step. */
function isStepWord(word: string): boolean {
  return STEP.has(word) || EPOCH.has(word) || SPLIT_WORDS.has(word) || BESIDE_STEP.has(word) || /^\d+$/.test(word)
}
const BESIDE_STEP = new Set(
  'global current cur num total opt optimizer optimization micro mini inner outer gen generator at after in on the of no idx index number end begin beginning start starting model network this running and lr log finished done during for with results result current sgd adam ppo steps node local'.split(
    ' ',
  ),
)

function longAxis(words: readonly string[]): { role: 'epoch' | 'step' | 'ignore'; plural: boolean } | undefined {
  const last = words.at(-1)
  if (last === undefined || words.includes('per') || words.some((word) => COUNTED.has(word))) return undefined
  return EPOCH.has(last) ? { role: 'epoch', plural: PLURAL.test(last) } : undefined
}

const STOP = new Set(
  'is was are has have had of the a an and with to at on in from by for now equals about s it its got gets reached then so my our while we I loss='.split(
    ' ',
  ),
)

/** The metric's name at the end of a segment: the whole of a short one, else its longest end that is still the same metric. */
function nameOf(segment: string): { name: string; meaning: Meaning | undefined } {
  const parts = segment.split(/\s*[:=]+\s*/).filter((part) => part !== '')
  const tail = withoutUnits(withoutStops(parts.at(-1) ?? ''))
  const own = endOf(tail)
  if (own.meaning?.known === true || parts.length < 2) return own
  const whole = endOf(parts.join(' '))
  return whole.meaning?.known === true && whole.meaning.metric !== 'ignore' ? whole : own
}

function endOf(text: string): { name: string; meaning: Meaning | undefined } {
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
function listOf(text: string): readonly string[] {
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
  return names.map((name) => (roleOf(meaningOf(name)) === 'ignore' ? '' : name))
}

function splitIn(text: string, name: string): Split | undefined {
  const before = name === '' ? text : text.slice(0, Math.max(0, text.lastIndexOf(name)))
  if (!/[A-Za-z\u0400-\u04ff\u3040-\uffff]/.test(before)) return undefined
  let split: Split | undefined
  for (const word of wordsOf(before)) split = SPLIT_WORDS.get(word) ?? split
  return split
}

function countWords(text: string): number {
  return text.match(/[\p{L}_]{2,}/gu)?.length ?? 0
}
