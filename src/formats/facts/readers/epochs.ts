// How long the run was meant to last: epochs, and steps an epoch.

import type { Fact } from '../../../record/fact.ts'
import { defineFactReader } from '../reader.ts'
import { COUNT, L, LINK, pattern, R, refused, says, toCount } from '../words.ts'

const SET = pattern(
  `(?:${L}(?<![a-z]-)(?:num_train_|n_|nb_|num_|max_|total_)?epochs['"]?\\s?[=:]\\s?|${L}--?(?:n_?|num_?|max_?)?epochs?[ =]|['"]n_?epochs?['"]\\s?:\\s?|^['"{\\s]{1,3}epoch['"]\\s?:\\s?(?=[\\d.]+\\s?,?$)|${L}(?:number of|total|max(?:imum)?) epochs${LINK}|(?:总)?(?:epoch|轮)数${LINK}|训练轮[数次]${LINK}|(?:число|количество) эпох${LINK})['"]?(${COUNT})`,
)
const SPOKEN = pattern(
  `(?:^|(?<!\\d)[,;(+] ?|(?<=\\d), |${L}(?:for|trained|train|run|ran|training|with|обуча[а-яё]+|учу|учил[аи]?)${R}[^.,;]{0,24}?|(?:训练|跑|迭代)(?:了|共)?)\\s?(${COUNT})\\s?(?:(?:full |training )?epochs?${R}|个?\\s?epochs?|个?轮(?:次)?(?!后|之后|以后|左右后)|эпох(?![аеу]))`,
)
const STEPS = pattern(
  `(?:${L}steps_per_epoch\\s?[=:]\\s?(${COUNT})|(${COUNT}) (?:steps|iterations|batches|шаг[а-яё]*|итераци[а-яё]*) (?:per|an?|each|в|на|за) (?:epoch|эпох[а-яё]+)|每(?:个)?\\s?(?:epoch|轮)(?:有|共|为|\\s)*(${COUNT})\\s?(?:步|个?batch|次迭代|个?step))`,
)
const PARTIAL =
  /(?:after|within|every|first|last|until|by|previous|next|per|about|each|at|in|wait|patience|第|前|每|后|过了|до|после|через|каждые|первые|первых|последн[а-яё]+|за|на)(?: the)?\s?$/i

export default defineFactReader({
  name: 'epochs',
  cues: ['epoch', '轮', 'эпох', 'steps_per'],
  read(sentence) {
    const { text } = sentence
    const facts: Fact[] = []
    const match = [...text.matchAll(SET), ...text.matchAll(SPOKEN)].find((one) => isWhole(text, one))
    if (match) facts.push(says(sentence, 'epochs', toCount(match[1]!), match))
    const steps = [...text.matchAll(STEPS)][0]
    const count = steps ? toCount(steps[1] ?? steps[2] ?? steps[3]!) : 0
    if (steps && count > 0) facts.push(says(sentence, 'steps_per_epoch', count, steps))
    return facts
  },
})

function isWhole(text: string, match: RegExpExecArray): boolean {
  const count = toCount(match[1]!)
  if (!(count > 0 && count < 1e7) || refused(text, match)) return false
  const number = match.index + match[0].lastIndexOf(match[1]!)
  if (PARTIAL.test(text.slice(Math.max(0, number - 16), number)) && !/epochs?['"]?\s?[=:]|轮数|эпох$/i.test(match[0]))
    return false
  return !/^\s?(?:后|之后|以后|later|ago|in${R}|с начала|назад|the loss)/i.test(
    text.slice(match.index + match[0].length),
  )
}
