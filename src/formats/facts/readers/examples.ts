// How many examples each split holds.

import type { Fact, FactName } from '../../../record/fact.ts'
import { defineFactReader, type Sentence } from '../reader.ts'
import { COUNT, FRESH, L, LINK, pattern, R, refused, says, toCount } from '../words.ts'

type SplitFact = Extract<FactName, 'examples_train' | 'examples_val' | 'examples_test'>
const SPLITS: readonly (readonly [SplitFact, string])[] = [
  [
    'examples_train',
    `${L}(?:x_|y_|n_|num_)?train(?:ing|_?set|_?data|_samples|_examples)?${R}|训练|обуча[а-яё]+|обучени[а-яё]+|тренировочн[а-яё]+|${L}трейн[а-яё]*`,
  ],
  [
    'examples_val',
    `${L}(?:x_|y_|n_|num_)?(?:val(?:id)?(?:ation)?(?:_?set|_?data|_samples|_examples)?|validat(?:e|ing)|dev)${R}|验证|валидаци[а-яё]+|валидационн[а-яё]+|проверочн[а-яё]+|проверк[а-яё]+|${L}валид[а-яё]*`,
  ],
  [
    'examples_test',
    `${L}(?:x_|y_|n_|num_)?test(?:ing|_?set|_?data|_samples|_examples)?${R}|测试|тестов[а-яё]+|${L}тест[а-яё]*`,
  ],
]
const ANY = SPLITS.map(([, source]) => source).join('|')
const UNIT = `(?:samples?|examples?|images?|rows?|records?|instances?|pictures?|photos?|sentences?|utterances?|observations?|data ?points?|张图?[片像]?|个?样本|条数据|条样本|条|行|个数据|幅图[像片]?|пример[а-яё]*|изображени[а-яё]+|картин[а-яё]+|образц[а-яё]+|образец|строк[а-яё]*|запис[а-яё]+|фото[а-яё]*|сэмпл[а-яё]*|наблюдени[а-яё]+|предложени[а-яё]+)`
const NOT_COUNT = `(?!\\s?(?:%|epochs?|steps?|iterations?|times|hours?|min|sec|s${R}|ms|h${R}|轮|次|个epoch|эпох|шаг|итерац|раз${R}|час|per${R}|classes|类|класс|units|layers|gpu|/\\s?s|x${R}|/\\s?(?:sec|batch|class)))`

const PAIR = pattern(
  `(${ANY})(?:\\s?(?:/|和|与|、|and|и)\\s?)(${ANY})(?:(?:\\s?(?:/|和|与|、|and|и)\\s?)(${ANY}))?(?:[\\s:=(]|集|样本|数据|数量?|分别|为|是|有|各|的|${L}(?:samples?|examples?|images?|split|sizes?|sets?|is|are|has|have|of|data|respectively|выборк[а-яё]+|примеров|соответственно|содержат|набор[а-яё]*)${R}){0,8}?(${COUNT})\\s?(?:张|个|条)?\\s?(?:/|,|和|与|、|and|и|:)\\s?(${COUNT})(?:\\s?(?:/|,|和|与|、|and|и|:)\\s?(${COUNT}))?`,
)
/** What every pair holds; a sentence without it need not wait until the long pattern is compiled. */
const JOINED =
  /(?:\/|和|与|、|and|и)\s?(?:x_|y_|n_|num_)?(?:train|val|test|dev|训练|验证|测试|обуча|обучени|тренир|трейн|валид|провер|тест)/
