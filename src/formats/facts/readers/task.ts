// What the model is asked for.

import type { FactValues } from '../../../record/fact.ts'
import { defineFactReader } from '../reader.ts'
import { isImport, L, pattern, R, refused, says } from '../words.ts'

const TASKS: readonly (readonly [FactValues['task'], RegExp])[] = [
  ['multilabel', pattern(`${L}multi-?_?label(?:led)?${R}|多标签|мульти-?лейбл[а-яё]*|многометочн[а-яё]+`)],
  [
    'segmentation',
    pattern(`${L}(?:semantic |instance |image )?segmentation${R}|(?:语义|图像|实例)分割|сегментаци[а-яё]+`),
  ],
  [
    'detection',
    pattern(
      `${L}(?:object|face|pedestrian) (?:detection|detector)${R}|目标检测|物体检测|детекци[а-яё]+ объект[а-яё]+|детектор[а-яё]* объект[а-яё]+`,
    ),
  ],
  [
    'language-model',
    pattern(`${L}(?:language[ -]model(?:l?ing)?|causal lm|masked lm|llm)${R}|语言模型|языков[а-яё]+ модел[а-яё]+`),
  ],
  [
    'ranking',
    pattern(
      `${L}(?:learning to rank|ranking (?:task|model|problem)|lambdarank)${R}|排序(?:任务|模型)|ранжировани[а-яё]+`,
    ),
  ],
  [
    'generative',
    pattern(
      `${L}(?:dc|w|c|cycle|style)?gan${R}|${L}(?:vae|variational auto-?encoder|generative model|diffusion model)${R}|生成(?:对抗|模型)|генеративн[а-яё]+`,
    ),
  ],
  [
    'classification',
    pattern(
      `${L}(?:classif(?:ication|ier|y|ying)|objective(?:[\\s'":=]|是|为|用){1,4}(?:binary|multiclass)(?![a-z_:]))${R}|logistic regression|logreg|分类(?:任务|问题|模型|网络|器)|(?:[二三四五六七八九十多]|\\d+)\\s?分类|做分类|(?:图像|图片|文本|情感|语音|样本)分类|логистическ[а-яё]+ регресси[а-яё]+|классифика[а-яё]+|классифицир[а-яё]+|逻辑回归`,
    ),
  ],
  [
    'regression',
    pattern(
      `${L}regression(?! (?:test|tree))${R}|回归(?:任务|问题|模型|目标|值|网络)?|регресси[а-яё]+|регрессионн[а-яё]+`,
    ),
  ],
]

export default defineFactReader({
  name: 'task',
  cues: [
    'label',
    'segment',
    'detect',
    'lm',
    'language',
    'rank',
    'gan',
    'vae',
    'generat',
    'classif',
    'regress',
    'objective',
    'diffusion',
    '标签',
    '分割',
    '检测',
    '语言模型',
    '排序',
    '生成',
    '分类',
    '回归',
    'лейбл',
    'меточн',
    'сегмент',
    'детек',
    'языков',
    'ранж',
    'генератив',
    'класси',
    'регресс',
    'logreg',
  ],
  read(sentence) {
    const { text } = sentence
    if (isImport(text)) return []
    for (const [task, form] of TASKS) {
      const match = [...text.matchAll(form)].find((one) => !refused(text, one) && !isPart(text, one))
      if (match) return [says(sentence, 'task', task, match)]
    }
    return []
  },
})

/** `classification loss: 0.3` and `bounding box regression` speak of a part. */
function isPart(text: string, match: RegExpExecArray): boolean {
  return (
    /^[\s_]?(?:loss|acc|head|branch|损失|头)/i.test(text.slice(match.index + match[0].length)) ||
    /(?:box|bbox|边框)[\s_-]?$/i.test(text.slice(0, match.index))
  )
}
