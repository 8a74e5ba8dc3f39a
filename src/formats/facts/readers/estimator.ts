// What a neural network or a linear model of scikit-learn says of itself by its name and its arguments.

import type { Fact } from '../../../record/fact.ts'
import { nameOf, OPTIMIZERS } from '../names.ts'
import { defineFactReader } from '../reader.ts'
import { isImport, pattern, refused, says } from '../words.ts'

const CALL = pattern(
  '(?<![\\w.])(?:sklearn\\.)?(?:neural_network\\.|linear_model\\.)?(mlp|sgd)(classifier|regressor)\\s?\\((.{0,2000})',
)
const EPOCHS = /\bmax_iter\s?=\s?(\d{1,9})\b/
const SOLVER = /\bsolver\s?=\s?['"](\w{1,12})['"]/
/** As the linear models call the losses that the field knows by another name. */
const LOSSES: Readonly<Record<string, string>> = {
  log: 'cross-entropy',
  log_loss: 'cross-entropy',
  hinge: 'hinge',
  squared_error: 'mse',
  squared_loss: 'mse',
  huber: 'huber',
}

export default defineFactReader({
  name: 'estimator',
  cues: ['mlpclassifier', 'mlpregressor', 'sgdclassifier', 'sgdregressor'],
  read(sentence) {
    const { text } = sentence
    if (isImport(text)) return []
    const call = [...text.matchAll(CALL)].find((match) => !refused(text, match))
    if (!call) return []
    const [, family, kind, given] = call as unknown as readonly [string, string, string, string]
    const name = call[0].slice(0, call[0].length - given.length).replace(/\s?\($/, '')
    const classifies = kind === 'classifier'
    const facts: Fact[] = [says(sentence, 'task', classifies ? 'classification' : 'regression', name)]
    if (family === 'mlp') facts.push(says(sentence, 'model', 'mlp', name))
    const loss = family === 'mlp' ? (classifies ? 'cross-entropy' : 'mse') : lossOf(given, classifies)
    if (loss !== undefined) facts.push(says(sentence, 'loss_function', loss, name))
    const epochs = EPOCHS.exec(given)
    if (epochs) facts.push(says(sentence, 'epochs', Number(epochs[1]), epochs[0]))
    const solver = family === 'mlp' ? SOLVER.exec(given) : null
    const optimizer = solver ? nameOf(OPTIMIZERS, solver[1]!) : undefined
    if (solver && optimizer) facts.push(says(sentence, 'optimizer', optimizer, solver[0]))
    return facts
  },
})

function lossOf(given: string, classifies: boolean): string | undefined {
  const named = /\bloss\s?=\s?['"](\w{1,40})['"]/.exec(given)
  if (named) return LOSSES[named[1]!]
  return classifies ? 'hinge' : 'mse'
}
