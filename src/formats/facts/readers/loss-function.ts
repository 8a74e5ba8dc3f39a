// Which loss the run minimises, and whether it takes logits or probabilities.

import type { Fact } from '../../../record/fact.ts'
import { anyOf, type Names, nameOf } from '../names.ts'
import { defineFactReader, type Sentence } from '../reader.ts'
import { isImport, L, LINK, pattern, R, refused, says, tellsOfAttempts } from '../words.ts'

/** Names that mean a loss wherever they stand: functions and classes of the libraries. */
const CERTAIN: Names = [
  [
    'binary-cross-entropy',
    'binary_?crossentropy|bcewithlogitsloss|bce_?loss|(?:tf\\.nn\\.)?sigmoid_cross_entropy(?:_with_logits)?|binary_cross_entropy(?:_with_logits)?|sigmoidcrossentropyloss',
  ],
  [
    'cross-entropy',
    '(?:sparse_?)?categorical_?crossentropy|crossentropyloss|(?:sparse_)?softmax_cross_entropy(?:_with_logits)?(?:_v2)?|f\\.cross_entropy|softmaxwithloss\\d?|softmaxcrossentropyloss|nn\\.cross_entropy',
  ],
  ['mse', 'mean_?squared_?error|mseloss|f\\.mse_loss|euclideanloss'],
  ['mae', 'mean_?absolute_?error|l1loss|f\\.l1_loss'],
  ['msle', 'mean_?squared_?logarithmic_?error'],
  ['huber', 'smoothl1loss|huberloss|huber_loss|smooth_l1_loss'],
  ['nll', 'nllloss|f\\.nll_loss'],
  ['kl', 'kldivloss|kl_divergence|kullback_leibler_divergence'],
  ['ctc', 'ctcloss|ctc_loss|warpctc'],
  ['triplet', 'tripletmarginloss|triplet_loss|tripletloss'],
  ['hinge', 'categorical_hinge|squared_hinge|hingeloss|multimarginloss'],
  ['cosine', 'cosineembeddingloss|cosine_similarity_loss'],
  ['contrastive', 'contrastiveloss|contrastive_loss'],
  ['focal', 'focal_?loss'],
  ['dice', 'dice_?loss|dice_coef_loss'],
]
/** Names that may be a metric as well, or too short: they need the word loss beside them. */
const SPOKEN: Names = [
  ...CERTAIN,
  [
    'binary-cross-entropy',
    'binary[ -]?cross[ -]?entropy|bce|(?:二元|二值|二分类)交叉熵|бинарн[а-яё]+ (?:кросс-?энтропи[а-яё]+|перекр[её]стн[а-яё]+ энтропи[а-яё]+)|binary_logloss|binary log ?loss',
  ],
  [
    'cross-entropy',
    '(?:(?:sparse |softmax |sparse_)?categorical[ _-]?)?(?:softmax )?cross[ _-]?entropy|(?:softmax|多分类|稀疏|类别)?交叉熵|(?:категориальн[а-яё]+ )?(?:кросс-?энтропи[а-яё]+|перекр[её]стн[а-яё]+ энтропи[а-яё]+)|multi_logloss',
  ],
  ['rmse', 'rmse|root mean squared? error|均方根误差'],
  [
    'mse',
    'mse|mean[ _-]squared?[ _-]error|squared error|l2(?= loss|损失|$|[,.;)\'"])|均方误差|среднеквадратичн[а-яё]+ (?:ошибк[а-яё]+|отклонени[а-яё]+)?|mean square error',
  ],
  [
    'mae',
    'mae|mean[ _-]absolute[ _-]error|l1(?= loss|损失|$|[,.;)\'"])|平均绝对误差|средн[а-яё]+ абсолютн[а-яё]+ ошибк[а-яё]+',
  ],
  ['msle', 'msle'],
  ['huber', 'huber|smooth[ _-]?l1|хьюбер[а-яё]*'],
  ['log-cosh', 'log-?cosh'],
  ['hinge', '(?:squared )?hinge'],
  ['nll', 'nll|negative log[- ]likelihood|负对数似然'],
  ['kl', 'kl(?:[- ]?div(?:ergence)?)?|kullback[- ]leibler|kl散度'],
  ['ctc', 'ctc'],
  ['triplet', 'triplet|三元组|триплет[а-яё]*'],
  ['contrastive', 'contrastive|对比|контрастив[а-яё]+'],
  ['focal', 'focal|фокал[а-яё]+'],
  ['dice', 'dice'],
  ['wasserstein', 'wasserstein'],
  ['quantile', 'quantile|pinball'],
  ['poisson', 'poisson'],
  ['cosine', 'cosine'],
]

