// What is wrong in the asker's eyes.

import { defineFactReader } from '../reader.ts'
import { isImport, L, pattern, R, refused, says } from '../words.ts'

const LOSS = `(?:${L}(?:loss(?:es)?|cost|error|perplexity)${R}|损失(?:函数)?(?:值)?|误差|${L}(?:лосс[а-яё]*|потер[а-яё]+|ошибк[а-яё]+|функци[а-яё]+ потерь))`
const ACC = `(?:${L}(?:acc(?:uracy)?|f1|auc|score)${R}|准确[率度]|精度|正确率|${L}(?:точност[а-яё]+|аккураси|accuracy))`
const VAL = `(?:${L}(?:val(?:id)?(?:ation)?|test(?:ing)?|dev)${R}|验证(?:集)?|测试(?:集)?|${L}(?:валидаци[а-яё]+|проверочн[а-яё]+|проверк[а-яё]+|тест[а-яё]*))`
const TRAIN = `(?:${L}(?:train(?:ing)?)${R}|训练(?:集)?|${L}(?:обуча[а-яё]+|обучени[а-яё]+|трейн[а-яё]*|тренировоч[а-яё]+))`
const NOT = `(?:${L}(?:not|never|n't|stopped|stops|won't|doesn't|didn't|isn't|don't|does not|did not|refuses to)${R}|不(?:再)?|没有?|${L}не${R})`
const GAP = '[^.;?!。]{0,48}?'
const FLAT = `(?:${NOT}\\s?(?:really |even |always )?(?:decreas|go(?:ing|es)? (?:down|below|lower)|chang|improv|drop|fall|converg|reduc|learn|下降|降|收敛|变化?|动|减|снижа|уменьша|пада|меня|изменя|сход|убыва)[a-zа-яё]*|${L}(?:stuck|stays? (?:at|the same|constant|flat|around)|constant|flat|plateau(?:s|ed)?|same value|remains? (?:at|the same|constant)|стоит на месте|застр[а-яё]+|заст[а-яё]+|постоянн[а-яё]+|не движется|держится на)${R}|卡在|停在|一直(?:是|在|为|保持|停)|保持不变|纹丝不动|降不下[去来]|下不去)`
const RISE = `(?:${L}(?:ris(?:es?|ing)|increas(?:es?|ing|ed)|goes up|going up|grow(?:s|ing)?|diverg(?:es?|ing|ed)|explod(?:es?|ing|ed)|blow(?:s|n)? up|раст[её]т|растут|увеличива[а-яё]+|расход[а-яё]+|взрыва[а-яё]+)${R}|上升|升高|增大|增加|变大|发散|爆炸|越来越大)`

