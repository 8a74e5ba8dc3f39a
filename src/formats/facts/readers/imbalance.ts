// How unequal the classes are, and whether they were weighted against it.

import type { Fact } from '../../../record/fact.ts'
import { defineFactReader, type Sentence } from '../reader.ts'
import { COUNT, isImport, L, pattern, R, refused, says, stated, toCount, toSmallCount } from '../words.ts'

const PERCENT = '(?<!\\d)(?<!\\d[.,])(\\d{1,2}(?:[.,]\\d+)?)\\s?(?:%|percent|процент[а-яё]*)'
const SIDE =
  '(?:positives?|negatives?|ones|zeros|正(?:样本|例|类)|负(?:样本|例|类)|положительн[а-яё]+|отрицательн[а-яё]+|единиц[а-яё]*|позитивн[а-яё]+|негативн[а-яё]+)'
const RARE =
  '(?:(?:rare|minority|smaller|positive|smallest)(?:st)? class|少数类(?:别)?|稀有类(?:别)?|小类|редк[а-яё]+ класс[а-яё]*|миноритарн[а-яё]+ класс[а-яё]*|меньш[а-яё]+ класс[а-яё]*)'
const MAJOR =
  '(?:(?:majority|dominant|largest|biggest|main|negative) class|多数类(?:别)?|мажоритарн[а-яё]+ класс[а-яё]*|преобладающ[а-яё]+ класс[а-яё]*)'
const NEAR = `(?:[\\s:=(~≈—–]|${L}(?:is|are|of|only|about|around|just|has|have|the|rows|samples|makes? up|makes up|with|у|около|всего|примерно|это|составля[а-яё]*)${R}|占|只|仅|约|为|是|有|了|比例|的){0,6}?`
const SHARES: readonly RegExp[] = [
  pattern(
    `${PERCENT}\\s?(?:of (?:the |my |all )?(?:data|rows|samples|labels|examples|targets|images)? ?(?:are|is|belongs? to) )?(?:是|的|为)?(?:样本|数据)?(?:是|为)?(?:${SIDE}|${RARE}|${MAJOR})`,
  ),
  pattern(`(?:${SIDE}|${RARE}|${MAJOR})${NEAR}${PERCENT}`),
  pattern(
    `${PERCENT} (?:of|данных|примеров|样本)[^.;%]{0,32}(?:same|one|single|first|class|majority|одному|одного|классу|同一)${R}`,
  ),
  pattern(`${PERCENT}\\s?的(?:样本|数据|图片)[^。;,%]{0,10}(?:同一|一个|某一|[a-z] ?)类`),
]
const SIDES = pattern(
  `(${COUNT})\\s?(?:条|个|rows?|samples?|images?|张)?\\s?(?:are |是|为)?(${SIDE})(?:(?:\\s(?:and|vs\\.?|against|и))?\\s?(?:samples|rows|examples|images|примеров|строк|записей|样本|条|个)?\\s?[/,:、和与]?\\s?(?:and |vs\\.? |и |и )?)(${COUNT})\\s?(?:条|个|rows?|张)?\\s?${SIDE}`,
)
const SIDES_AFTER = pattern(
  `(${SIDE})\\s?(?:样本|数|数量|共|有|为|是|примеров|строк|записей|samples?|rows?|[:=—–\\s]){0,4}(${COUNT})\\s?(?:条|个|张)?\\s?[/,:、和与]?\\s?(?:and |и |а )?${SIDE}\\s?(?:样本|数|数量|共|有|为|是|примеров|строк|записей|samples?|rows?|[:=—–\\s]){0,4}(${COUNT})`,
)
const RATIO = pattern(
  `(?:imbalanc[a-z]*|ratio|比例|不(?:平衡|均衡)|дисбаланс[а-яё]*|соотношени[а-яё]+)[^.;\\d]{0,24}(\\d{1,6})\\s?(?::|к|to|比)\\s?(\\d{1,6})(?![\\d.])|(?<!\\d)(\\d{1,6})\\s?(?::|to)\\s?(\\d{1,6}) (?:class )?(?:imbalance|ratio|дисбаланс)`,
)
const EQUAL = pattern(
  `((?<!\\d)\\d{1,6}|two|три|два|две|двух|两|二|三|three|four|five)\\s?(?:个)?\\s?(?:equal(?:ly sized)?|balanced|均衡的?|平衡的?|相等的?|等量的?|一样多的?|数量相等的?|数量相同的?|сбалансированн[а-яё]+|равн[а-яё]+|одинаков[а-яё]+ по размеру)\\s?(?:class(?:es)?|类(?:别)?|класс[а-яё]*)`,
)
const COUNTS = pattern(
  `(?:rows|class counts|per class|support|各类(?:样本)?(?:数量?)?|每类(?:样本)?(?:数量?)?|各行|行(?:和|为)?|строк[аи]|по классам)[^\\d.;]{0,12}(${COUNT}(?:\\s?[/,、]\\s?${COUNT}){2,40})`,
)
const WEIGHTS = pattern(
  `(?:${L}(?:class[ _-]?weights?|is_unbalance['"]?[\\s=:]{1,3}true|scale_pos_weight['"]?[\\s=:]{1,3}(?!1(?:\\.0)?(?![.\\d]))\\d|pos_weight|weighted (?:loss|cross[ -]?entropy)|weightedrandomsampler|unbalanced? ?= ?true)|类别?权重|加权(?:损失|交叉熵)|вес[а-яё]+ классов|взвешенн[а-яё]+ (?:лосс|функци)[а-яё]*)`,
)

