// How many examples a batch holds.

import { defineFactReader } from '../reader.ts'
import { COUNT, L, LINK, pattern, R, refused, says, tellsOfAttempts, toCount } from '../words.ts'

const NAME = `(?:${L}(?<![a-z]-)(?:(?:per_device_|per_gpu_|micro_|global_|total_)?(?:train_)?|mini[ -]?|train(?:ing)? )batch(?:es|[ _-]?sizes?)?(?![a-z0-9_-])|${L}bs(?=\\s?[=: ]\\s?\\d)|${L}batchsize${R}|${L}ims_per_batch${R}|批(?:次|量|处理)?(?:的)?(?:大小|尺寸)|批量?(?=\\s?[\\d=:为是])|batch ?(?:的)?大小|每批(?:次)?|(?:размер[а-яё]*|объ[её]м[а-яё]*) (?:мини-?)?(?:батч[а-яё]*|пакет[а-яё]*|парти[а-яё]+|batch(?:['а-яё]{0,3}))|${L}(?:мини-?)?батч[а-яё]*(?: по)?)`
const SIZE = pattern(
  `${NAME}${LINK}(?:до |по )?(${COUNT})(?!\\s?(?:/|\\.\\d|of\\s?\\d|из\\s?\\d|%|:|-?(?:th|й|ый|м)(?![a-zа-яё])|轮|次|个epoch|epoch|эпох))(?:\\s?(?:or|或|или)\\s?${COUNT})?`,
)
const EACH = pattern(
  `(${COUNT})\\s?(?:images?|samples?|examples?|sequences?|pictures?|张图?片?|个样本|条|картин[а-яё]+|изображени[а-яё]+|пример[а-яё]*|образц[а-яё]+)\\s(?:per|in (?:a|each|every)|a|each|за|на|в (?:каждом )?)\\s?(?:iteration|batch|step|minibatch|итераци[а-яё]+|батч[а-яё]*|шаг[а-яё]*)${R}|(?:每(?:个|次)?\\s?(?:iteration|batch|迭代|批次?|步))(?:有|是|为|用|取|处理|包含|\\s)*(${COUNT})\\s?(?:张|条|个(?:样本|图|例|数据))`,
)

export default defineFactReader({
  name: 'batch-size',
  cues: ['batch', 'bs', '批', '每', 'батч', 'пакет', 'парти', 'итерац', 'iteration', 'step'],
  read(sentence) {
    const { text } = sentence
    if (/\bbatch(?: ?size)?s\b/i.test(text) && tellsOfAttempts(text)) return []
    const sizes = [...text.matchAll(SIZE), ...text.matchAll(EACH)]
      .filter((match) => !refused(text, match) && !isOther(match[0], text.slice(match.index + match[0].length)))
      .map((match) => [match, toCount(match[1] ?? match[2]!)] as const)
      .filter(([, size]) => Number.isInteger(size) && size > 0 && size <= 10_000_000)
    return sizes.slice(0, 1).map(([match, size]) => says(sentence, 'batch_size', size, match))
  },
})

/** `batch 3 of 10` counts batches; `batch 32 loss 0.5` and `Batch [3/10]` are lines of a log. */
function isOther(matched: string, after: string): boolean {
  if (/\[\s?\d|\]:/.test(matched) || /^\s?(?:of|из)\s?\d/.test(after)) return true
  return /\bbatch\s\d/i.test(matched) && /^\s?(?:,\s?)?(?:train |val )?(?:loss|acc)/i.test(after)
}
