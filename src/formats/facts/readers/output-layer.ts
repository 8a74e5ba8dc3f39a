// What the last layer gives: how many values, through which activation.

import type { Fact } from '../../../record/fact.ts'
import { ACTIVATIONS, anyOf, nameOf } from '../names.ts'
import { defineFactReader, type Sentence } from '../reader.ts'
import { L, pattern, R, refused, SPELLED_NUMBER, says, toSmallCount } from '../words.ts'

const LAST = `(?:${L}(?:(?:last|final|output)(?: (?:fully[- ]connected|dense|fc|linear|layer'?s?|layer is|is|activation|unit|node))*|head is)${R}|输出层|最后(?:的)?一?(?:个)?(?:层|全连接层|的?(?=dense|linear))|末层|最后(?=(?:一个|是|为|接|用|加|\\s)*dense)|последн[а-яё]+ (?:полносвязн[а-яё]+ )?(?:сло[а-яё]+|(?=dense|linear))|выходн[а-яё]+ (?:сло[а-яё]+|активаци[а-яё]+)|на выходе|финальн[а-яё]+ сло[а-яё]+)`
const ACT = `['"]?(?:activation\\s?=\\s?|nn\\.|f\\.|tf\\.nn\\.)?['"]?(${anyOf(ACTIVATIONS)})${R}`
const UNITS = `(?:dense|linear|fc|fullyconnected)\\s?\\(\\s?(?:\\d+\\s?,\\s?(?=\\d)|in_features\\s?=\\s?\\d+\\s?,\\s?(?:out_features\\s?=\\s?)?|units\\s?=\\s?|output_dim\\s?=\\s?)?(\\d+)`
const SPOKEN_UNITS = `(\\d+|${SPELLED_NUMBER})\\s?(?:个)?\\s?(?:(?:output|sigmoid|softmax|linear)\\s)?(?:units?|neurons?|nodes?|outputs?|logits?|神经元|节点|单元|输出|нейрон[а-яё]*|выход[а-яё]*|класс[а-яё]*|classes|类)`

const FULL = pattern(
  `${LAST}[^.;?!]{0,24}?${UNITS}\\s?(?:,[^)]{0,40}?${ACT}|\\)?\\s?[,+]?\\s?(?:with |and |加|\\+|с |и |接|用|是|激活(?:函数)?(?:为|是)?|активаци[а-яё]+ )?\\s?${ACT})?`,
)
const SPOKEN = pattern(`${LAST}[^.;?!]{0,24}?${SPOKEN_UNITS}`)
const ACTIVE = pattern(`${LAST}[^.;?!\\d]{0,24}?${L}${ACT}`)
const NO_ACTIVATION = `(?:${L}(?:no|without(?: an?| any)?)${R}\\s(?:final |output )?activation(?:s|(?: functions?))?${R}|(?:没有?|无|不)(?:加|用|使用|带|设置?|任何|接)*激活(?:函数)?|${L}(?:без|нет)${R} (?:функци[а-яё]+ )?активаци[а-яё]+|activation\\s?[=:]\\s?['"]?none)(?!\\s?(?:in|on|for|between|at|after) (?:the |my |any )?hidden)`
/** `last layer Dense(1) without activation`: what comes out is what the layer sums up. */
const BARE = pattern(
  `${LAST}[^.;?!]{0,32}?${NO_ACTIVATION}|${NO_ACTIVATION}[^.,;?!]{0,16}?${LAST}|${UNITS}(?:\\s?\\)){1,2}\\s?,?\\s?(?:with |has |has got )?${NO_ACTIVATION}`,
)
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
    'activation',
    '激活',
    'активац',
  ],
  read(sentence) {
    const { text } = sentence
    const full = [...text.matchAll(FULL)].find((match) => !refused(text, match))
    const named = full ? both(sentence, full, full[1], full[2] ?? full[3]) : []
    if (named.some((fact) => fact.name === 'output_activation')) return named
    const bare = [...text.matchAll(BARE)][0]
    const linear = bare ? [says(sentence, 'output_activation', 'linear', bare)] : []
    if (full) return [...named, ...linear]
    if (bare) return bare[1] === undefined ? linear : [...both(sentence, bare, bare[1], undefined), ...linear]
    const facts: Fact[] = []
    const spoken = [...text.matchAll(SPOKEN)].find((match) => !refused(text, match))
    if (spoken) facts.push(...both(sentence, spoken, spoken[1], undefined))
    const active =
      [...text.matchAll(ACTIVE)].find((match) => !refused(text, match)) ??
      [...text.matchAll(AT_END)].find((match) => !refused(text, match))
    if (active) facts.push(...both(sentence, active, undefined, active[1]))
    if (facts.length > 0) return facts
    const returned = [...text.matchAll(RETURNED)][0]
    if (returned) return both(sentence, returned, undefined, returned[1])
    const chain = [...text.matchAll(CHAIN)].at(-1)
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
