// Which optimizer moves the weights, and its momentum.

import type { Fact } from '../../../record/fact.ts'
import { anyOf, nameOf, OPTIMIZERS } from '../names.ts'
import { defineFactReader } from '../reader.ts'
import {
  denied,
  firstStated,
  isImport,
  L,
  LINK,
  pattern,
  R,
  RATE,
  refused,
  says,
  tellsOfAttempts,
  toRate,
} from '../words.ts'

const NAME = `(?:(?:tf\\.|keras\\.|torch\\.|optim\\.|optimizers?\\.|train\\.|tensorflow\\.|optimizer_v2\\.)*)(${anyOf(OPTIMIZERS)})${R}`
const KEY = `(?:${L}(?:optimi[sz]er(?:_type|_name)?|optim|solver(?:_type)?|opt|trainer)${R}|优化(?:器|算法|方法|函数)|оптимизатор[а-яё]*)`
const FORMS = [
  pattern(`^(?:solver_)?type:\\s?"(${anyOf(OPTIMIZERS)})"`),
  pattern(`${KEY}(?:${LINK}|\\s?=\\s?dict\\(type=['"])(?:选用|采用|使用|选择)?(?:я )?(?:['"])?${NAME}`),
  pattern(`${L}(${anyOf(OPTIMIZERS)})\\s?(?:optimi[sz]er${R}|优化(?:器|算法)?|оптимизатор[а-яё]*)`),
  pattern(
    `${L}${NAME}\\s?\\(\\s?(?:[a-z_]\\w{0,40}(?:\\.\\w+)*\\s?(?:\\(\\)\\s?)?[=,)]|\\d|\\)|\\[|filter|default|по умолчанию)`,
  ),
  pattern(
    `(?:${L}(?:us(?:e[ds]?|ing)|with|via|by|through)${R}(?: the| an?| plain| vanilla| standard| default)?|用(?:的是|了|的)?|采用(?:了)?|选(?:择|了|用)|${L}(?:использу[а-яё]+|с|с помощью|через|взял[аи]?|на)${R})\\s?${L}${NAME}(?! ?(?:paper|implementation|cell))`,
  ),
  pattern(`^${NAME}(?=\\s?$|\\s?[,;(+]|\\s(?:lr|with|learning|\\d|с|со)|\\s?(?:学习率|,学习率|скорост))`),
  pattern(`${L}${NAME}\\s?[,(]?\\s?(?:with )?(?:an? |the )?(?:lr|learning[ _]rate|学习率|скорост[а-яё]+ обучения)`),
  pattern(`${L}${NAME}[\\s,:]{1,3}(?=\\d(?:\\.\\d+)?e-\\d|0[.,]\\d|momentum)`),
]
const MOMENTUM = pattern(
  `(?:${L}(?:momentum|nesterov momentum)${R}|动量(?:系数|参数)?|${L}(?:импульс[а-яё]*|момент(?:ум)?[а-яё]*))${LINK}(${RATE})`,
)

export default defineFactReader({
  name: 'optimizer',
  cues: [
    'ada',
    'sgd',
    'rms',
    'optim',
    'solver',
    '优化',
    'оптим',
    'momentum',
    '动量',
    '梯度下降',
    'импульс',
    'момент',
    'gradient descent',
    'lion',
    'type:',
    'lamb',
    'lars',
    'bfgs',
    'ftrl',
    'muon',
    'rprop',
    'novograd',
    'градиент',
  ],
  read(sentence) {
    const { text } = sentence
    if (isImport(text)) return []
    const facts: Fact[] = []
    const match = tellsOfAttempts(text)
      ? undefined
      : FORMS.map((form) => named(text, form)).find((one) => one !== undefined)
    const name = match
      ?.slice(1)
      .map((part) => (part ? nameOf(OPTIMIZERS, part) : undefined))
      .find((part) => part !== undefined)
    if (match && name) facts.push(says(sentence, 'optimizer', name, match))
    const momentum = /norm|bn\b|ema\b/i.test(text) ? undefined : firstStated(text, MOMENTUM)
    const value = momentum ? toRate(momentum[1]!) : Number.NaN
    if (momentum && value >= 0 && value < 1) facts.push(says(sentence, 'momentum', value, momentum))
    return facts
  },
})

function named(text: string, form: RegExp): RegExpExecArray | undefined {
  return [...text.matchAll(form)].find((match) => {
    const at = match.index + match[0].search(new RegExp(anyOf(OPTIMIZERS), 'i'))
    return !refused(text, match) && !denied(text, at)
  })
}
