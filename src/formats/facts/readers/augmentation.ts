// Whether the training examples are varied at random.

import { defineFactReader } from '../reader.ts'
import { isImport, L, occurrences, pattern, R, refused, says } from '../words.ts'

const NAMED = pattern(
  `${L}(?:(?:data|image)[ -])?augment(?:ation|ations|ed|ing)?${R}|数据(?:增强|增广|扩增)|图像增强|(?:аугментаци|аугментирова)[а-яё]+`,
)
const CALLED = pattern(
  `(?:RandomHorizontalFlip|RandomCrop|RandomResizedCrop|RandomRotation|ColorJitter|RandomErasing|RandAugment|AutoAugment|(?:rotation|zoom|shear|width_shift|height_shift)_range\\s?=\\s?[\\d.]*[1-9]|horizontal_flip\\s?=\\s?True)`,
)

export default defineFactReader({
  name: 'augmentation',
  cues: ['augment', 'random', '_range', '_flip', '增强', '增广', '扩增', 'аугмент', 'jitter'],
  read(sentence) {
    const { text } = sentence
    if (isImport(text)) return []
    const match = occurrences(text, NAMED)[0] ?? occurrences(text, CALLED)[0]
    if (!match || /\?\s*$/.test(text)) return []
    if (/^\s?:\s*$/.test(text.slice(match.index + match[0].length))) return []
    const off =
      refused(text, match) || /^['"]?\s?[=:]\s?(?:false|0\b|none)/i.test(text.slice(match.index + match[0].length))
    return [says(sentence, 'augmentation', !off, match)]
  },
})