const SCORE = /acc|准确|точност|precision|recall|auc|error|f1|loss/i

export default defineFactReader({
  name: 'imbalance',
  cues: [
    '%',
    'percent',
    'процент',
    'positiv',
    'ratio',
    'imbalanc',
    'balance',
    'equal',
    'per class',
    'rows',
    'weight',
    'support',
    'counts',
    '正',
    '比例',
    '衡',
    '等',
    '各',
    '权重',
    '加权',
    '一样多',
    'дисбаланс',
    'соотнош',
    'равн',
    'сбаланс',
    'одинаков',
    'положит',
    'вес',
    'взвеш',
    'строк',
    'по классам',
    'позитив',
  ],
  read(sentence) {
    if (isImport(sentence.text)) return []
    const facts: Fact[] = [...share(sentence)]
    const weights = stated(sentence.text, WEIGHTS).find(
      (match) => !/^['"]?\s?[=:]\s?(?:none|false|null)/i.test(sentence.text.slice(match.index + match[0].length)),
    )
    if (weights) facts.push(says(sentence, 'class_weights', true, weights))
    return facts
  },
})

/** The largest class's share, from the surest words to the vaguest. */
function share(sentence: Sentence): readonly Fact[] {
  for (const reading of [fromSides, fromCounts, fromPercent, fromRatio, fromEqual]) {
    const facts = reading(sentence)
    if (facts.length > 0) return facts
  }
  return []
}

function majority(sentence: Sentence, largest: number, match: RegExpExecArray, classes?: number): Fact[] {
  if (!(largest > 0 && largest <= 1)) return []
  const facts = [says(sentence, 'majority_share', Math.round(largest * 1e6) / 1e6, match)]
  return classes === undefined ? facts : [...facts, says(sentence, 'classes', classes, match)]
}

function fromSides(sentence: Sentence): Fact[] {
  for (const match of [...sentence.text.matchAll(SIDES), ...sentence.text.matchAll(SIDES_AFTER)]) {
    const counts = match.slice(1).filter((part) => part !== undefined && /^\d/.test(part))
    const [a, b] = counts.map(toCount) as [number, number]
    if (a + b > 0) return majority(sentence, Math.max(a, b) / (a + b), match, 2)
  }
  return []
}

function fromCounts(sentence: Sentence): Fact[] {
  const match = [...sentence.text.matchAll(COUNTS)][0]
  if (!match || !/class|confusion|类|класс|混淆|матриц|support/i.test(sentence.text)) return []
  const all = match[1]!.split(/[/、]|,\s/).map(toCount)
  if (all.length < 3 || !all.every((one) => one >= 0)) return []
  return majority(sentence, Math.max(...all) / all.reduce((sum, one) => sum + one, 0), match, all.length)
}

function fromPercent(sentence: Sentence): Fact[] {
  for (const match of SHARES.flatMap((form) => [...sentence.text.matchAll(form)])) {
    if (refused(sentence.text, match) || SCORE.test(match[0])) continue
    const part = Number(match[1]!.replace(',', '.')) / 100
    return majority(sentence, Math.max(part, 1 - part), match, new RegExp(SIDE, 'i').test(match[0]) ? 2 : undefined)
  }
  return []
}

function fromRatio(sentence: Sentence): Fact[] {
  const match = [...sentence.text.matchAll(RATIO)][0]
  if (!match || !/class|imbal|样本|类|衡|класс|дисбал|positive|negative/i.test(sentence.text)) return []
  const [a, b] = [Number(match[1] ?? match[3]), Number(match[2] ?? match[4])]
  return a + b > 0 ? majority(sentence, Math.max(a, b) / (a + b), match) : []
}

function fromEqual(sentence: Sentence): Fact[] {
  const match = [...sentence.text.matchAll(EQUAL)].find((one) => !refused(sentence.text, one))
  const many = match ? toSmallCount(match[1]!) : 0
  return match && many > 1 ? majority(sentence, 1 / many, match) : []
}
