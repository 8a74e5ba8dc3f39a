// Which learning rate the run has, and which others were tried in vain.

import type { Fact } from '../../../record/fact.ts'
import { anyOf, OPTIMIZERS } from '../names.ts'
import { defineFactReader, type Sentence } from '../reader.ts'
import { L, LINK, pattern, RATE, refused, says, tellsOfAttempts, toRate } from '../words.ts'

const NAME = `(?:${L}(?<![a-z]-)(?:(?:base|init|initial|start|starting|peak|max)[ _-])?(?:learning[ _-]?rates?(?:_init)?|learn(?:ing)? ?rate|lrs?|lr0)(?:['a-z]{0,3}(?=[а-яё]))?(?![-_]?[a-z0-9_])|学习速?率|скорост[а-яё]+ обучения|темп[а-яё]* обучения|шаг[а-яё]* обучения|скорост[а-яё]+(?=\\s0[.,]\\d)|${L}(?:base_lr|init_lr|initial_lr|lr_init)(?![a-z0-9_]))`
const FROM = '(?:(?:starts?|starting|decays?|decaying|goes|ranging|changed?|from|between|从|由|介于|с|от)\\s?)?'
const NEXT =
  '(?:\\s?(?:,|/|、|→|->|=>|~|-|–|降到|降至|减到|(?:一直)?试?到|到|至|和|与|或|及)\\s?|\\s(?:and|or|to|down to|и|или|до|на)\\s)'
const AFTER = pattern(
  `${NAME}${LINK}${FROM}(${RATE})(?:((?:${NEXT}${RATE}){1,8}))?(?!\\s?(?:%|x${'(?![a-z])'}|times|次|раз))`,
)
const BEFORE = pattern(
  `(?<![\\d.,e]-?)(${RATE})\\s?(?:as |is |的)?(?:the |a |my )?(?:initial |constant |base |初始)?${NAME}`,
)
const POSITIONAL = pattern(
  `${L}${anyOf(OPTIMIZERS)}\\s?\\(\\s?(?:[\\w.]{0,40}parameters\\(\\)\\s?,\\s?|[a-z_.]*params?\\s?,\\s?)?(${RATE})\\s?[,)]`,
)
const BARE = pattern(
  `(?:^rate|${L}${anyOf(OPTIMIZERS)}\\s(?:with |at |of )?)[\\s:=]{1,3}(${RATE})(?![\\w%])|${L}${anyOf(OPTIMIZERS)}[\\s,:]{1,3}(\\d(?:\\.\\d+)?e-\\d+|0[.,]\\d+)(?![\\w%.])`,
)
/** The step of a boosting library; a time that is left has a unit. */
const ETA = pattern(`(?<![a-z_])['"]?eta['"]?\\s?[=:]\\s?(${RATE})(?!\\s?[:a-zа-я])`)

export default defineFactReader({
  name: 'learning-rate',
  cues: ['rate', 'lr', '学习', 'скорост', 'темп', 'шаг', 'adam', 'sgd', 'rms', 'eta', 'adag', 'adad'],
  read(sentence) {
    const { text } = sentence
    if (/reducing|rate reduced|ReduceLROnPlateau reduc/i.test(text)) return []
    const facts = [...text.matchAll(AFTER)].flatMap((match) => fromNamed(sentence, match))
    if (facts.length > 0) return facts
    for (const match of text.matchAll(BEFORE)) facts.push(...one(sentence, match, match[1]!))
    if (facts.length > 0) return facts
    for (const match of [...text.matchAll(POSITIONAL), ...text.matchAll(BARE)])
      facts.push(...one(sentence, match, match[1] ?? match[2]!))
    for (const match of text.matchAll(ETA)) facts.push(...one(sentence, match, match[1]!))
    return facts
  },
})

function fromNamed(sentence: Sentence, match: RegExpExecArray): Fact[] {
  const rest = match[2]
  if (rest === undefined) return one(sentence, match, match[1]!)
  const values = [match[1]!, ...(rest.match(new RegExp(RATE, 'gi')) ?? [])].map(toRate).filter(isRate)
  if (values.length === 1 || values.some((value) => value >= 1 && value !== 1)) return one(sentence, match, match[1]!)
  const isPath = values.length === 2 && /\bto\b|→|->|=>|到|至|до|на|~/.test(rest)
  if (!isPath) return [says(sentence, 'learning_rates_tried', values, match)]
  if (tellsOfAttempts(sentence.text)) return [says(sentence, 'learning_rates_tried', values, match)]
  const changed =
    /\b(?:changed?|lowered|reduced|decreased|dropped|raised|increased)\b[^;]{0,60}$|(?:我|把|将).{0,32}(?:降|改|减|调)|(?:снизил|уменьшил|поменял|изменил|повысил)/i
  if (!changed.test(sentence.text.slice(0, match.index + match[0].length)) && !/改/.test(rest))
    return [says(sentence, 'learning_rate', values[0]!, match)]
  return [
    says(sentence, 'learning_rate', values[1]!, match),
    says(sentence, 'learning_rates_tried', [values[0]!], match),
  ]
}

function one(sentence: Sentence, match: RegExpExecArray, text: string): Fact[] {
  const value = toRate(text)
  if (!isRate(value) || refused(sentence.text, match)) return []
  if (value >= 1 && !/[.,e]/i.test(text) && !/[=:]|\bof\b|为|是/.test(match[0])) return []
  if (tellsOfAttempts(sentence.text)) return [says(sentence, 'learning_rates_tried', [value], match)]
  return [says(sentence, 'learning_rate', value, match)]
}

function isRate(value: number): boolean {
  return value > 0 && value <= 10
}
