// How the learning rate changes over the run.

import type { Fact } from '../../../record/fact.ts'
import { defineFactReader } from '../reader.ts'
import { COUNT, isImport, L, LINK, pattern, R, refused, says, tellsOfAttempts, toCount } from '../words.ts'

const WARMUP = pattern(
  `(?:${L}(?:(?:num_)?warm-?_?up(?:[ _-]?(?:steps|iters|iterations|updates))?|burn_?in)${R}|预热(?:步数)?|热身(?:步数)?|прогрев[а-яё]*)(?:\\s?(?:for|of|in|на|в)){0,1}${LINK}(${COUNT})(?!\\s?(?:epochs?|个?epoch|轮|эпох|%|\\.\\d))`,
)
const WARMUP_AFTER = pattern(
  `(${COUNT})\\s?(?:steps?|iterations?|步|шаг[а-яё]+|итераци[а-яё]+)?\\s?(?:of |的|на )?(?:warm-?up(?: steps| iterations)?|预热|прогрев[а-яё]*)${R}`,
)

const KEYED = pattern(
  `${L}(?:lr[ _-]?)?(?:scheduler|schedule|lr_policy)(?:[ _]?(?:type|name))?['"]?\\s?[:=]\\s?['"]?(linear|cosine|constant|polynomial|exponential|step|plateau)(?![a-z(])`,
)

const SCHEDULES: readonly (readonly [string, RegExp])[] = [
  ['plateau', pattern(`${L}(?:reduce_?lr_?on_?plateau|reduce on plateau)${R}`)],
  ['one-cycle', pattern(`${L}(?:one[- ]?cycle(?:lr| policy)?|fit_one_cycle)${R}`)],
  [
    'cosine',
    pattern(
      `${L}(?:cosine(?:annealing(?:lr|warmrestarts)?|[ _-](?:annealing|decay|schedule(?:r)?|lr|learning rate|with_restarts)|decay)|cosine(?=['"]|$))|余弦(?:退火|衰减|学习率|调度)|косинусн[а-яё]+ (?:расписани[а-яё]+|отжиг[а-яё]*|затухани[а-яё]+)`,
    ),
  ],
  [
    'polynomial',
    pattern(
      `${L}(?:poly(?:nomial)?[ _-]?(?:decay|schedule|lr|policy)|polynomialdecay)${R}|多项式(?:衰减|下降)|полиномиальн[а-яё]+ (?:затухани[а-яё]+|спад[а-яё]*|расписани[а-яё]+|убывани[а-яё]+|снижени[а-яё]+)`,
    ),
  ],
  [
    'exponential',
    pattern(
      `${L}(?:exponential(?:lr|decay|[ _-](?:decay|schedule|lr)))${R}|指数衰减|экспоненциальн[а-яё]+ (?:затухани[а-яё]+|спад[а-яё]*|расписани[а-яё]+|убывани[а-яё]+)`,
    ),
  ],
  [
    'step',
    pattern(
      `${L}(?:(?:multi)?steplr|step[ _-](?:decay|schedule|policy)|lr_policy\\s?[:=]\\s?['"]?(?:multi)?step)${R}|阶梯(?:式)?(?:衰减|下降)|ступенчат[а-яё]+ (?:расписани[а-яё]+|спад[а-яё]*|затухани[а-яё]+)`,
    ),
  ],
  [
    'linear',
    pattern(
      `${L}(?:linear[ _-](?:decay|schedule(?:r)?|warmup)|linearlr|lr_scheduler_type\\s?[=:]\\s?['"]?linear)${R}|线性(?:衰减|下降)|линейн[а-яё]+ (?:затухани[а-яё]+|спад[а-яё]*|расписани[а-яё]+)`,
    ),
  ],
  [
    'constant',
    pattern(
      `${L}(?:constant|fixed) (?:learning rate|lr)${R}|学习率(?:固定|恒定|不变)|(?:固定|恒定)(?:的)?学习率|(?:постоянн|константн|фиксированн)[а-яё]+ (?:скорост[а-яё]+|lr|learning rate|темп[а-яё]*)`,
    ),
  ],
]

export default defineFactReader({
  name: 'warmup-schedule',
  cues: [
    'warm',
    'burn',
    '预热',
    '热身',
    'прогрев',
    'plateau',
    'cycle',
    'schedul',
    'cosine',
    'poly',
    'expon',
    'step',
    'linear',
    'constant',
    'fixed',
    '余弦',
    '多项式',
    '指数',
    '阶梯',
    '线性',
    '固定',
    '恒定',
    '不变',
    'косинус',
    'полином',
    'экспон',
    'ступен',
    'линейн',
    'постоянн',
    'константн',
    'фиксиров',
  ],
  read(sentence) {
    const { text } = sentence
    if (isImport(text) || tellsOfAttempts(text)) return []
    const facts: Fact[] = []
    const warm = [...text.matchAll(WARMUP), ...text.matchAll(WARMUP_AFTER)].find((match) => !refused(text, match))
    if (warm && toCount(warm[1]!) >= 0) facts.push(says(sentence, 'warmup_steps', toCount(warm[1]!), warm))
    const keyed = [...text.matchAll(KEYED)][0]
    if (keyed) return [...facts, says(sentence, 'schedule', keyed[1]!.toLowerCase(), keyed)]
    for (const [name, form] of SCHEDULES) {
      const match = [...text.matchAll(form)].find((one) => !refused(text, one))
      if (match) return [...facts, says(sentence, 'schedule', name, match)]
    }
    return facts
  },
})
