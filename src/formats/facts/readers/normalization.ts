// Whether the inputs were scaled, and between which values they lie.

import type { Fact } from '../../../record/fact.ts'
import { defineFactReader } from '../reader.ts'
import { denied, isImport, L, pattern, R, RATE, refused, says, toRate } from '../words.ts'

const INPUT =
  /\b(?:data|dataset|inputs?|images?|pixels?|features?|x|x_train|x_test|samples)\b|数据|输入|图像|图片|特征|像素|данн|вход|изображ|пиксел|признак|картинк|выборк/i
const OTHER =
  /(?:batch|layer|group|instance|weight|spectral|批|层|target|label|目标|标签|gradient|loss|батч|целев|таргет|метк)[^,.;]{0,12}$/i
const SCALED = pattern(
  `${L}(?:(?:re-?)?normali[sz](?:ed|e|ing|ation)|standardi[sz](?:ed|e|ing|ation)|standardscaler|minmaxscaler|transforms\\.normalize|min-?max scal(?:ed|ing)|z-?scored?|scaled)${R}|标准化|归一化|(?:от)?нормализ[а-яё]+|стандартизов[а-яё]+|стандартизаци[а-яё]+|(?:от|про)?масштабирован[а-яё]*`,
)
const PIXELS = pattern(
  `(?:rescale\\s?[=:]?\\s?\\(?1\\.?\\s?/\\s?255|/=?\\s?255(?:\\.0?)?(?!\\d)|divid(?:ed?|ing) by 255|除以\\s?255|(?:по)?дел(?:ил[аи]?|ит[а-яё]*|ени[а-яё]+|ены?) на 255)`,
)
const UNSCALED = pattern(
  `${L}(?:un-?normali[sz]ed|unscaled|un-?standardi[sz]ed|raw (?:pixels?|pixel values|features?|inputs?))${R}|ненормализованн[а-яё]+|原始像素|сыр[а-яё]+ (?:пиксел[а-яё]+|признак[а-яё]*)`,
)
const RANGE = pattern(
  `(?:${L}(?:inputs?|pixels?|pixel values|images?|features?|input data)${R}|输入|像素值?|特征值?|图像|${L}(?:вход[а-яё]*|пиксел[а-яё]*|признак[а-яё]*))(?:[\\s:=(]|${L}(?:values?|are|is|in|range[ds]?|ranging|the|of|from|between|within|data|scaled|normali[sz]ed|to|в|диапазон[а-яё]*|от|значения|лежат|данные)${R}|值|都|是|为|在|的|范围|归一化|缩放|到|从){0,7}?[\\[(]?\\s?(-?${RATE})\\s?(?:,|to|and|到|至|~|–|-|\\.\\.|до)\\s?(${RATE})\\s?[\\])]?`,
)

export default defineFactReader({
  name: 'normalization',
  cues: [
    'normali',
    'standardi',
    'scale',
    '255',
    '归一',
    '标准化',
    'нормализ',
    'стандартиз',
    'масштаб',
    'raw',
    '像素',
    'pixel',
    'input',
    'feature',
    'image',
    'range',
    '输入',
    '特征',
    '图像',
    'пиксел',
    'признак',
    'вход',
    'сыр',
    'z-score',
    'zscore',
  ],
  read(sentence) {
    const { text } = sentence
    if (isImport(text)) return []
    return [...scaling(sentence), ...range(sentence)]
  },
})

function scaling(sentence: Parameters<typeof says>[0]): Fact[] {
  const { text } = sentence
  const pixels = [...text.matchAll(PIXELS)][0]
  if (pixels) {
    const yes = !refuses(text, pixels.index)
    return [
      says(sentence, 'inputs_normalized', yes, withDenial(text, pixels)),
      says(sentence, 'input_range', yes ? [0, 1] : [0, 255], withDenial(text, pixels)),
    ]
  }
  const raw = [...text.matchAll(UNSCALED)].find((one) => !refused(text, one))
  if (raw) return [says(sentence, 'inputs_normalized', false, raw)]
  const scaled = [...text.matchAll(SCALED)].find(
    (one) =>
      !OTHER.test(text.slice(0, one.index)) &&
      !/^\s?(?:层|layer|слой|the (?:loss|target|label|weight|grad))/i.test(text.slice(one.index + one[0].length)),
  )
  if (!scaled) return []
  const known = INPUT.test(text) || /scaler|transforms\.|z-?score/i.test(scaled[0]) || text.length < 40
  if (!known || (/^scaled$/i.test(scaled[0]) && !INPUT.test(text))) return []
  return [says(sentence, 'inputs_normalized', !refuses(text, scaled.index), withDenial(text, scaled))]
}

/** `were not yet divided`, `没有做归一化`, `не делил`: a denial a few words before. */
function refuses(text: string, index: number): boolean {
  return (
    denied(text, index) ||
    /(?:\b(?:not|never|without|no|n't)\b|没|未|不曾|(?<![а-яё])(?:не|без|нет))[^,.;:,。]{0,12}$/i.test(
      text.slice(0, index),
    )
  )
}

function withDenial(text: string, match: RegExpExecArray): string {
  return text.slice(Math.max(0, match.index - 30), match.index + match[0].length)
}

function range(sentence: Parameters<typeof says>[0]): Fact[] {
  for (const match of sentence.text.matchAll(RANGE)) {
    const low = match[1]!.startsWith('-') ? -toRate(match[1]!.slice(1)) : toRate(match[1]!)
    const high = toRate(match[2]!)
    if (
      !(low < high) ||
      /\d\s?x\s?\d/.test(match[0]) ||
      !/[[(]|\b(?:range\w*|between|from|to|in)\b|范围|到|至|~|от|до|255|диапазон/i.test(match[0])
    )
      continue
    const facts: Fact[] = [says(sentence, 'input_range', [low, high], match)]
    if (low >= 0 && high >= 200) facts.push(says(sentence, 'inputs_normalized', false, match))
    if (low >= -1 && high <= 1) facts.push(says(sentence, 'inputs_normalized', true, match))
    return facts
  }
  return []
}
