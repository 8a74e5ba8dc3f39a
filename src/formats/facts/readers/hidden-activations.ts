// Which activations stand between the layers.

import { ACTIVATIONS, anyOf, nameOf } from '../names.ts'
import { defineFactReader } from '../reader.ts'
import { L, LINK, pattern, R, refused, says } from '../words.ts'

const FORMS = [
  pattern(
    `(?<!return\\s?)(?:\\bf|torch|nn\\.functional|tf\\.nn)\\.(relu6?|tanh|elu|selu|gelu|leaky_relu|silu|mish)\\s?\\(`,
  ),
  pattern(
    `(?:${L}(?:hidden (?:layers?|units?)|activations?(?: functions?)?|nonlinearity)${R}|激活函数|隐(?:藏|含)?层(?:激活)?|${L}(?:функци[а-яё]+ )?активаци[а-яё]+|скрыт[а-яё]+ сло[а-яё]+)${LINK}(?:(?:все|all|都|激活函数)\\s?(?:用|为|是)?\\s?)?['"]?(${anyOf(ACTIVATIONS)})${R}`,
  ),
  pattern(`${L}(${anyOf(ACTIVATIONS)})\\s?(?:activations?${R}|激活|активаци[а-яё]+)`),
  pattern(
    `${L}(?:dense|conv\\dd)\\s?\\(\\s?\\d+\\s?,\\s?(?:\\(?[\\d, ]+\\)?\\s?,\\s?)?['"]?(relu|tanh|elu|selu|gelu|leaky_?relu|swish)['"]?\\s?[,)]`,
  ),
]

export default defineFactReader({
  name: 'hidden-activations',
  cues: [
    'activation',
    'hidden',
    '激活',
    '隐',
    'активац',
    'скрыт',
    'dense',
    'conv',
    'nonlinear',
    'relu(',
    'elu(',
    'tanh(',
    'silu(',
    'mish(',
  ],
  read(sentence) {
    const { text } = sentence
    if (/\b(?:last|final|output)\b|输出|最后|выход|последн|финальн/i.test(text)) return []
    const names = new Set<string>()
    let first: RegExpExecArray | undefined
    for (const match of FORMS.flatMap((form) => [...text.matchAll(form)])) {
      const name = nameOf(ACTIVATIONS, match[1]!)
      if (!name || name === 'softmax' || name === 'log-softmax' || refused(text, match)) continue
      if (/activation\s?=/.test(match[0])) continue
      names.add(name)
      first ??= match
    }
    return first ? [says(sentence, 'hidden_activations', [...names], first)] : []
  },
})
