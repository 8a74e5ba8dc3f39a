// The template of a cause: data only; the contract suite is its test.
import type { Unit } from '../new.ts'

export function cause(id: string): Unit {
  const words = id.replaceAll('-', ' ')
  const title = words[0]!.toUpperCase() + words.slice(1)
  const unit = `// ${title}.

import { defineCause } from './cause.ts'

export default defineCause({
  id: '${id}',
  kind: 'fault',
  group: 'optimization',
  seeds: [],
  prior: 0.01,
  rivals: [],
  remedies: [{ id: '${id}', safe: 'try-and-verify' }],
  settle: [{ id: 'overfit-one-batch', cost: 'minutes' }],
  literature: [],
})
`
  return {
    files: { [`src/causes/${id}.ts`]: unit },
    words: {
      [`cause.${id}`]: title,
      [`cause.${id}.what`]: `${title}: say in one sentence what happens in the network.`,
      [`cause.${id}.see`]: 'Say how it shows in curves, gradients or data.',
      [`remedy.${id}`]: 'Say in the imperative what to do.',
      [`remedy.${id}.expect`]: 'Say what should then be seen, and when.',
    },
    next: [
      'Write the sentences in src/locales/en/causes.ts; give the rivals, a prior, and the tests that separate it from them.',
      'Name one to three works of src/causes/literature.json, whose DOI or arXiv id you have opened.',
      'No check points to it yet: a cause is named only by findings. test/unit/contracts.test.ts holds it from now on.',
    ],
  }
}
