// Knows whose words a line of a pasted page holds: the asker's, an answer's, or the page's own trimmings.

export type Zone = 'question' | 'answer' | 'elsewhere'

const ANSWER = [
  /^(?:#+ ?|\*\* ?)?(?:best |accepted |top |my |the |your )?(?:answers?|solution|replies|reply)(?: ?#?\d+)?(?:\*\*)?\s*[:(]?\s*(?:\(.{0,24}\))?$/i,
  /^answers?\s?\d*\s?:/i,
  /^\d+ (?:answers?|replies|comments?)\b.{0,12}$/i,
  /\banswered .{0,24}(?:\d|ago|前|月)/i,
  /^(?:#+ ?)?(?:最佳|采纳)?(?:回答|答案|回复|解答|解决方案|解决方法|解决办法)\s?\d*\s?(?:[:((].{0,16})?$/,
  /^(?:回答|答案|答)\s?\d*\s?:/,
  /^\d+ ?[个条](?:回答|答案|回复)/,
  /^(?:#+ ?)?(?:лучший |принятый )?(?:ответы?|решение|решения)(?: ?№?\d+)?\s*:?$/i,
  /^ответ(?:ы| \d+)?\s?:/i,
  /^\d+ ответ(?:а|ов)?$/i,
]
const QUESTION = /^(?:#+ ?)?(?:question|my question|问题|提问|问|вопрос)\s?\d*\s?:/i
const ARTICLE =
  /(?:在|将在)?本(?:文|篇文章)(?:中|将|会|介绍|总结|主要)|【摘要】|\bin this (?:article|post|blog|tutorial|guide),? (?:we|i|you|let)\b|\bthis (?:article|post|tutorial) (?:explains|describes|shows|covers)|^в статье |в (?:этой|данной) статье|^эта статья/i
const ELSEWHERE = [
  /^(?:#+ ?)?(?:related|similar|linked|recommended|popular|recent|other|more)\s(?:posts?|questions?|articles?|topics?|reading|answers?|from)\b.{0,24}$/i,
  /^(?:you (?:may|might) also (?:like|be interested)|hot network questions|not the answer you're looking for|leave a (?:reply|comment)|your answer|sign up or log in|post a comment|see also|comments?\s?\(\d+\)|browse other questions)/i,
  /^(?:#+ ?)?(?:相关|类似|其他|其它|更多|热门|推荐|猜你喜欢|延伸)(?:的)?(?:文章|问题|问答|推荐|帖子|阅读|话题|博客|内容)?(?:\s|:|$)/,
  /^(?:发表(?:回复|评论)|评论\s?[((]\s?\d|全部(?:回复|评论)|您的邮箱地址|猜你喜欢|上一篇|下一篇|版权声明|【版权)/,
  /^(?:#+ ?)?(?:похожие|связанные|другие|рекомендуем(?:ые|ое)|читайте также|смотрите также|ещё по теме|еще по теме)(?:\s+(?:вопросы|статьи|темы|записи|материалы|исторические))?.{0,12}$/i,
  /^(?:оставить комментарий|добавить комментарий|комментарии\s?\(?\d*\)?$|ваш ответ)/i,
]

/** Follows the lines of a page in order. What stands under related posts or comment forms stays elsewhere to the end. */
export function zones(): (line: string) => Zone {
  let zone: Zone = 'question'
  return (line) => {
    const text = line.trim().slice(0, 200)
    if (zone === 'elsewhere' || text === '') return zone
    if (text.length < 80 && ELSEWHERE.some((heading) => heading.test(text))) zone = 'elsewhere'
    else if (zone === 'question' && (ARTICLE.test(text) || ANSWER.some((heading) => heading.test(text))))
      zone = 'answer'
    else if (QUESTION.test(text)) zone = 'question'
    return zone
  }
}
