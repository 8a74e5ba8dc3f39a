// What the last layer gives: how many values, through which activation.

import type { Fact } from '../../../record/fact.ts'
import { ACTIVATIONS, anyOf, nameOf } from '../names.ts'
import { defineFactReader, type Sentence } from '../reader.ts'
import { L, occurrences, pattern, R, refused, SPELLED_NUMBER, says, toSmallCount } from '../words.ts'

const LAST = `(?:${L}(?:(?:last|final|output)(?: (?:fully[- ]connected|dense|fc|linear|layer'?s?|layer is|is|activation|unit|node))*|head is)${R}|输出层|最后(?:的)?一?(?:个)?(?:层|全连接层|的?(?=Dense|Linear))|末层|最后(?=(?:一个|是|为|接|用|加|\\s)*Dense)|последн[а-яё]+ (?:полносвязн[а-яё]+ )?(?:сло[а-яё]+|(?=Dense|Linear))|выходн[а-яё]+ (?:сло[а-яё]+|активаци[а-яё]+)|на выходе|финальн[а-яё]+ сло[а-яё]+)`
const ACT = `['"]?(?:activation\\s?=\\s?|nn\\.|f\\.|tf\\.nn\\.)?['"]?(${anyOf(ACTIVATIONS)})${R}`
const UNITS = `(?:dense|linear|fc|fullyconnected)\\s?\\(\\s?(?:\\d+\\s?,\\s?(?=\\d)|in_features\\s?=\\s?\\d+\\s?,\\s?(?:out_features\\s?=\\s?)?|units\\s?=\\s?|output_dim\\s?=\\s?)?(\\d+)`
const SPOKEN_UNITS = `(\\d+|${SPELLED_NUMBER})\\s?(?:个)?\\s?(?:(?:output|sigmoid|softmax|linear)\\s)?(?:units?|neurons?|nodes?|outputs?|logits?|神经元|节点|单元|输出|нейрон[а-яё]*|выход[а-яё]*|класс[а-яё]*|classes|类)`

const FULL = pattern(
  `${LAST}[^.;?!]{0,24}?${UNITS}\\s?(?:,[^)]{0,40}?${ACT}|\\)?\\s?[,+]?\\s?(?:with |and |加|\\+|с |и |接|用|是|激活(?:函数)?(?:为|是)?|активаци[а-яё]+ )?\\s?${ACT})?`,
)
const SPOKEN = pattern(`${LAST}[^.;?!]{0,24}?${SPOKEN_UNITS}`)
const ACTIVE = pattern(`${LAST}[^.;?!\\d]{0,24}?${L}${ACT}`)
const AT_END = pattern(
  `${L}(${anyOf(ACTIVATIONS)})(?: activation)?(?:\\s(?:at the (?:end|output)|on the (?:output|last layer)|in the (?:output|last|final)(?: layer)?|output(?: layer)?|as (?:the )?(?:output|last layer)|в конце|на выходе|на последнем слое)${R}|\\s?(?:作为)?(?:输出层?|收尾|结尾))`,
)
/** The last step of a module's forward pass. */
const RETURNED = pattern(
  '(?:\\breturn\\s[^#]{0,40}?|(?=f\\.(?:log_)?softmax|torch\\.(?:log_)?softmax))(?:f|torch|nn\\.functional|tf\\.nn|torch\\.nn\\.functional)\\.((?:log_)?softmax|sigmoid|tanh)\\s?\\(',
)
const CHAIN = pattern(
  `${L}(?:dense|linear)\\s?\\(\\s?(\\d+)\\s?(?:,\\s?['"]?[a-z]+['"]?\\s?)?\\)\\s?(?:,\\s?)?(?:\\+|->|→|再?加(?:上)?|再接|后接|接|с|и|with|then|затем|потом|,)\\s?(?:одним |один |одна |выходная |一个)?(${anyOf(ACTIVATIONS)})(?=\\s?$|\\s?[.;,]|\\s(?:output|на выходе)|\\s?(?:输出|激活))`,
)

export default defineFactReader({
  name: 'output-layer',
  cues: [
    'last',
    'final',
    'output',
    'head is',
    '输出',
    '最后',
    '末层',
    'последн',
    'выход',
    'финальн',
    'at the end',
    'в конце',
    '结尾',
    '收尾',
    'softmax(',
    'return',
    'dense',
    'linear',
  ],
  read(sentence) {
    const { text } = sentence
    const full = occurrences(text, FULL).find((match) => !refused(text, match))
    if (full) return both(sentence, full, full[1], full[2] ?? full[3])
    const facts: Fact[] = []
    const spoken = occurrences(text, SPOKEN).find((match) => !refused(text, match))
    if (spoken) facts.push(...both(sentence, spoken, spoken[1], undefined))
    const active =
      occurrences(text, ACTIVE).find((match) => !refused(text, match)) ??
      occurrences(text, AT_END).find((match) => !refused(text, match))
    if (active) facts.push(...both(sentence, active, undefined, active[1]))
    if (facts.length > 0) return facts
    const returned = occurrences(text, RETURNED)[0]
    if (returned) return both(sentence, returned, undefined, returned[1])
    const chain = occurrences(text, CHAIN).at(-1)
    return chain ? ofChain(sentence, chain) : []
  },
})

/** `three Dense(8, relu), sigmoid`: the units are the hidden layers', the activation is the output's. */
function ofChain(sentence: Sentence, chain: RegExpExecArray): Fact[] {
  const hidden = /\(\s?\d+\s?,/.test(chain[0])
  return both(sentence, chain, hidden ? undefined : chain[1], chain[2])
}

function both(
  sentence: Sentence,
  match: RegExpExecArray,
  units: string | undefined,
  activation: string | undefined,
): Fact[] {
  const facts: Fact[] = []
  const count = units === undefined ? Number.NaN : toSmallCount(units)
  const name = activation === undefined ? undefined : nameOf(ACTIVATIONS, activation)
  if (Number.isInteger(count) && count > 0) facts.push(says(sentence, 'output_units', count, match))
  if (name) facts.push(says(sentence, 'output_activation', name, match))
  return facts
}
