// How many classes the labels have.

import { defineFactReader } from '../reader.ts'
import { COUNT, FRESH, L, LINK, pattern, R, refused, SPELLED_NUMBER, says, toSmallCount } from '../words.ts'

const N = `(?:${COUNT}|${SPELLED_NUMBER})`
const COUNTED = pattern(
  `${FRESH}(?<![a-z_-]|top-|class |epoch )(${N})[\\s-]?(?:(?:different|equal|balanced|distinct|output|target|possible|object|disease|image|[а-яё]+(?:ых|их|ные|ых по размеру))\\s){0,2}(?:-?class(?:es)?(?:ification)?${R}|categories${R}|класс(?:а|ов|ах|ами|у|е)?${R}|(?:个)?(?:不同的|均衡的|相等的|平衡的|等量的|大)?(?:类别?(?!似|型|的第)|分类)|路分类)`,
)
const ZH_COUNT = pattern(
  '(?<![\\d.])(\\d+|[一二三四五六七八九十两])\\s?个?(?:数量)?(?:不同的|均衡的|相等的|相同的|平衡的|等量的|一样多的|大)?(?:类别|分类|类(?!似|型|的第))',
)
const NAMED = pattern(
  `(?:${L}(?:num[_-]?classes|n_?class(?:es)?|nb_classes|number of (?:classes|categories|labels)|num_labels|classes(?=\\s?=))${R}|类别数量?|类数|(?:число|количество) классов)['"]?${LINK}(${N})`,
)
const NC = pattern(`^\\s?['"]?nc['"]?\\s?[:=]\\s?(\\d+)`)
const BINARY = pattern(
  `${L}binary (?:classification|classifier|image classification|text classification|labels?|target)${R}|${L}objective(?:[\\s'":=]|是|为|用){1,4}binary(?!_crossentropy|[a-z])|бинарн[а-яё]+ классифика[а-яё]+`,
)
const SPAN = pattern(
  `(?:${L}(?:integer |class |digit )?(?:labels?|classes|digits)${R}|(?:整数)?(?:标签|类别|数字)|(?:целочисленн[а-яё]+ )?(?:метк[а-яё]+|класс[а-яё]*|цифр[а-яё]+))(?:${LINK}|[a-z ]{0,12}| из целых чисел )(?:from |between |от |с |从)?0\\s?(?:-|–|~|\\.\\.\\.?|to|to the|and|до|по|到|至)\\s?(\\d{1,5})(?![\\d.])`,
)

export default defineFactReader({
  name: 'classes',
  cues: [
    'class',
    'categor',
    'label',
    '类',
    '标签',
    'класс',
    'метк',
    'digits',
    'цифр',
    'бинарн',
    'binary',
    'nc',
    'num_labels',
    '数字',
  ],
  read(sentence) {
    const { text } = sentence
    for (const form of [NAMED, NC, COUNTED, ZH_COUNT])
      for (const match of text.matchAll(form)) {
        const count = toSmallCount(match[1]!)
        if (refused(text, match) || !(count > 0) || count > 10_000_000 || isPart(text, match)) continue
        return [says(sentence, 'classes', count, match)]
      }
    const span = [...text.matchAll(SPAN)].find((match) => !refused(text, match))
    if (span && !/regress|回归|регресс/i.test(text)) return [says(sentence, 'classes', Number(span[1]) + 1, span)]
    const binary = [...text.matchAll(BINARY)].find((match) => !refused(text, match))
    return binary ? [says(sentence, 'classes', 2, binary)] : []
  },
})

/** `in two of the 5 classes`, `the first 3 classes`, `one class`: a part of them. */
function isPart(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 14), match.index)
  if (
    /(?:first|last|other|remaining|these|those|only|just|at least|top|每|前|其他|其中|只|第|某|同|各|перв[а-яё]+|остальн[а-яё]+|друг[а-яё]+|только)\s?$/i.test(
      before,
    )
  )
    return true
  return /^(?:one|一|один|одного)/i.test(match[1]!)
}
