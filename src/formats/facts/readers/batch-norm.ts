// Whether the model normalises over the batch.

import { defineFactReader } from '../reader.ts'
import { isImport, L, pattern, refused, says, tellsOfAttempts } from '../words.ts'

const NAMED = pattern(
  `${L}batch[ _-]?norm(?:ali[sz]ation|1d|2d|3d)?(?:'?[а-яё]{1,3})?(?![a-z])|批(?:量)?(?:归一化|标准化|规范化)|${L}bn(?=层| layers?)|${L}батч-?норм[а-яё]*|пакетн[а-яё]+ нормализаци[а-яё]+`,
)

export default defineFactReader({
  name: 'batch-norm',
  cues: ['batch', 'bn', '批', 'батч', 'пакетн'],
  read(sentence) {
    const { text } = sentence
    if (isImport(text) || tellsOfAttempts(text) || /\?\s*$/.test(text)) return []
    const match = [...text.matchAll(NAMED)][0]
    if (!match) return []
    const off =
      refused(text, match) || /^\s?['"]?\s?[=:]\s?(?:false|0\b|none)/i.test(text.slice(match.index + match[0].length))
    return [says(sentence, 'batch_norm', !off, match)]
  },
})
