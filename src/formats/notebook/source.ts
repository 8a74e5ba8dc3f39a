// What the code of a notebook states plainly: rate, batch size, optimizer, loss, epochs, model, framework.

import type { Emit } from '../../record/entry.ts'
import type { Fact, FactName } from '../../record/fact.ts'
import { factFinder } from '../facts/facts.ts'
import { frameworkRank, modelRank } from '../facts/names.ts'

const SETTINGS: ReadonlySet<FactName> = new Set([
  'framework',
  'model',
  'learning_rate',
  'momentum',
  'weight_decay',
  'batch_size',
  'optimizer',
  'loss_function',
  'from_logits',
  'epochs',
])

/** What a shell is told, and scikit-learn where it only lends its data and its scores. */
const NO_CODE = /^\s*(?:[!%]|(?:from|import) sklearn(?!\.(?:neural_network|linear_model)))/

const LONGEST_SOURCE = 200_000

/** Reads the code of a cell; a cell is a text of its own. `where` is what Jupyter calls it: `In [5]`. */
export function readSource(source: string, where: string, emit: Emit): void {
  // other languages' cells, and what a shell is told
  if (/^\s*%%(?!time|capture|whyloss)/.test(source)) return
  const finder = factFinder((entry) => {
    if (entry.kind === 'fact' && SETTINGS.has(entry.fact.name))
      emit({ ...entry, fact: { ...entry.fact, where } as Fact })
  })
  const lines = source.slice(0, LONGEST_SOURCE).split(/\r?\n/)
  for (const [index, line] of lines.entries()) if (!NO_CODE.test(line)) finder.line(line, index + 1)
  finder.end()
}

/** Of these a notebook names several, and the most special is meant. */
const RANKS = { framework: frameworkRank, model: modelRank } as const

/** Opens the choice among the names that all cells give to one thing: told at the end. */
export function openNames(emit: Emit): { readonly take: Emit; end(): void } {
  const best = new Map<FactName, Fact>()
  return {
    take(entry) {
      const name = entry.kind === 'fact' ? entry.fact.name : ''
      if (entry.kind !== 'fact' || !Object.hasOwn(RANKS, name)) return emit(entry)
      const rank = RANKS[name as keyof typeof RANKS]
      const held = best.get(entry.fact.name)
      if (!held || rank(String(entry.fact.value)) > rank(String(held.value))) best.set(entry.fact.name, entry.fact)
    },
    end() {
      for (const one of best.values()) emit({ kind: 'fact', fact: one })
    },
  }
}
