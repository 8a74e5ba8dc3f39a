// Knows lines of the log itself: their numbers are measurements of a moment, not settings of the run.

const MOMENT = /^\W{0,4}(?:epoch|iter(?:ation)?|step|global_step)\W{0,3}\d/i
const MEASURED = /loss|acc|time|reduc|eta\b|saving|improve|\d ?\/ ?\d|lr\b/i
const VALUE = /(?:loss|cost|ppl|perplexity|acc(?:uracy)?)['"]?\s?[=:]\s?['"]?-?(?:\d|nan|inf)/i
const PLACE =
  /\b(?:epochs?|iter(?:ation)?s?|steps?|eta|time|avg|it\/s|s\/it|ms\/step|lr)\b|\d+\/\d+|^\s?[{[]|^\W{0,3}\d+\s?[:\]]/i
const NOISE =
  /<(?:class|module|function|built-in|bound method|torch|keras|tensorflow)[ .']|\bstep=\d+, ?skipped=|seconds, \d|\bavg(?: loss)?, |adjusting learning rate|reducing learning rate|did not improve more than tol=|^Traceback|^\s*File "/i

/** Whether a line is of the log: an epoch's or step's values, a bar, a repr. Prose that tells of a loss is not. */
export function isProgress(text: string): boolean {
  const line = text.slice(0, 400)
  if (NOISE.test(line) || /\[[=>.\s-]{8,}\]|\|[█▏▎▍▌▋▊▉#\s]{6,}\|/.test(line)) return true
  if (MOMENT.test(line) && MEASURED.test(line)) return true
  return VALUE.test(line) && PLACE.test(line) && !isProse(line)
}

/** Sentences have words between their numbers. */
function isProse(line: string): boolean {
  if (/[\u4e00-\u9fff]{3}/.test(line)) return true
  return (line.match(/(?<=^|\s)[A-Za-zа-яё']{2,}(?=[\s,.;?!]|$)/gi) ?? []).length >= 6
}
