// The lexicon: what a metric's own name ("val_loss", "Prec@1", "损失", "valid_1's auc") means in the field's words.

import { CANONICAL, DIRECTIONS, FOREIGN, IGNORED, LOSS_NEUTRAL, NEUTRAL, SPLIT_WORDS } from './lexicon-words.ts'
import type { Axis, Mean, Split } from './series.ts'

/** What a name says: the field's metric, the split where the name tells it, and hints about axis and averaging. */
export interface Meaning {
  /** canonical metric; the normalised own name where `known` is false; 'ignore' for times, speeds, counters */
  readonly metric: string
  readonly split: Split | undefined
  readonly known: boolean
  readonly mean?: Mean
  readonly axis?: Axis
  /** one component of a sum, or one layer of many */
  readonly part?: boolean
}

const LONGEST = 200
const REMEMBERED = 8192
const memory = new Map<string, Meaning>()

/** The meaning of a metric's name. Pure; answers are remembered (at most 8192 of them). */
export function meaningOf(name: string): Meaning {
  const old = memory.get(name)
  if (old !== undefined) return old
  const meaning = read(name.slice(0, LONGEST))
  if (memory.size >= REMEMBERED) memory.clear()
  // A copy, because a slice would keep the whole text that it was cut from alive.
  memory.set(Array.from(name).join(''), meaning)
  return meaning
}

/** Whether a metric is better when it falls or when it rises; 'none' for settings, norms and unknown names. */
export function directionOf(metric: string): 'down' | 'up' | 'none' {
  return DIRECTIONS.get(metric) ?? 'none'
}

