// In which number format the run computes.

import type { FactValues } from '../../../record/fact.ts'
import { defineFactReader } from '../reader.ts'
import { isImport, L, pattern, R, says, stated } from '../words.ts'

const FORMATS: readonly (readonly [FactValues['precision'], RegExp])[] = [
  [
    'mixed',
    pattern(
      `${L}(?:mixed[ _-]?precision|mixed_float16|(?:use_)?amp(?=\\.autocast|\\.gradscaler| |$|,|=|训练)(?! ?[.=: ]*(?:false|no|none|off|0)\\b)|autocast|gradscaler|apex|o[12] mode|16-mixed|bf16-mixed)(?![a-z]*\\()?|混合精度|автокаст|смешанн[а-яё]+ точност[а-яё]+`,
    ),
  ],
  ['bf16', pattern(`${L}b(?:f|float)16${R}`)],
  [
    'fp16',
    pattern(
      `${L}(?:fp16|float16|half[ -]precision|\\.half\\(\\))${R}|\\.half\\(\\)|半精度|половинн[а-яё]+ точност[а-яё]+`,
    ),
  ],
  ['int8', pattern(`${L}(?:int8|8-?bit (?:quanti[sz]ation|precision|training))${R}`)],
  [
    'fp32',
    pattern(
      `${L}(?:fp32(?: precision| training)?|full precision|dtype\\s?[=:]\\s?['"]?(?:torch\\.)?float32|单精度|precision\\s?[=:]\\s?['"]?32)${R}`,
    ),
  ],
]

export default defineFactReader({
  name: 'precision',
  cues: [
    '16',
    '32',
    'amp',
    'precision',
    'half',
    'autocast',
    'gradscaler',
    'int8',
    '8bit',
    '8-bit',
    '精度',
    'точност',
    'apex',
    'автокаст',
  ],
  read(sentence) {
    const { text } = sentence
    if (isImport(text)) return []
    for (const [name, form] of FORMATS) {
      const match = stated(text, form).find((one) => {
        const after = text.slice(one.index + one[0].length)
        const before = text.slice(Math.max(0, one.index - 8), one.index)
        return (
          !/^['"]?\s?[=:]\s?(?:false|0\b|none|null|no\b|off)|^=\s?(?:false|none)/i.test(after) &&
          !/astype\(['"]?$/i.test(before)
        )
      })
      if (match && !(name === 'mixed' && /^amp.?$/i.test(match[0]) && /=\s?(?:false|none|0)/i.test(text)))
        return [says(sentence, 'precision', name, match)]
    }
    return []
  },
})
