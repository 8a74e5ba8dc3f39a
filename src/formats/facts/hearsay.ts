// Blanks out what a sentence does not state of the asker's own run: advice, suppositions, other people's settings.

import { lower } from './reader.ts'

/** Stands for every blanked letter; no pattern of a reader matches it. */
export const BLANK = '\u0000'

const L = '(?<![a-z0-9_а-яё])'
const R = '(?![a-z0-9_а-яё])'

const ENGLISH = [
  "(?:you|one|we|i)(?:'d| can| could| should| would| might| may| must)(?!'t|n't|not| (?:see|notice|observe|tell|get|reach|reproduce|confirm|like|appreciate|not))",
  'should(?! (?:see|be|have|decrease|go|work|learn|fall|drop|converge))',
  "(?:let's|lets|please)? ?(?:try|consider|experiment with|switch to)(?= (?:a|an|the|to|some|using|different|smaller|larger|lower|higher|with|adding|reducing|increasing|lowering|adam|sgd|[0-9.])|:)",
  '(?:recommend|suggest|advise|propose)(?:s|ed|ing)?',
  'i (?:guess|suppose|assume|suspect|bet|think you)',
  '(?:if|unless|whether|suppose|supposing|assume|assuming|imagine)',
  '(?:for example|for instance|e\\.g\\.?|such as|like in|say,)',
  '(?:maybe|perhaps|possibly|probably|might|may be|may have|would be|would have|could be)',
  '(?:usually|typically|generally|commonly|often|normally|in general|common choices?|a good (?:start|default|value|choice))',
  '(?:the|that|this|original|their|most) (?:original )?(?:paper|papers|authors?|tutorial|book|docs|documentation|blog|people)s?(?: \\w+){0,2} (?:use[sd]?|set[s]?|recommend|report|train)',
  '(?:was|were|is) supposed to',
  '(?:need|want|plan|going|intend|like) to (?:use|try|add|change|switch|increase|decrease|set)',
  '(?:thought|think|thinking|thoughts) (?:about|of)|have(?:n.t| not) (?:tried|done|tested|used|added)|previously|before that|earlier i|used to (?:use|have|be)|compared (?:to|with)',
  'they (?:use[d]?|set|train(?:ed)?|recommend|suggest|report)|with \\w+,? (?:it|everything|the (?:loss|model|network|training)) (?:works?|is fine|trains|converges|learns)|when i (?:switch|switched|change|changed|tried|try)(?: to| from)?',
  'do i need|how (?:do|can|should|would) i|what (?:if|about)|how about|is it (?:better|ok|good|possible|correct)|which (?:optimizer|loss|activation|learning)',
] as const
const CHINESE = [
  '建议|推荐|不妨|最好|可以(?!看|发现|得|正常|达|确|肯定)|应该(?!是在|会)|应当|试试|试一下|尝试(?!了|过|的)|(?:是否|是不是|要不要|能不能|可不可以)(?=应|该|需|要|可|能|得|用|改|换|加|使|把|将|设)|需要(?!.{0,4}训练)',
  '如果|假如|假设|假定|要是|倘若|例如|比如|譬如|通常|一般(?:来说|而言|情况|会|都|用|是|设)|常用的|常见的|经常|往往|可能(?!是我)|也许|或许|大概是|我猜|猜测|估计',
  '论文(?:中|里|作者)?(?:用|使|采|设|说|建)|原文(?:中|里)?(?:用|使|采|设)|作者(?:用|使|采|设)|教程(?:中|里)?(?:用|使|采|设)|之前(?:我)?(?:用|是|设|试)|以前(?:我)?(?:用|是|设)|原来(?:用|是|设)|换成.{0,12}(?:就|则|后|的话)|还没(?:有)?(?:试|用|加)|别人|网上(?:说|都|有人)|有人说|打算|准备(?=用|换|改|试)|想(?=用|换|改|试|把|加)|要改|怎么(?:改|设|选|调)|如何(?:改|设|选|调)',
] as const
const RUSSIAN = [
  '(?:по)?пробуй(?:те)?|попробовать|можно|можете|можешь|стоит(?= (?:ли|по|исп|доб|уме|уве|взя|сме|пере))|лучше|следует|рекоменд[а-яё]+|совету[а-яё]+|посоветуйте|предлага[а-яё]+',
  'если|допустим|предположим|положим|представьте|например|к примеру|обычно|как правило|часто|чаще всего|возможно|может быть|наверное|вероятно|видимо|скорее всего',
  '(?:мог(?:ли|ла)?|нужно|надо|хотел(?:ось)?|стоило) бы|нужно ли|надо ли|должен ли|имеет ли смысл|имеет смысл|хочу (?:по|исп|доб|пере|взя)[а-яё]*|собираюсь|планирую',
  'в (?:статье|туториале|учебнике|книге|документации)|автор(?:ы|ов)? (?:исп|пиш|бер|бра|став|рек)[а-яё]*|раньше (?:исп|сто|был|ставил)[а-яё]*|до этого|ещё не (?:пробовал|добавлял)[а-яё]*|еще не (?:пробовал|добавлял)[а-яё]*|говорят|пишут|как (?:правильно|лучше)|какой (?:лучше|выбрать|взять)',
] as const

const MARK = new RegExp(`${L}(?:${ENGLISH.join('|')})${R}|${CHINESE.join('|')}|${L}(?:${RUSSIAN.join('|')})${R}`, 'g')

/** After a turn to the asker's own doings a sentence states again. */
const OWN =
  /[,;:.。;,—-] ?(?:but |and |so |now |for now |но |а |и |сейчас |但是?|不过|而|目前|现在)*(?:i(?:'m| am)? (?:now |currently )?(?:us|set|train|have|am|ran|run|kept|chose|took)|i'm using|currently|at the moment|right now|my |our |we (?:use|set|train|have)|у меня|я (?:исп|став|обуч|взял|постав)|мой |моя |мои |сейчас (?:у|стоит|исп)|我(?:用|的|设|使|现在|目前|是|在)|目前(?:用|是|的)|现在(?:用|是|的))/g
const CLAUSE = /[,;:(，、；。]| (?:and|but|so|then|и|но|а) |但|而且|不过/g
const WISH = /^(?:is|are|should|could|can|would|shall|will|does|do)\b(?!.*\b(?:my|our)\b).*\?\s*$/i

/** The sentence with everything that is advised, supposed or told of others blanked, at the same length. */
export function ownWords(text: string): string {
  if (WISH.test(text)) return BLANK.repeat(text.length)
  let out = text
  const small = lower(text)
  for (const mark of small.matchAll(MARK)) {
    if (out[mark.index] === BLANK) continue
    const from = clauseStart(text, mark.index)
    const to = nextOwn(small, mark.index + mark[0].length)
    out = out.slice(0, from) + BLANK.repeat(to - from) + out.slice(to)
  }
  return out
}

function clauseStart(text: string, index: number): number {
  let start = 0
  for (const cut of text.slice(0, index).matchAll(CLAUSE)) start = cut.index + cut[0].length
  return start
}

function nextOwn(text: string, index: number): number {
  OWN.lastIndex = index
  return OWN.exec(text)?.index ?? text.length
}
