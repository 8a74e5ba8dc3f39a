// At which norm or value gradients are clipped.

import { defineFactReader } from '../reader.ts'
import { L, LINK, pattern, R, RATE, refused, says, tellsOfAttempts, toRate } from '../words.ts'

const NAMED = pattern(
  `(?:${L}(?:clip[ _-]?norm|clip[ _-]?value|clip[ _-]?grad(?:ient)?s?(?:[ _-]?(?:norm|value))?|max[ _-]?grad[ _-]?norm|grad(?:ient)?[ _-]?clip(?:ping)?(?:[ _-]?(?:norm|val(?:ue)?|threshold|thresh))?|grad_clip|gradient_clip_val)${R}|梯度(?:裁剪|剪裁|截断)(?:阈值|值|范数)?|клиппинг[а-яё]* градиент[а-яё]*|(?:отсечени[а-яё]+|обрезк[а-яё]+|ограничени[а-яё]+) градиент[а-яё]+|градиент[а-яё]+ (?:обреза[а-яё]+|клип[а-яё]+))(?:\\s?(?:with|by|max|norm|threshold|阈值|最大范数|по норме|с порогом|порог)){0,3}${LINK}(${RATE})`,
)
const CALLED = pattern(
  `clip_grad_(?:norm|value)_?\\([^,()]{0,60}(?:\\([^()]{0,20}\\))?\\s?,\\s?(?:max_norm\\s?=\\s?|clip_value\\s?=\\s?)?(${RATE})`,
)

export default defineFactReader({
  name: 'gradient-clip',
  cues: ['clip', 'max_grad', 'grad norm', 'max-grad', '梯度', 'градиент', 'клип'],
  read(sentence) {
    const { text } = sentence
    if (tellsOfAttempts(text)) return []
    for (const match of [...text.matchAll(CALLED), ...text.matchAll(NAMED)]) {
      const value = toRate(match[1]!)
      if (value > 0 && value < 1e6 && !refused(text, match) && !/^\s?%/.test(text.slice(match.index + match[0].length)))
        return [says(sentence, 'gradient_clip', value, match)]
    }
    return []
  },
})
