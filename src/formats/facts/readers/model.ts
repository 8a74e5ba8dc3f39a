// Which family of models is trained.

import { MODELS, modelRank, nameOf, word } from '../names.ts'
import { defineFactReader } from '../reader.ts'
import { isImport, pattern, refused, says, tellsOfAttempts } from '../words.ts'

const NAMED = pattern(`${word(MODELS)}(?![/\\\\@])`)
/** What an encoder, a critic or a comparison is built of is not the model trained. */
const BESIDE =
  /perceptual|teacher|baseline|backbone of|compared|better than|works? (?:fine|well)|is fine|tutorial|paper|vs\.?\s/i

export default defineFactReader({
  name: 'model',
  read(sentence) {
    const { text } = sentence
    if (isImport(text) || BESIDE.test(text) || tellsOfAttempts(text)) return []
    const found = [...text.matchAll(NAMED)]
      .filter((match) => !refused(text, match) && !/[/\\@.]$/.test(text.slice(0, match.index)))
      .map((match) => [match, nameOf(MODELS, match[0])] as const)
      .filter((pair): pair is readonly [RegExpExecArray, string] => pair[1] !== undefined)
      .sort((a, b) => modelRank(b[1]) - modelRank(a[1]))[0]
    return found ? [says(sentence, 'model', found[1], found[0])] : []
  },
})
