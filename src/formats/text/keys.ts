// What the words between two numbers of a line say of the number that follows: its name, or that it counts epochs or steps.

import { type Meaning, meaningOf, wordsOf } from '../../record/lexicon.ts'
import { SPLIT_WORDS } from '../../record/lexicon-words.ts'
import type { Split } from '../../record/series.ts'
import { axisOf } from './axes.ts'
import { isMessage } from './messages.ts'
import { countWords, lastSegment, listOf, nameOf, proseOf, setIn, splitIn } from './names.ts'

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
  /** the held-out set that the literal names (`Test Source:`), '' for none or the only one */
  readonly set: string
  /** words of the literal that are no part of the name: prose has many */
  readonly words: number
  /** words that sentences have and logs have not */
  readonly prose: number
  /** the literal tells an event (saved, early stopping, ...) */
  readonly message: boolean
  /** the literal holds settings that are no numbers (True, None, 'adam') */
  readonly config: boolean
  /** the literal that came behind this one last time: a guess that saves the search, never an answer */
  next: Key | undefined
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

function keyOf(literal: string, first: boolean): Key {
  const whole = literal.replace(/["`*\\]+|(?<!\w)'+|'+(?!\w)/g, ' ').replace(/\[(\w[\w ]{0,30})\](?=\s*[:=])/g, '$1')
  const text = whole.replace(ASIDE, ' ')
  const base: Base = {
    id: hashOf(literal),
    next: undefined,
    literal,
    first,
    closed: /[ :=[(,\t/|]$/.test(literal),
    strong: /(?:[:=|\t~≈]|=>)\s*[([{]?\s*$|\s{2}$/.test(text),
    signed: /[:=]\s*[([{]?\s*$/.test(text),
    list: [],
    set: first ? setIn(text) : '',
    plural: false,
    message: isMessage(literal),
    config: /\b(?:True|False|None|true|false|null)\b|=\s*['"][A-Za-z]/.test(literal),
    prose: proseOf(text),
    name: '',
    meaning: undefined,
    split: splitIn(whole, ''),
    words: 0,
  }
  const list = listOf(text)
  return list.length > 0 ? listed(base, list, text) : single(base, text)
}

type Base = Omit<Key, 'role'>

function single(base: Base, text: string): Key {
  const segment = lastSegment(text)
  if (segment === '' || onlySplit(segment)) return { ...base, role: bareRole(text, base.first) }
  const words = countWords(text)
  const axis = axisOf(segment)
  if (axis !== undefined) return { ...base, ...axis, words: Math.max(0, words - 1) }
  if (/^(?:of|out of|\/)$/i.test(segment)) return { ...base, role: 'of', split: undefined, words: 1 }
  const { name, meaning } = nameOf(segment)
  return {
    ...base,
    role: CHANGES.test(segment) ? 'ignore' : roleOf(meaning),
    name,
    meaning,
    split: splitIn(text, name),
    words: Math.max(0, words - countWords(name)),
  }
}

/** `Test: [`: the words name a split and nothing else. */
function onlySplit(segment: string): boolean {
  const words = segment.length < 20 ? wordsOf(segment) : []
  return words.length > 0 && words.every((word) => SPLIT_WORDS.has(word))
}

/** `loss decreased (`, `improved from`: what follows is no new value. */
const CHANGES = /\b(?:de|in)creased\b|\bimproved?\b|\bdropped\b|\brose\b|\bfell\b/i

function listed(base: Base, list: readonly string[], text: string): Key {
  const name = list.find((one) => one !== '') ?? ''
  const meaning = meaningOf(name)
  return { ...base, strong: true, list, role: roleOf(meaning), name, meaning, split: splitIn(text, name) }
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
