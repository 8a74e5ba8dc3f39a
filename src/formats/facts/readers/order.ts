// Whether the examples are shuffled, and the splits stratified.

import type { Fact } from '../../../record/fact.ts'
import { defineFactReader } from '../reader.ts'
import { isImport, L, pattern, R, refused, says } from '../words.ts'

const SHUFFLED = pattern(
  `${L}(?:un)?shuffl(?:ed?|ing)${R}|打乱|洗牌|(?:пере|не)?(?:меша|тасов)(?:л|н|ть|ны|ем|ю|ются|ется|ет)[а-яё]*|перемешив[а-яё]+|перемешан[а-яё]*`,
)
const STRATIFIED = pattern(`${L}stratif(?:ied|y|ication)|分层(?:抽样|采样|划分)|стратифи[а-яё]+`)

export default defineFactReader({
  name: 'order',
  cues: ['shuffl', 'stratif', '打乱', '洗牌', '分层', 'меш', 'тасов', 'стратиф'],
  read(sentence) {
    const { text } = sentence
    if (isImport(text) || /\?\s*$/.test(text)) return []
    const facts: Fact[] = []
    for (const [name, form] of [
      ['shuffled', SHUFFLED],
      ['stratified', STRATIFIED],
    ] as const) {
      const match = [...text.matchAll(form)][0]
      if (!match) continue
      const after = text.slice(match.index + match[0].length)
      const off = refused(text, match) || /^['"]?\s?[=:]\s?(?:false|none|0\b)/i.test(after) || /^un/i.test(match[0])
      facts.push(
        says(sentence, name, !off, text.slice(Math.max(0, match.index - 16), match.index + match[0].length + 8)),
      )
    }
    return facts
  },
})