const WORD_FIRST = pattern(
  `(${ANY})((?:[\\s:=('"]|集|集合|样本|数据|图片|图像|中|共|数量?|有|为|是|用|了|的|包含|上|含|大概|大约|约|一共|总共|分别|${L}(?:samples?|examples?|images?|rows?|pictures?|records|sizes?|sets?|set|split|data|dataset|is|are|has|have|had|of|on|with|contains?|contain|consists? of|includes?|about|around|only|number|выборк[а-яё]+|набор[а-яё]*|данн[а-яё]+|множеств[а-яё]+|на|состоит из|содержит|из|около|размер[а-яё]*|всего|это|примерно|—|пример[а-яё]*|изображени[а-яё]+|картин[а-яё]+|образц[а-яё]+|строк[а-яё]*|запис[а-яё]+)${R}|[≈~—–]){0,8}?)(${COUNT})(\\s?${UNIT})?${NOT_COUNT}`,
)
const NUMBER_FIRST = pattern(
  `${FRESH}(?<![/-])(${COUNT})\\s?(?:张|个|条|幅)?\\s?(?:${UNIT}\\s?)?(?:for |as |in (?:the )?|on |used for |用于|用来|作为?|для |на |в )?(${ANY})(?![^.,;]{0,3}(?:loss|acc|error|损失|step|epoch|time)|(?:\\s(?!и |and )[a-zа-яё]+)?\\s?[:=]?\\s?\\d)`,
)
/** `6 for validation`: a purpose makes even a small number a count. */
const MEANT = /^[\d,. ]+(?:images?|samples?|examples?|rows?|张|个|条|幅)?\s?(?:for|used for|用于|用来|для)/
const SHAPE = pattern(`(${ANY})[\\w .:'"=]{0,12}\\(\\s?(\\d{2,9})\\s?,`)
const TOTAL = pattern(
  `${FRESH}(?<![x*-]|/\\s?)(${COUNT})\\s?(?:different |labeled |labelled |total |colou?r |rgb |цветн[а-яё]+ |размеченн[а-яё]+ )?${UNIT}(?![a-zа-яё])(?!\\s?(?:/|x \\d|per|each|a |in (?:a|each|every|the first) |for each|of each|за |на (?:каждый|класс|батч|итерац)|в (?:батче|каждом|секунду)|每))`,
)
const NAMED_TOTAL = pattern(
  `(?:样本(?:总)?(?:数量?|量)|数据量|${L}(?:number of|total number of|total) (?:samples|examples|images|rows)${R}|(?:число|количество) (?:примеров|изображений|строк|образцов)|размер (?:выборки|датасета)|${L}n_samples${R})${LINK}(${COUNT})`,
)
const SCARCE = /(?:每|each|every|per|кажд[а-яё]+|一?个?batch|批|first|last|top|class [\w"']+(?: has)?)[^,;.]{0,16}$/i

export default defineFactReader({
  name: 'examples',
  cues: [
    'train',
    'val',
    'test',
    'sample',
    'example',
    'image',
    'row',
    'record',
    'dev',
    '训练',
    '验证',
    '测试',
    '样本',
    '张',
    '条',
    'обуч',
    'трен',
    'трейн',
    'тест',
    'провер',
    'пример',
    'изображ',
    'картин',
    'образ',
    'строк',
    'запис',
    'фото',
    'instances',
    'observ',
    'utter',
    'sentences',
  ],
  read(sentence) {
    if (/\d\s?(?:images?|samples?|examples?|it|张|样本)\s?\/\s?s|\bloss\s?[:=]?\s?\d/i.test(sentence.text)) return []
    const facts = new Map<SplitFact, Fact>()
    fromPairs(sentence, facts)
    if (facts.size === 0) fromSplits(sentence, facts)
    if (facts.size === 0) fromTotal(sentence, facts)
    return [...facts.values()]
  },
})

function splitOf(word: string): SplitFact {
  return SPLITS.find(([, source]) => new RegExp(source, 'i').test(word))![0]
}

function put(
  sentence: Sentence,
  facts: Map<SplitFact, Fact>,
  name: SplitFact,
  count: number,
  match: RegExpExecArray,
): void {
  const old = facts.get(name)
  if (old && old.quote.length >= match[0].length) return
  if (Number.isInteger(count) && count >= 2 && count < 1e12) facts.set(name, says(sentence, name, count, match))
}

function fromPairs(sentence: Sentence, facts: Map<SplitFact, Fact>): void {
  if (!JOINED.test(sentence.text)) return
  for (const match of sentence.text.matchAll(PAIR)) {
    if (match[3] !== undefined && match[6] === undefined) continue
    for (const [word, count] of [
      [1, 4],
      [2, 5],
      [3, 6],
    ] as const)
      if (match[word] && match[count]) put(sentence, facts, splitOf(match[word]), toCount(match[count]), match)
  }
}

function fromSplits(sentence: Sentence, facts: Map<SplitFact, Fact>): void {
  const { text } = sentence
  const taken: [number, number][] = []
  const firsts = [...text.matchAll(NUMBER_FIRST)].filter(
    (match) => toCount(match[1]!) >= (MEANT.test(match[0]) ? 2 : 10) && !refused(text, match),
  )
  const words = [...text.matchAll(WORD_FIRST)].filter((match) => isStated(text, match))
  // "2311 train / 294 val": numbers lead; "train 2311 / val 294": words lead. The one that stands first tells which.
  const order = (firsts[0]?.index ?? Infinity) < (words[0]?.index ?? Infinity) ? [firsts, words] : [words, firsts]
  for (const matches of order)
    for (const match of matches) {
      const end = match.index + match[0].length
      if (taken.some(([from, to]) => match.index < to && end > from)) continue
      taken.push([match.index, end])
      const [word, count] = /^[\d]/.test(match[0]) ? [match[2]!, match[1]!] : [match[1]!, match[3]!]
      put(sentence, facts, splitOf(word), toCount(count), match)
    }
  if (!/shape|\.size/.test(text)) return
  for (const match of text.matchAll(SHAPE))
    if (/shape|\.size/.test(match[0])) put(sentence, facts, splitOf(match[1]!), Number(match[2]), match)
}

/** A bare number after a split is a count only where the words say so: a unit, a set, or a second split beside it. */
function isStated(text: string, match: RegExpExecArray): boolean {
  const count = toCount(match[3]!)
  if (!(count >= 10) || refused(text, match) || /loss|acc|error|rate|time/i.test(match[0])) return false
  if (match[4]) return true
  if (/集|样本|数据|set|size|data|samples|examples|images|rows|выборк|набор|данн|множеств|_?n_|num_/i.test(match[0]))
    return !/^\s?(?:-|version|v\d)/.test(text.slice(match.index + match[0].length))
  return new RegExp(`(?:${ANY})`, 'i').test(text.replace(match[0], '')) && count >= 10
}

function fromTotal(sentence: Sentence, facts: Map<SplitFact, Fact>): void {
  const { text } = sentence
  for (const match of [...text.matchAll(TOTAL), ...text.matchAll(NAMED_TOTAL)]) {
    const count = toCount(match[1]!)
    if (!(count >= 20) || refused(text, match) || SCARCE.test(text.slice(0, match.index))) continue
    if (/positive|negative|正样本|负样本|положит|отрицат/i.test(text)) continue
    if (new RegExp(`(?:${ANY})`, 'i').test(text.slice(Math.max(0, match.index - 12), match.index))) continue
    put(sentence, facts, 'examples_train', count, match)
    return
  }
}
