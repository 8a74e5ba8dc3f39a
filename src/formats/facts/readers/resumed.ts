// Whether the run goes on from a checkpoint.

import { defineFactReader } from '../reader.ts'
import { isImport, L, pattern, refused, says } from '../words.ts'

const YES = pattern(
  `${L}(?:resum(?:ed|ing|e) (?:from|the training|training|at|it)|continu(?:ed?|ing) (?:the )?training (?:from|with|after)|load(?:ed|ing) (?:the |a |my |from )?(?:last |saved |latest )?checkpoint|restart(?:ed|ing)? (?:training )?from (?:a |the )?checkpoint|resume_from_checkpoint\\s?=\\s?(?!none|false)\\S)|--resume[ =](?!none|false|''|"")\\S|断点续训|恢复训练|接着(?:上次|之前)?(?:的)?(?:训练|checkpoint)|继续(?:上次|之前)的?训练|加载(?:了)?(?:上次|之前|保存)?的?(?:checkpoint|断点)|(?:продолжил[аи]?|возобновил[аи]?|продолжаю) обучение|(?:загрузил[аи]?|с|из) (?:последнего |сохран[её]нного )?чекпоинта?`,
)

export default defineFactReader({
  name: 'resumed',
  cues: [
    'resum',
    'continu',
    'checkpoint',
    'restart',
    '续训',
    '恢复',
    '接着',
    '继续',
    '断点',
    'продолж',
    'возобнов',
    'чекпоинт',
  ],
  read(sentence) {
    const { text } = sentence
    if (isImport(text) || /\bno checkpoint|not found|\?\s*$/i.test(text)) return []
    const match = [...text.matchAll(YES)].find((one) => !refused(text, one))
    return match ? [says(sentence, 'resumed', true, match)] : []
  },
})