const WORD = `(?:${L}(?:loss(?:[ _-]?(?:function|fn|func|type|name))?|criterion|objective(?:[ _-]?function)?|cost[ _-]function|лосс[а-яё]*)${R}|损失(?:函数)?|目标函数|代价函数|функци[а-яё]+ (?:потерь|ошибки)|функци[а-яё]+ потери)`
const FORMS: readonly (readonly [RegExp, Names])[] = [
  [pattern(`${WORD}${LINK}(?:选用|采用|使用|选择)?(?:[\\w.]{0,30}\\.)?(${anyOf(SPOKEN)})${R}`), SPOKEN],
  [
    pattern(
      `${L}(${anyOf(SPOKEN)})\\s?(?:as (?:the |my )?)?(?:loss(?:es)?${R}|损失|作为损失|作为目标|в качестве (?:функции потерь|лосса)|лосс)`,
    ),
    SPOKEN,
  ],
  [pattern(`${L}(${anyOf(CERTAIN)})${R}(?!['"]?\\s?[:=]\\s?[-\\d])`), CERTAIN],
  [
    pattern(
      `^(?:the )?(?:initial |初始的? ?|начальн[а-яё]+ )?(cross[ -]?entropy|交叉熵|кросс-?энтропия|перекр[её]стная энтропия|ce)(?: loss)?(?=$|\\s(?:starts|begins|is \\d|\\d|начинается|стартует|с)|一?(?:开始|初始|从|起))`,
    ),
    [['cross-entropy', '.{2,24}']],
  ],
]

export default defineFactReader({
  name: 'loss-function',
  cues: [
    'loss',
    'entropy',
    'error',
    'criterion',
    'objective',
    'cost',
    '损失',
    '函数',
    '熵',
    'потер',
    'лосс',
    'энтроп',
    'ошибк',
    'ce',
    'from_logits',
  ],
  read(sentence) {
    if (isImport(sentence.text) || tellsOfAttempts(sentence.text)) return []
    const text = withoutMetrics(sentence.text)
    for (const [form, names] of FORMS)
      for (const match of text.matchAll(form)) {
        const name = nameOf(names, match[1]!)
        if (name && !refused(text, match) && !isRegularizer(text, match))
          return [says(sentence, 'loss_function', name, match), ...logits(sentence, match)]
      }
    return logits(sentence, undefined)
  },
})

/** What stands under metrics= is measured, not minimised. */
function withoutMetrics(text: string): string {
  return text.replace(/metrics?['"]?\s?[=:]\s?\[[^\]]{0,200}\]?/gi, (list) => ' '.repeat(list.length))
}

function isRegularizer(text: string, match: RegExpExecArray): boolean {
  return /^l[12]$/i.test(match[1]!) && /regulari|正则|регуляр|penalty/i.test(text)
}

function logits(sentence: Sentence, match: RegExpExecArray | undefined): Fact[] {
  const set = /from_logits\s?=\s?(true|false)/i.exec(sentence.text)
  if (set) return [says(sentence, 'from_logits', set[1]!.toLowerCase() === 'true', set)]
  if (!match) return []
  const name = match[0]
  if (
    /with_?logits|f\.cross_entropy|nn\.crossentropyloss|(?<![a-z_])crossentropyloss|softmaxwithloss|sigmoidcrossentropyloss/i.test(
      name,
    )
  )
    return [says(sentence, 'from_logits', true, match)]
  if (/binary_?crossentropy|categorical_?crossentropy|bce_?loss/i.test(name))
    return [says(sentence, 'from_logits', false, match)]
  return []
}