/** The words of a name: lower case, split at signs and humps, other languages put into English. */
export function wordsOf(name: string): string[] {
  let text = name.normalize('NFKC')
  if (/[^\x20-\x7e]/.test(text)) for (const [from, to] of FOREIGN) text = text.replace(from, ` ${to} `)
  return text
    .replace(/'s\b/g, ' ')
    .replace(/([a-z]{2})([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(
      /\b(top|acc|accuracy|prec|precision|recall|hit|hits|map|err|error|ndcg|p|r|ap|rank|f1)[\s_-]?@[\s_-]?([.\d:]+)/g,
      '$1@$2',
    )
    .replace(/\br\^2/g, 'r2')
    .split(/[^\p{L}\p{N}@.:]+|[.:]+(?!\d)|(?<!@)[.:]+(?=\d*\D)/u)
    .filter((word) => word !== '')
}

interface Parts {
  readonly split: Split | undefined
  readonly axis: Axis | undefined
  readonly mean: Mean | undefined
  readonly words: readonly string[]
}

function read(name: string): Meaning {
  const parts = partsOf(wordsOf(name))
  const { metric, part } = metricOf(parts.words)
  const known = metric !== undefined
  const own = parts.words.join('-') || name.trim().toLowerCase()
  return {
    metric: metric ?? own,
    split: parts.split,
    known,
    ...(parts.mean !== undefined && { mean: parts.mean }),
    ...(parts.axis !== undefined && { axis: parts.axis }),
    ...(part && { part: true }),
  }
}

/** Takes the words of split, axis and averaging off a name. The last word of a split wins, `eval` only where it is alone. */
function partsOf(words: readonly string[]): Parts {
  let split: Split | undefined
  let weak: Split | undefined
  const rest: string[] = []
  let afterSplit = false
  for (const [i, word] of words.entries()) {
    const told = splitOfWord(word, words[i + 1])
    if (told !== undefined) {
      if (/^eval/.test(word)) weak = told
      else split = told
      afterSplit = true
      if (word === 'tel' || word === 'trl') rest.push('loss')
      continue
    }
    if (afterSplit && /^\d+$/.test(word) && i + 1 < words.length) continue
    afterSplit = false
    rest.push(word)
  }
  return { split: split ?? weak, ...hintsOf(rest) }
}

function splitOfWord(word: string, next: string | undefined): Split | undefined {
  if (word === 'learn' && next === 'rate') return undefined
  if (word === 'tel') return 'val'
  if (word === 'trl') return 'train'
  const bare = word.length > 2 ? word.replace(/\d+$/, '') : word
  return SPLIT_WORDS.get(word) ?? SPLIT_WORDS.get(bare)
}

function hintsOf(words: readonly string[]): Omit<Parts, 'split'> {
  const first = words[0]
  const last = words.at(-1)
  if (words.length < 2) return { axis: undefined, mean: undefined, words }
  if (last === 'step') return { axis: 'step', mean: 'batch', words: words.slice(0, -1) }
  if (last === 'epoch') return { axis: 'epoch', mean: 'epoch', words: words.slice(0, -1) }
  if (first === 'epoch') return { axis: 'epoch', mean: 'epoch', words: words.slice(1) }
  if (first === 'batch' || first === 'minibatch') return { axis: 'step', mean: 'batch', words: words.slice(1) }
  const running = words.some((word) => RUNNING.has(word)) && !words.includes('l1')
  return { axis: undefined, mean: running ? 'running' : undefined, words }
}
const RUNNING = new Set(['running', 'smoothed', 'smooth', 'ema', 'moving', 'avr', 'rolling'])

interface Named {
  readonly metric: string | undefined
  readonly part?: boolean
}

function metricOf(words: readonly string[]): Named {
  const whole = lookUp(words)
  if (whole !== undefined) return whole
  if (words.some((word) => BEST.has(word)))
    return { metric: words.some((word) => IGNORED.has(word)) ? 'ignore' : 'best' }
  if (words.some((word) => /^lr\d*$/.test(word))) return { metric: 'learning-rate' }
  const norm = normOf(words)
  if (norm !== undefined) return norm
  if (words.includes('loss') || words.includes('losses')) return lossOf(words)
  const content = words.filter((word) => !NEUTRAL.has(word) && !/^\d+$/.test(word))
  const plain = content.length === words.length ? undefined : lookUp(content)
  if (plain !== undefined) return plain
  if (words.some((word) => IGNORED.has(word))) return { metric: 'ignore' }
  return scoreOf(words) ?? { metric: undefined }
}
const BEST = new Set(['best', 'highest', 'lowest', 'min', 'max', 'minimum', 'maximum'])

function lookUp(words: readonly string[]): Named | undefined {
  const key = words.join(' ')
  const found = CANONICAL.get(key) ?? CANONICAL.get(key.replace(/(?<=[a-z]{3})\d+$/, ''))
  if (found === undefined) return undefined
  return found === 'loss-part' ? { metric: found, part: true } : { metric: found }
}

function normOf(words: readonly string[]): Named | undefined {
  const norm = words.some((word) => word === 'norm' || word === 'norms')
  if (!norm) return undefined
  const gradient = words.some((word) => /^grads?$|^gradients?$/.test(word))
  const weight = words.some((word) => /^weights?$|^params?$|^parameters?$/.test(word))
  if ((!gradient && !weight) || words.includes('decay')) return undefined
  const known =
    /^(grads?|gradients?|weights?|params?|parameters?|norms?|total|global|overall|l2|2|0|avg|mean|pre|post|clip)$/
  const part = words.some((word) => !known.test(word))
  return { metric: gradient ? 'gradient-norm' : 'weight-norm', ...(part && { part: true }) }
}

/** `loss` with other words: the loss itself where they only name it more closely, else one part of it. */
function lossOf(words: readonly string[]): Named {
  if (words.some((word) => IGNORED_WITH_LOSS.has(word))) return { metric: 'ignore' }
  if (words.some((word) => word.startsWith('regulari'))) return { metric: 'penalty' }
  if (/\bloss scale/.test(words.join(' '))) return { metric: 'loss-scale' }
  const rest = words.filter(
    (word) => word !== 'loss' && word !== 'losses' && !NEUTRAL.has(word) && !LOSS_NEUTRAL.has(word),
  )
  const numbered = rest.every((word) => /^[01]$/.test(word))
  return rest.length === 0 || numbered ? { metric: 'loss' } : { metric: 'loss-part', part: true }
}
const IGNORED_WITH_LOSS = new Set(['time', 'sec', 'ms', 'std', 'weight', 'count', 'patience', 'threshold'])

/** A score within a longer name (`mean class accuracy`, `eval imdb f1`): its first or its last telling word. */
function scoreOf(words: readonly string[]): Named | undefined {
  const joined = words.join(' ')
  if (/\b(balanced|mean class|macro) acc(uracy)?\b/.test(joined)) return { metric: 'balanced-accuracy' }
  const top =
    /\btop (?:k |k)?(?:acc(?:uracy)? |categorical acc(?:uracy)? )?(\d+)\b|\b(?:acc|accuracy|prec) top ?(\d+)\b/.exec(
      joined,
    )
  if (top) return { metric: topOf(top[1] ?? top[2], joined) }
  if (/\btop k\b/.test(joined)) return { metric: 'top-k-accuracy' }
  const content = words.filter((word) => !NEUTRAL.has(word) && !/^\d+$/.test(word))
  const last = wordScore(content.at(-1)) ?? wordScore(content[0])
  return last === undefined ? undefined : { metric: last }
}

function wordScore(word: string | undefined): string | undefined {
  if (word === undefined) return undefined
  const at = /^([a-z]+\d*)@([.\d:]+)$/.exec(word)
  const known = at ? atOf(at[1] as string, at[2] as string) : SCORE_WORDS.get(word.replace(/(?<=[a-z]{2})\d+$/, ''))
  return known ?? SCORE_WORDS.get(word)
}

function topOf(k: string | undefined, joined: string): string {
  const error = /\berr(or)?\b/.test(joined)
  if (k === '1') return error ? 'error' : 'accuracy'
  return error ? 'top-k-error' : 'top-k-accuracy'
}

function atOf(name: string, k: string): string | undefined {
  if (/^(top|acc|accuracy|prec|precision|p)$/.test(name)) return k === '1' ? 'accuracy' : 'top-k-accuracy'
  if (/^(err|error)$/.test(name)) return k === '1' ? 'error' : 'top-k-error'
  if (/^(hits?|rank)$/.test(name)) return 'top-k-accuracy'
  if (name === 'r') return 'recall'
  return SCORE_WORDS.get(name)
}

/** Names only where they stand alone: `per` is a phoneme error rate, and a word. */
const AMBIGUOUS = new Set(['per', 'der', 'ser', 'ter', 'em', 'oa', 'uar', 'l1', 'l2', 'f2', 'jac', 'return', 'returns'])

/** The canonical names of one word, which also count inside longer names; settings and losses do not. */
const SCORE_WORDS: ReadonlyMap<string, string> = new Map(
  [...CANONICAL].filter(
    ([key, metric]) =>
      !key.includes(' ') &&
      key.length > 1 &&
      !AMBIGUOUS.has(key) &&
      DIRECTIONS.has(metric) &&
      !['loss', 'loss-part', 'penalty'].includes(metric),
  ),
)