const SIGNS: readonly (readonly [string, RegExp])[] = [
  [
    'loss-nan',
    pattern(
      `${LOSS}${GAP}(?:${L}(?:nan|inf(?:inity)?)${R}|为空)|${L}nan${R}[^.;]{0,12}${LOSS}|(?:变成|变为|出现|得到|становится|стал[аи]?|стали|получаю|gett?(?:ing)?|becomes?|goes|turns?(?: to| into)?)\\s?(?:了)?\\s?nan${R}`,
    ),
  ],
  [
    'loss-negative',
    pattern(
      `${L}negative (?:train(?:ing)? |val(?:idation)? )?loss${R}|${LOSS}\\s?(?:${L}(?:is|becomes?|goes|are|turns?|стал[а-яё]*|становится|ушл?[а-яё]*|уходит)${R}\\s?|是|为|变成?|变为|出现)?\\s?(?:${L}(?:negative|below (?:0|zero)|отрицательн[а-яё]+|в минус|меньше нуля)${R}|负)`,
    ),
  ],
  ['accuracy-flat', pattern(`${ACC}${GAP}${FLAT}`)],
  [
    'val-below-train',
    pattern(
      `${VAL}\\s?${LOSS}?[^.;?!。]{0,16}?(?:${L}(?:lower|smaller|less|below|меньше|ниже)${R}|更?低|更小|小于|低于)(?:${GAP}(?:${TRAIN}|$|[,?!])|\\s?(?:的)?(?:验证)?)|(?:更低|更小)的验证(?:集)?${LOSS}`,
    ),
  ],
  [
    'val-above-train',
    pattern(
      `${VAL}\\s?${LOSS}${GAP}(?:${L}(?:(?:much |far )?(?:higher|larger|greater|above|bigger)|(?:гораздо |намного |сильно )?(?:выше|больше))${R}|高于|大于|(?:远|高)(?:高|大)(?:于|出)|更高|更大)`,
    ),
  ],
  [
    'loss-oscillates',
    pattern(
      `(?:${LOSS}|${ACC})${GAP}(?:${L}(?:oscillat[a-z]*|fluctuat[a-z]*|jumps? (?:around|up and down)|noisy|unstable|bounc[a-z]*|zig-?zag[a-z]*|скач[а-яё]+|колебл[а-яё]+|осцилл[а-яё]+|прыга[а-яё]+|дёргается|шумн[а-яё]+)${R}|震荡|振荡|波动|抖动|忽高忽低|跳来跳去|起伏)`,
    ),
  ],
  ['loss-rises', pattern(`${LOSS}${GAP}${RISE}`)],
  [
    'loss-flat',
    pattern(
      `${LOSS}${GAP}${FLAT}|${L}(?:is|does|model|network|net)(?: is| does)?(?: not|n't) (?:learn(?:ing)?(?: anything)?|converg(?:e|ing))${R}|(?:模型|网络)(?:不收敛|学不到|没有?学到|不学习)|(?:сеть|модель) (?:совсем |вообще |ничему )?не (?:уч|обуча|сход)[а-яё]+`,
    ),
  ],
  [
    'predictions-constant',
    pattern(
      `(?:${L}(?:(?:always |only )?predict(?:s|ed|ing|ions?)?|outputs?)${R}${GAP}${L}(?:(?:the )?(?:same|one|single) (?:class|value|label|output|number)|constant|always (?:0|1|zero|one)|all (?:zeros?|ones?|the same))${R})|(?:预测|输出)[^。;,]{0,10}(?:同一(?:个)?(?:类|值)|都一样|全是|都是(?:同|一|0|1)|恒定|相同)|(?:предсказыва[а-яё]+|выда[её]т|предсказания)${GAP}(?:один (?:и тот же )?класс|одно и то же|одинаков[а-яё]+|всегда (?:0|1|ноль))`,
    ),
  ],
  ['overfits', pattern(`${L}over-?fit(?:s|ting|ted)?${R}|过拟合|переобуч[а-яё]+|оверфит[а-яё]*`)],
  [
    'slow',
    pattern(
      `${L}(?:learns?|converg(?:es?|ing|ence)|train(?:s|ing)?|loss|decreas(?:es?|ing))(?: (?:is|goes down|goes|decreases|falls))? (?:(?:very|too|extremely|really|so) )?slow(?:ly)?${R}|(?:收敛|下降|训练|学习)(?:得|的)?(?:很|太|非常|特别|过于)?慢|(?:сход|уч|обуча|снижа|пада)[а-яё]*(?: сеть| модель| лосс)? (?:очень |слишком |крайне )?медленно|(?:очень |слишком )медленно (?:сход|уч|обуча|снижа|пада)[а-яё]+`,
    ),
  ],
  [
    'jump',
    pattern(
      `${LOSS}${GAP}(?:${L}(?:sudden(?:ly)? (?:jump|spike|increase|rise|explod)[a-z]*|(?:jump|spike)(?:s|ed)?(?! around| up and down)|резко (?:вырос|подскоч|скакнул|вз)[а-яё]*|подскочил[а-яё]*|скакнул[а-яё]*)${R}|突然(?:跳|上升|变大|增大|飙升|升高)|突增|暴涨|跳变)`,
    ),
  ],
  [
    'acc-loss-apart',
    pattern(
      `${LOSS}${GAP}(?:decreas|go(?:es|ing)? down|drop|fall|减少|下降|降低|уменьша|снижа|пада)[a-zа-яё]*${GAP}(?:but|while|and|yet|并|但|而|却|,|а|но|и)${GAP}${ACC}${GAP}(?:${NOT}|decreas|drop|falls?|降低|下降|减|стоит|пада|снижа)|${LOSS}${GAP}${RISE}${GAP}(?:but|while|yet|但|而|却|а|но)${GAP}${ACC}${GAP}(?:${RISE}|improv|提高|提升)|(?:减少|降低)损失并降低准确`,
    ),
  ],
  [
    'predictions-poor',
    pattern(
      `(?:${LOSS}(?:值)?(?:很|非常|特别|那么)?(?:小|低)|${L}(?:low|small|tiny) loss${R}|(?:${L}лосс|потери) (?:очень )?(?:маленьк|низк)[а-яё]+)${GAP}(?:预测[^。]{0,8}(?:差|不准|很烂)|${L}(?:(?:poor|bad|wrong|terrible) (?:prediction|result)s?|predict[a-z]* (?:badly|poorly|wrong)|предсказан[а-яё]+ (?:плох|неверн|пут)[а-яё]+)${R})`,
    ),
  ],
]

export default defineFactReader({
  name: 'complaint',
  cues: [
    'loss',
    'acc',
    'nan',
    'learn',
    'converg',
    'overfit',
    'predict',
    'output',
    'cost',
    'error',
    'f1',
    'auc',
    '损失',
    '准确',
    '精度',
    '收敛',
    '预测',
    '过拟合',
    '误差',
    '慢',
    '学',
    'лосс',
    'потер',
    'точност',
    'ошибк',
    'сеть',
    'модель',
    'переобуч',
    'предсказ',
    'медленно',
    'оверфит',
    'over-fit',
    'slow',
  ],
  read(sentence) {
    const { text } = sentence
    if (isImport(text) || /\(.{0,80}=.{0,80}\)|^[\w.]+\s?=/.test(text)) return []
    const found = SIGNS.flatMap(([id, form]) => {
      const match = [...text.matchAll(form)].find(
        (one) =>
          !refused(text, one) &&
          !(
            id === 'overfits' &&
            /(?:avoid|prevent|against|防止|避免|против|чтобы не|避免|\bno )\W*\w{0,8}\W*$/i.test(
              text.slice(0, one.index),
            )
          ),
      )
      return match ? [{ id, match }] : []
    })
    return found[0]
      ? [
          says(
            sentence,
            'complaint',
            found.map(({ id }) => id),
            found[0].match,
          ),
        ]
      : []
  },
})
