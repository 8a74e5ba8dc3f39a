// Whether the weights were learnt before, and which of them stand still.

import type { Fact } from '../../../record/fact.ts'
import { defineFactReader } from '../reader.ts'
import { isImport, L, pattern, R, refused, says } from '../words.ts'

const YES = pattern(
  `${L}(?:pre-?trained|pre_trained|fine-?_?tun(?:e|ed|ing)|from_pretrained|transfer[ -]learning|lora|qlora)${R}|weights\\s?=\\s?['"]imagenet['"]|预训练|微调|迁移学习|предобученн[а-яё]+|дообуча[а-яё]+|дообучени[а-яё]+|дообучил[аи]?|файн-?тюн[а-яё]*|трансферн[а-яё]+ обучени[а-яё]+`,
)
const NO = pattern(
  `${L}(?:from scratch|(?:not|n't|without) (?:use |using )?(?:any )?pre-?train(?:ed|ing)?|no pre-?train(?:ed|ing)|pretrained\\s?[=:]\\s?false|weights\\s?=\\s?none)${R}|从(?:头|零)(?:开始)?(?:训练|训|学)|从零开始|(?:没有?|未|不)(?:使用|用|加载)?预训练|с нуля|без предобучени[а-яё]+|не предобуч[а-яё]+|不用预训练`,
)
const FROZEN = pattern(
  `${L}(?:fr[eo]ez(?:e|ing)|froze|frozen|(?:head|last layer|classifier|top layers?) only|only (?:the |training the )?(?:head|last layer|classifier|top layers?))${R}|requires_grad\\s?=\\s?false|\\.trainable\\s?=\\s?false|冻结|只训练?(?:了)?(?:最后|.{0,4}头|分类|head)|(?:за)?морож[а-яё]+|заморозил[аи]?|только (?:голов[а-яё]+|последн[а-яё]+ слой|head)`,
)

export default defineFactReader({
  name: 'pretrained',
  cues: [
    'pretrain',
    'pre-train',
    'pre_train',
    'tun',
    'lora',
    'transfer',
    'weights',
    'scratch',
    'freez',
    'froze',
    'only',
    'grad',
    'trainable',
    '预训练',
    '微调',
    '迁移',
    '从头',
    '从零',
    '冻结',
    '只训',
    'предобуч',
    'дообуч',
    'тюн',
    'нуля',
    'мороз',
    'морож',
    'только',
    'трансфер',
  ],
  read(sentence) {
    const { text } = sentence
    if (isImport(text) || /\?\s*$/.test(text)) return []
    const facts: Fact[] = []
    const no = [...text.matchAll(NO)].find(
      (match) =>
        !/(?:written|implement\w*|cod(?:ed|ing)|buil[dt]\w*|wrote|написа[а-яё]+|реализов[а-яё]+|实现|手写|搭建)[^.;]{0,40}$/i.test(
          text.slice(0, match.index),
        ),
    )
    const yes = [...text.matchAll(YES)].find(
      (match) =>
        !refused(text, match) && !/^['"]?\s?[=:]\s?(?:false|none)/i.test(text.slice(match.index + match[0].length)),
    )
    if (no) facts.push(says(sentence, 'pretrained', false, no))
    else if (yes) facts.push(says(sentence, 'pretrained', true, yes))
    const frozen = [...text.matchAll(FROZEN)][0]
    if (frozen) facts.push(says(sentence, 'frozen_layers', !refused(text, frozen), frozen))
    return facts
  },
})
