// Between which values the targets lie, and how far they spread.

import type { Fact } from '../../../record/fact.ts'
import { defineFactReader } from '../reader.ts'
import { L, LINK, pattern, R, RATE, refused, says, toRate } from '../words.ts'

const NUMBER = `-?${RATE}`
const RANGE = `(?:between |from |in(?: the range)?(?: of)? |从|由|在|介于|от |с |в (?:диапазоне|интервале|пределах) )?[\\[(]?\\s?(${NUMBER})\\s?(?:,|;|to|and|到|至|和|~|–|\\.\\.\\.?|до|и|-)\\s?(${NUMBER})\\s?[\\])]?`
const TARGET = `(?:${L}(?:(?:regression |true |ground[- ]truth )?(?:targets?|labels?|y_train|y)(?: values?| variables?| range| data)?)${R}|(?:回归)?(?:目标|标签|真实)(?:值|变量|数据)?|(?:целев[а-яё]+|регрессионн[а-яё]+) (?:значени[а-яё]+|переменн[а-яё]+|велич[а-яё]+)|таргет[а-яё]*|${L}метк[а-яё]+)`
const BETWEEN = `(?:[\\s:=,(]|${L}(?:is|are|in|within|the|range[sd]?|ranging|of|lies?|lie|values?|with|scaled|normali[sz]ed|to|∈|леж[аи]т|наход[яи]тся|меня[юе]тся|изменя[юе]тся|принимает|в|диапазон[а-яё]*|нормированы|принимают|значения)${R}|都|是|为|在|大概|大约|处于|落|取值|范围|区间|的|归一化|缩放|到|∈){0,8}?`
const AFTER = pattern(`${TARGET}${BETWEEN}${RANGE}`)
const BEFORE = pattern(`${RANGE}\\s?(?:之间|以内|区间|范围)?(?:内|上)?的?\\s?(?:连续)?${TARGET}`)
const SPREAD = pattern(
  `(?:${L}(?:std|standard deviation)(?: of)?(?: the)? (?:targets?|y|labels?)${R}|(?:目标|标签)(?:值)?的?(?:标准差)|стандартн[а-яё]+ отклонени[а-яё]+ (?:таргета|целевой переменной|целевых значений))${LINK}(${RATE})`,
)

/** What a range of targets holds at least; the long patterns are compiled only for such a sentence. */
const TWO = /\d.*\d/
const NAMED = /target|label|ground|\by\b|y_train|目标|标签|真实|целев|регрессионн|таргет|метк/

export default defineFactReader({
  name: 'target-range',
  cues: ['target', 'label', 'y', '目标', '标签', '真实', 'целев', 'таргет', 'метк', 'регрессионн', 'std', 'deviation'],
  read(sentence) {
    const { text } = sentence
    const facts: Fact[] = []
    if (!NAMED.test(text) || !/\d/.test(text)) return facts
    const ranges = TWO.test(text) ? [...text.matchAll(BEFORE), ...text.matchAll(AFTER)] : []
    const match = ranges.find((one) => !refused(text, one) && isRange(text, one))
    if (match) facts.push(says(sentence, 'target_range', [number(match[1]!), number(match[2]!)], match))
    const spread = /std|deviation|标准差|отклонени/.test(text) ? [...text.matchAll(SPREAD)][0] : undefined
    if (spread) facts.push(says(sentence, 'target_spread', toRate(spread[1]!), spread))
    return facts
  },
})

/** Labels that count from 0 or 1 in whole numbers name classes, not a range. */
function isRange(text: string, match: RegExpExecArray): boolean {
  const [low, high] = [number(match[1]!), number(match[2]!)]
  if (!(low < high)) return false
  if (/\d\s?%|\bepochs?\b|classes|类别|класс/i.test(match[0])) return false
  const whole = Number.isInteger(low) && Number.isInteger(high) && !/[.,]\d/.test(match[1]! + match[2]!)
  const labels =
    /labels?|标签|метк|integer|整数|цел(?:ые|ых|очисл)/i.test(match[0]) || /integer|整数|целочисл/i.test(text)
  if (whole && labels && low >= 0 && !/regress|回归|регресс/i.test(text)) return false
  return /[[(∈]|\b(?:between|from|in|within|rang\w*|to|and)\b|之间|范围|到|至|介于|区间|от|до|диапазон|интервал|\.\./i.test(
    match[0],
  )
}

function number(text: string): number {
  return text.startsWith('-') ? -toRate(text.slice(1)) : toRate(text)
}
