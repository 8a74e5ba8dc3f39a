// The small words between a name and its value, in three languages, and the numbers that are values.

import { type Fact, type FactName, type FactValues, fact } from '../../record/fact.ts'
import type { Sentence } from './reader.ts'

/** Edges of a word; JavaScript's own `\b` knows no Cyrillic. Chinese has no edges, so its letters count as such. */
export const L = '(?<![a-z0-9_а-яё])'
export const R = '(?![a-z0-9_а-яё])'

/** Where a number may begin: digits are no number's beginning behind other digits, and a run of them costs no search. */
const BEGIN = '(?<!\\d)'

/** A decimal: `0.001`, `1e-3`, `0,5`, `.5`, `10^-4`, `2*10**-5`. */
export const RATE = `${BEGIN}(?:10\\s?(?:\\^|\\*\\*)\\s?\\(?-\\d+|\\d+(?:[.,]\\d+)?\\.?(?:\\s?[*×·]\\s?10\\s?(?:\\^|\\*\\*)\\s?\\(?-?\\d+|e[-–+]?\\d+)?|\\.\\d+(?:e[-–+]?\\d+)?)(?![\\d])`
/** A count: `19200`, `252,219`, `1 281 167`, `60k`, `1.2 million`, `14万`. */
export const COUNT = `${BEGIN}(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+(?:\\.\\d+)?)(?:\\s?(?:k|m|mln|million|thousand|万|тыс|млн)(?![a-zа-яё]))?(?![\\d])`

/** Not in the midst of a number: neither `1.|5` nor `19,|200`. */
export const FRESH = '(?<![\\d.]|\\d,(?=\\d{3}(?!\\d)))'

const LINK_WORDS =
  'of|is|was|are|were|set|to|at|as|equals?|equal|being|value|initially|initial|currently|now|about|around|approximately|only|just|fixed|constant|default|the|a|an|used|using|use|i|with|' +
  'рав[а-яё]+|составля[а-яё]*|стоит|стоял[а-яё]?|постав[а-яё]*|взял[а-яё]?|выбра[а-яё]*|задал[а-яё]?|задан[а-яё]?|установ[а-яё]*|использ[а-яё]*|был[аои]?|в|на|у|меня|сейчас|около|примерно|всего|это|до|—'
const LINK_SIGNS =
  '[\\s"\'`=:>~≈*(\\[{|—–]|-(?=[\\s>])|[\\])](?=[\\s\'":=])|我|都|也|就|一直|固定|初始|默认|大概|大约|约|值|大小|数|为|是|成|了|的|在|到|取|用|设|定|置|调|选|择|使|采|等于|给|试过|试了|尝试过|尝试了'
/** What may stand between a name and its value, at most ten of them. */
export const LINK = `(?:${LINK_SIGNS}|(?:${LINK_WORDS})${R}){0,10}?`

/**
 * A pattern over sentences in lower case, so written in lower case itself; finds every occurrence. Letters that match in
 * either case would double the time that the patterns of a short text take: that of compiling them.
 */
export function pattern(source: string): RegExp {
  return new RegExp(source, 'g')
}

const GAP =
  '(?:[\\s"\'`*(]|(?:use[ds]?|using|the|an?|any|with|have|having|had|add(?:ed)?|appl(?:y|ied)|my|your|to|be|been|is|in|on)(?![a-z])|использ[а-яё]*|примен[а-яё]*|добав[а-яё]*|став[а-яё]*|дел[а-яё]*|使用|采用|加入|设置|任何|用|加|做|有|过|对)'
const DENIAL = new RegExp(
  `(?:${L}(?:no|not|without|never|isn't|don't|didn't|doesn't|haven't|wasn't|aren't|instead of|rather than|remov(?:ed?|ing)|unlike|versus|vs\\.?|без|не|нет|вместо|ни|кроме|убрал[аи]?)${R}|没有|没|无|不|未|而不是|代替|去掉|取消)${GAP}{0,5}$`,
)

/** Whether the words before `index` deny what follows: `no dropout`, `instead of Adam`, `没有用`, `не использую`. */
export function denied(text: string, index: number): boolean {
  return DENIAL.test(text.slice(Math.max(0, index - 48), index))
}

