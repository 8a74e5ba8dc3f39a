// Words that count epochs or steps, and words that only tell how many there are.

import { wordsOf } from '../../record/lexicon.ts'
import { SPLIT_WORDS } from '../../record/lexicon-words.ts'

const EPOCH = new Set(['epoch', 'epochs', 'ep', 'epo'])
const STEP = new Set(
  'step steps iter iters iteration iterations it itr update updates batch minibatch batches timesteps timestep episode round trial boosting episodes rounds iterations'.split(
    ' ',
  ),
)
const PLURAL = /s$/
const COUNTED = new Set(
  'total num n max per number for every each min patience warmup first last best accumulation save log eval logging start until remaining size improve wait'.split(
    ' ',
  ),
)

/** What a segment counts, by its last word; undefined where it counts nothing. */
export function axisOf(segment: string): { role: 'epoch' | 'step' | 'ignore'; plural: boolean } | undefined {
  const tail = segment.split(/[:=]/).at(-1) as string
  const words = wordsOf(tail)
  if (tail.trim() === 's') return { role: 'step', plural: false }
  if (words.length === 0 || words.length > 5) return longAxis(words)
  const last = words.at(-1) as string
  const kind = EPOCH.has(last) ? 'epoch' : STEP.has(last) || last === 'idx' || last === 'no' ? 'step' : undefined
  if (kind === undefined || ((last === 'idx' || last === 'no') && !STEP.has(words.at(-2) ?? ''))) return undefined
  // `step/total_step: 5/60` counts, `total steps: 60` tells the length.
  const counts = STEP.has(words[0] as string) || EPOCH.has(words[0] as string)
  if (
    !counts &&
    words.slice(0, -1).some((word) => COUNTED.has(word)) &&
    !/^(?:num updates|global|total timesteps|current steps)/.test(words.join(' '))
  ) {
    return { role: 'ignore', plural: false }
  }
  if (/(?:^|[\s_])per[\s_]/.test(tail) || (kind === 'step' && !words.every(isStepWord)))
    return { role: 'ignore', plural: false }
  return { role: kind, plural: PLURAL.test(last) && last !== 'updates' && !/current|timesteps|total/.test(tail) }
}

/** `words/batch` and `time step` count other things; only these words may stand beside a step. */
function isStepWord(word: string): boolean {
  return STEP.has(word) || EPOCH.has(word) || SPLIT_WORDS.has(word) || BESIDE_STEP.has(word) || /^\d+$/.test(word)
}
const BESIDE_STEP = new Set(
  'global current cur num total opt optimizer optimization micro mini inner outer gen generator at after in on the of no idx index number end begin beginning start starting model network this running and lr log finished done during for with results result current sgd adam ppo steps node local'.split(
    ' ',
  ),
)

function longAxis(words: readonly string[]): { role: 'epoch' | 'step' | 'ignore'; plural: boolean } | undefined {
  const last = words.at(-1)
  if (last === undefined || words.includes('per') || words.some((word) => COUNTED.has(word))) return undefined
  return EPOCH.has(last) ? { role: 'epoch', plural: PLURAL.test(last) } : undefined
}
