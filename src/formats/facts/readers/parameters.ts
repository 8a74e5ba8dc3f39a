// How many weights the model has.

import { defineFactReader } from '../reader.ts'
import { L, LINK, pattern, R, refused, says } from '../words.ts'

const SIZE = '(\\d{1,3}(?:,\\d{3})+|\\d+(?:[.,]\\d+)?)\\s?(k|m|b|million|billion|thousand|万|亿|тыс\\.?|млн|млрд)?'
const FORMS = [
  pattern(
    `(?<![\\d.,-])${SIZE}\\s?(?:个)?(?:(?:trainable |model |total |обучаемых )?(?:parameters?|params)${R}|参数|параметр(?:ов|а|ами)${R})`,
  ),
  pattern(
    `(?:${L}(?:number of (?:trainable )?param(?:eter)?s|total param(?:eter)?s(?: number)?|model size|#params)${R}|参数量|参数(?:总数|数量|个数)|(?:число|количество) параметров)${LINK}${SIZE}(?![a-z\\d])`,
  ),
  pattern(
    `${L}(?:tiny-?llama|llama(?:-?\\d)?|mistral|qwen\\d?|gpt|opt|bloom|phi|gemma\\d?)[ -]?${SIZE.replace('(k|m|b|', '(m|b|').replace(')?', ')')}(?![a-z\\d])`,
  ),
]
const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  тыс: 1e3,
  万: 1e4,
  m: 1e6,
  million: 1e6,
  млн: 1e6,
  亿: 1e8,
  b: 1e9,
  billion: 1e9,
  млрд: 1e9,
}

export default defineFactReader({
  name: 'parameters',
  cues: ['param', '参数', 'параметр', 'model size', 'llama', 'mistral', 'qwen', 'gpt', 'opt', 'bloom', 'phi', 'gemma'],
  read(sentence) {
    for (const match of FORMS.flatMap((form) => [...sentence.text.matchAll(form)])) {
      const digits = /^\d{1,3}(?:,\d{3})+$/.test(match[1]!)
        ? match[1]!.replaceAll(',', '')
        : match[1]!.replace(',', '.')
      const count = Math.round(Number(digits) * (SCALE[match[2]?.toLowerCase().replace('.', '') ?? ''] ?? 1))
      if (count >= 50 && !refused(sentence.text, match)) return [says(sentence, 'parameters', count, match)]
    }
    return []
  },
})
