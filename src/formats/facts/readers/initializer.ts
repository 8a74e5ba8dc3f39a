// From which distribution the weights started.

import { anyOf, type Names, nameOf } from '../names.ts'
import { defineFactReader } from '../reader.ts'
import { isImport, L, LINK, pattern, R, refused, says, tellsOfAttempts } from '../words.ts'

const NAMES: Names = [
  ['he', 'he(?:_normal|_uniform|normal|uniform| init)?|kaiming(?:_normal_?|_uniform_?)?|msra'],
  ['glorot', 'glorot(?:_normal|_uniform|normal|uniform)?|xavier(?:_normal_?|_uniform_?)?'],
  ['lecun', 'lecun(?:_normal|_uniform)?'],
  ['orthogonal', 'orthogonal_?|正交|ортогональн[а-яё]+'],
  ['truncated-normal', 'truncated[ _]?normal|截断正态(?:分布)?'],
  ['zeros', 'zeros?|全?零|全?0|нул(?:ями|ями|[её]м|евые|евая)'],
  ['ones', 'ones|единицами'],
  ['uniform', '(?:random[ _]?)?uniform_?|均匀(?:分布)?|равномерн[а-яё]+'],
  ['normal', '(?:random[ _]?)?normal_?|gaussian|正态(?:分布)?|高斯(?:分布)?|нормальн[а-яё]+|гауссов[а-яё]+'],
]
const FORMS = [
  pattern(
    `(?:${L}(?:(?:kernel_|weight_)?init(?:iali[sz](?:er|ed|ation)|ializers\\.)?(?: weights?)?|kernel_initializer|weight_filler\\s?\\{ ?type)${R}\\.?|(?:权重|参数)?初始化(?:方法|方式|器)?|инициализаци[а-яё]+|инициализирован[а-яё]*|инициализиру[а-яё]+)(?:(?:采用|使用|用)?${LINK}(?:распределени[а-яё]+ )?)(${anyOf(NAMES)})(?![a-z])`,
  ),
  pattern(`${L}(${anyOf(NAMES)})\\s?(?:weight |的)?(?:init(?:iali[sz](?:ation|er))?${R}|初始化|инициализаци[а-яё]+)`),
  pattern(`\\binit\\.(${anyOf(NAMES)})\\(`),
]

/** A normal distribution whose width is told: `RandomNormal(stddev=5)`, `normal_(w, std=1)`. */
const WIDTH = pattern(
  '(?:random_?normal|init\\.normal_?)\\([^()]{0,40}?\\bstd(?:dev)?\\s?=\\s?(\\d{1,4}(?:\\.\\d{1,6})?)',
)

export default defineFactReader({
  name: 'initializer',
  cues: ['init', '初始化', 'инициализ', 'weight_filler', 'randomnormal', 'random_normal'],
  read(sentence) {
    const { text } = sentence
    if (isImport(text) || tellsOfAttempts(text)) return []
    for (const match of text.matchAll(WIDTH))
      if (!refused(text, match)) return [says(sentence, 'initializer', `normal(${Number(match[1])})`, match)]
    for (const match of FORMS.flatMap((form) => [...text.matchAll(form)])) {
      const name = nameOf(NAMES, match[1]!)
      if (!name || refused(text, match) || /bias/i.test(text.slice(Math.max(0, match.index - 8), match.index))) continue
      return [says(sentence, 'initializer', name, match)]
    }
    return []
  },
})