const DENIED_AFTER =
  /^["')\]]?\s?(?:(?:я|пока|тоже|также|都|也|还|并|is|was|are|were|has|have|been)\s?){0,2}(?:не (?:использ|примен|задав|задан|став|стоит|добавл|дела|включ|был|нужн)|(?:не|нет)(?=\s?$|[.,;])|没有?(?:使用|用(?=过|到|上)|设|加|做|启用|采用)|未(?:使用|用|设|加|做|启用|采用)|(?:not|n't|never) (?:used?|set|applied|enabled|added|active))/

/** Whether the words before or after what matched deny it. */
export function refused(text: string, match: RegExpExecArray): boolean {
  return denied(text, match.index) || DENIED_AFTER.test(text.slice(match.index + match[0].length))
}

/** The occurrences of a pattern that the sentence does not deny. */
export function stated(text: string, wanted: RegExp): RegExpExecArray[] {
  return [...text.matchAll(wanted)].filter((match) => !refused(text, match))
}

/** First occurrence that is not denied. */
export function firstStated(text: string, wanted: RegExp): RegExpExecArray | undefined {
  return stated(text, wanted)[0]
}

/** Reads what RATE matched; NaN where it is no number. */
export function toRate(text: string): number {
  const plain = text.trim().replace('–', '-').replaceAll(' ', '')
  const power = /^(.*?)[*×·]10(?:\^|\*\*)\(?(-?\d+)$/.exec(plain)
  if (power) return Number(`${power[1]!.replace(',', '.').replace(/\.$/, '')}e${power[2]}`)
  const ten = /^10(?:\^|\*\*)\(?(-\d+)$/.exec(plain)
  return ten ? Number(`1e${ten[1]}`) : Number(plain.replace(',', '.').replace(/\.$/, ''))
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/(?:k|thousand|тыс)$/i, 1e3],
  [/万$/, 1e4],
  [/(?:m|mln|million|млн)$/i, 1e6],
]

/** Reads what COUNT matched; NaN where it is no whole number. */
export function toCount(text: string): number {
  const plain = text.trim()
  const scale = SCALES.find(([unit]) => unit.test(plain))
  const digits = plain.replace(/[^\d.]+$/, '').replace(/[, ]/g, '')
  const value = Math.round(Number(digits) * (scale?.[1] ?? 1) * 1e6) / 1e6
  return Number.isInteger(value) ? value : Number.NaN
}

const SPELLED: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      ['one', '一', 'один', 'одного'],
      ['two', '两', '二', 'два', 'две', 'двух', 'двумя'],
      ['three', '三', 'три', 'трёх', 'трех', 'тремя'],
      ['four', '四', 'четыре', 'четырёх', 'четырех'],
      ['five', '五', 'пять', 'пяти'],
      ['six', '六', 'шесть', 'шести'],
      ['seven', '七', 'семь', 'семи'],
      ['eight', '八', 'восемь', 'восьми'],
      ['nine', '九', 'девять', 'девяти'],
      ['ten', '十', 'десять', 'десяти'],
    ] as const
  ).flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
)
/** Small numbers written as words. */
export const SPELLED_NUMBER = Object.keys(SPELLED)
  .sort((a, b) => b.length - a.length)
  .join('|')

/** A count in digits or as a word. */
export function toSmallCount(text: string): number {
  return SPELLED[text.toLowerCase()] ?? toCount(text)
}

/** Makes facts of one sentence; the quote is the words that matched. */
export function says<Name extends FactName>(
  sentence: Sentence,
  name: Name,
  value: FactValues[Name],
  match: RegExpExecArray | string,
): Fact {
  return fact(name, value, typeof match === 'string' ? match : match[0], `line ${sentence.number}`)
}

const ATTEMPTS = new RegExp(
  `${L}(?:tried|have tried|experimented|tested|attempted)${R}|(?:did|does|do)(?:n't| not) help|no (?:help|effect|luck|use)${R}|doesn't change|试过|试了|尝试过|尝试了|都试|试到|都不行|没用(?=[,.;。!]|$)|没有用(?=[,.;。!]|$)|没效果|没有帮助|没帮助|没有改善|无济于事|没有效果|无效|不起作用|про(?:бовал|верял)[аи]?${R}|не помог(?:ает|ло|ла|ли|ают)?${R}|без результата|без толку`,
)

/** Whether the sentence tells of attempts rather than of the settings of the run. */
export function tellsOfAttempts(text: string): boolean {
  return (
    ATTEMPTS.test(text) &&
    !/\b(?:other|different|several|various|many) (?:\w+ ){0,2}(?:tried|tested)|其他|其它|другие/i.test(text)
  )
}

/** Whether the line only brings names into a program: `from keras.optimizers import SGD, Adam`. */
export function isImport(text: string): boolean {
  return /^\s*(?:>{3} ?)?(?:from\s+[\w.]+\s+import\b|import\s+\w)/.test(text)
}
