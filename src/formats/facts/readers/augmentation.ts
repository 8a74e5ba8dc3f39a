// Whether the training examples are varied at random.

import { defineFactReader } from '../reader.ts'
import { isImport, L, pattern, R, refused, says } from '../words.ts'

const NAMED = pattern(
  `${L}(?:(?:data|image)[ -])?augment(?:ation|ations|ed|ing)?${R}|${L}random (?:crop|flip|rotation|erasing|resized crop)(?:s|ping)?${R}|数据(?:增强|增广|扩增)|图像增强|随机(?:裁剪|裁切|翻转|旋转|擦除|缩放|平移)|${L}случайн[а-яё]+ (?:кадрирован|обрезк|кроп|поворот|отражен|сдвиг)[а-яё]*|(?:аугментаци|аугментирова)[а-яё]+`,
)
const CALLED = pattern(
  `(?:randomhorizontalflip|randomcrop|randomresizedcrop|randomrotation|colorjitter|randomerasing|randaugment|autoaugment|(?:rotation|zoom|shear|width_shift|height_shift)_range\\s?=\\s?[\\d.]*[1-9]|horizontal_flip\\s?=\\s?true)`,
)

export default defineFactReader({
  name: 'augmentation',
  cues: ['augment', 'random', '_range', '_flip', '增强', '增广', '扩增', '随机', 'случайн', 'аугмент', 'jitter'],
  read(sentence) {
    const { text } = sentence
    if (isImport(text)) return []
    const match = [...text.matchAll(NAMED)][0] ?? [...text.matchAll(CALLED)][0]
    if (!match || /\?\s*$/.test(text)) return []
    if (/^\s?:\s*$/.test(text.slice(match.index + match[0].length))) return []
    const off =
      refused(text, match) || /^['"]?\s?[=:]\s?(?:false|0\b|none)/i.test(text.slice(match.index + match[0].length))
    return [says(sentence, 'augmentation', !off, match)]
  },
})
