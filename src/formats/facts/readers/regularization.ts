// What keeps the weights in check: dropout, penalties, weight decay, or nothing.

import type { Fact } from '../../../record/fact.ts'
import { defineFactReader, type Sentence } from '../reader.ts'
import { isImport, L, LINK, pattern, R, RATE, refused, says, tellsOfAttempts, toRate } from '../words.ts'

const NAME = `(?:${L}(?:spatial_?|alpha_?|attention_?|hidden_?|embd?_?|variational )?drop-?_?out(?:1d|2d)?(?:[ _-]?(?:rate|prob(?:ability)?|p|ratio|率|概率|层|比例))?(?:'?[а-яё]{1,3})?(?![a-z])|дроп-?аут[а-яё]*|随机失活)`
const RATED = pattern(
  `${NAME}(?:\\s?(?:layers?|слой|слои|层|rate|率|概率|比例|с|with|p|rate of|вероятность[а-яё]*|коэффициент[а-яё]*)){0,3}${LINK}(?:p\\s?=\\s?|rate\\s?=\\s?)?(${RATE})\\s?(%)?`,
)
const KEEP = pattern(`${L}keep_?prob(?:ability)?${LINK}(${RATE})`)
const MENTIONED = pattern(NAME)
const DECAY = pattern(
  `(?:${L}(?:weight[ _-]?decay|wd|l2_reg|reg_lambda)${R}|权重衰减|${L}(?:затухани[а-яё]+ весов|весов[а-яё]+ затухани[а-яё]+|вейт ?деке[йя][а-яё]*))(?:系数|参数|率)?${LINK}(${RATE})`,
)
const PENALTY = pattern(
  `${L}(l1|l2|l1_l2|elastic ?net)(?:[ -]?(?:regulari[sz](?:ation|er|ed)|penalty|norm penalty|正则化?项?|正则|регуляризаци[а-яё]+)(?:\\s?(?:of|with|系数|=|:|为|с коэффициентом|коэффициент|λ|lambda|strength)){0,3})?\\s?[:=(]?\\s?(?:0?[.,]\\d+|1e-?\\d|\\d+e-\\d+|(?<=\\()\\d+(?=\\s?\\))|(?=\\))|$|(?<=正则化?项?|ization|izer|penalty|[яиюей]))`,
)
/** The factor of a squared penalty; it pulls at the weights as weight decay does. */
const FACTOR = pattern(
  `${L}(?:l2[_ ]?(?:lambda|factor|alpha)|l2)(?:[ _-]?(?:regulari[sz](?:ation|er)|penalty|正则化?项?|регуляризаци[а-яё]+))?(?:\\s?(?:of|with|系数|为|с коэффициентом|коэффициент[а-яё]*|λ|lambda|strength|factor)){0,3}\\s?[:=(]?\\s?(?:l2\\s?=\\s?)?(${RATE})(?!\\s?(?:%|loss|epoch))`,
)
const NONE = pattern(
  `(?:${L}(?:no|without(?: any)?|(?:not|n't) (?:use|using|have|apply|add)(?: any)?|zero)${R}\\s?(?:(?:dropout|l1|l2)[,/ ]+(?:or |and |nor )?)?${L}regulari[sz](?:ation|er)${R}|(?:没有?|无|不|未)(?:使用|用|加|采用|做|加入|任何|有)*正则化?|(?:без|нет|не (?:использу[а-яё]+|применя[а-яё]+|добавля[а-яё]+))(?: никакой)? регуляризаци[а-яё]+|регуляризаци[а-яё]+ (?:нет|не (?:использ|примен)[а-яё]+))`,
)

export default defineFactReader({
  name: 'regularization',
  cues: [
    'drop',
    'keep',
    'decay',
    'wd',
    'l1',
    'l2',
    'regular',
    'дроп',
    '随机失活',
    '衰减',
    '正则',
    'регуляриз',
    'затухан',
    'elastic',
    'вейт',
  ],
  read(sentence) {
    if (isImport(sentence.text)) return []
    return [...dropout(sentence), ...penalty(sentence)]
  },
})

function dropout(sentence: Sentence): Fact[] {
  const { text } = sentence
  if (tellsOfAttempts(text)) return []
  for (const match of text.matchAll(RATED)) {
    const rate = toRate(match[1]!) / (match[2] ? 100 : 1)
    if (refused(text, match) || !(rate >= 0 && rate < 1)) continue
    const facts: Fact[] = [says(sentence, 'dropout', rate, match)]
    if (rate > 0) facts.push(says(sentence, 'regularization', 'dropout', match))
    return facts
  }
  const keep = [...text.matchAll(KEEP)][0]
  const kept = keep ? toRate(keep[1]!) : Number.NaN
  if (keep && kept > 0 && kept < 1)
    return [
      says(sentence, 'dropout', Math.round((1 - kept) * 1e6) / 1e6, keep),
      says(sentence, 'regularization', 'dropout', keep),
    ]
  return mentioned(sentence)
}

function mentioned(sentence: Sentence): Fact[] {
  const { text } = sentence
  const match = [...text.matchAll(MENTIONED)][0]
  if (!match || /\?\s*$/.test(text)) return []
  if (refused(text, match)) {
    const none =
      /(?:no|without|没有?|无|без|нет)\s?(?:[a-z]+ )?$/i.test(text.slice(0, match.index)) && text.length < 200
    return none
      ? [says(sentence, 'dropout', 0, text.slice(Math.max(0, match.index - 20), match.index + match[0].length))]
      : []
  }
  const used =
    /\b(?:with|using|use[ds]?|have|has|added|and|apply|applied)\b[^.;]{0,24}$|(?:用了|加了|使用|采用|加入|有)[^,。;]{0,8}$|(?<![а-яё])(?:с|использ[а-яё]+|добав[а-яё]+|есть|стоит|и)(?![а-яё])[^.;]{0,16}$/i
  return used.test(text.slice(0, match.index)) ? [says(sentence, 'regularization', 'dropout', match)] : []
}

function penalty(sentence: Sentence): Fact[] {
  const { text } = sentence
  const facts: Fact[] = []
  const none = [...text.matchAll(NONE)][0]
  if (none) return [says(sentence, 'regularization', 'none', none)]
  const decay = [...text.matchAll(DECAY)].find((match) => !refused(text, match))
  const value = decay ? toRate(decay[1]!) : Number.NaN
  if (decay && value >= 0 && value < 10 && !tellsOfAttempts(text)) {
    facts.push(says(sentence, 'weight_decay', value, decay))
    if (value > 0) facts.push(says(sentence, 'regularization', 'l2', decay))
    return facts
  }
  const match = [...text.matchAll(PENALTY)].find((one) => !refused(text, one) && isNamed(text, one))
  if (!match || tellsOfAttempts(text) || (/loss/i.test(text) && !/regulari|penalty|正则|регуляр/i.test(text)))
    return facts
  return [...factor(sentence), says(sentence, 'regularization', match[1]!.replace('_', ', '), match)]
}

function factor(sentence: Sentence): Fact[] {
  const match = [...sentence.text.matchAll(FACTOR)].find((one) => !refused(sentence.text, one))
  const value = match ? toRate(match[1]!) : Number.NaN
  return match && value >= 0 && value < 10 ? [says(sentence, 'weight_decay', value, match)] : []
}

/** A bare `l2` says something only beside the word; with a strength it says so itself. */
function isNamed(text: string, match: RegExpExecArray): boolean {
  return /[.,e]-?\d+$/.test(match[0].slice(2)) || /regulari|penalty|正则|регуляр/i.test(text)
}
