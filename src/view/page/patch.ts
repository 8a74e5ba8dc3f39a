// The code of what was verified: the call with the value that was proven, where the change is of one value; else the remedy's own code.

import type { ReportedExperiment, ReportedRemedy } from '../../diagnosis/report-trials.ts'
import { codeIn, codeOf } from '../explanation/code.ts'
import type { Code } from '../explanation/explanation.ts'

/** The code in the user's framework; in every one that has it where that is unknown. */
export function codesFor({ framework }: ReportedExperiment, { remedy, how, changes }: ReportedRemedy): readonly Code[] {
  const own = codeIn(framework, remedy)
  if (own === undefined) return framework === '' ? codeOf(remedy) : []
  const lines = how.split('; ').map((text) => lineOf(text, own.framework))
  const known = lines.filter((line) => line !== undefined)
  if (known.length === 0) return [own]
  const isWhole = known.length === Object.keys(changes).length
  return [{ ...own, text: isWhole ? known.join('\n') : [...known, '', own.text].join('\n') }]
}

type Line = (found: readonly string[]) => string

/** What a change says of itself -> the call in which its value stands; the user's other arguments stay. */
const PYTORCH: readonly (readonly [RegExp, Line])[] = [
  [/^(\w+): lr (\S+) -> (\S+)$/, ([kind, from, to]) => `torch.optim.${kind}(..., lr=${to})  # was ${from}`],
  [/^batch_size (\d+) -> (\d+)$/, ([from, to]) => `DataLoader(..., batch_size=${to})  # was ${from}`],
  [
    /^(\w+): weight_decay (\S+) -> (\S+)$/,
    ([kind, from, to]) => `torch.optim.${kind}(..., weight_decay=${to})  # was ${from}`,
  ],
]
const KERAS: readonly (readonly [RegExp, Line])[] = [
  [/^(\w+): learning_rate=(\S+)$/, ([kind, to]) => `keras.optimizers.${kind}(..., learning_rate=${to})`],
  [/^batch_size=(\d+)$/, ([to]) => `model.fit(..., batch_size=${to})`],
]

function lineOf(text: string, framework: string): string | undefined {
  for (const [pattern, line] of framework === 'PyTorch' ? PYTORCH : framework === 'Keras' ? KERAS : []) {
    const found = pattern.exec(text)
    if (found) return line(found.slice(1))
  }
  return undefined
}
