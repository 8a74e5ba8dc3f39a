// Joins what many sentences say: the same fact once, lists as one list, the most telling name of several.

import type { Emit } from '../../record/entry.ts'
import type { Fact, FactName } from '../../record/fact.ts'
import { frameworkRank, modelRank } from './names.ts'

export interface Joined {
  add(fact: Fact): void
  end(): void
}

/** Facts whose values are lists: each sentence adds to them. */
const LISTS: ReadonlySet<FactName> = new Set(['complaint', 'learning_rates_tried', 'hidden_activations'])
/** Facts of which a text says several names: the most special wins, the first of equals. */
const RANKS: Partial<Record<FactName, (value: string) => number>> = { framework: frameworkRank, model: modelRank }
const MOST = 500
/** A count of examples whose words name no split: the training's only where nothing says that. */
const isWhole = (fact: Fact) => fact.name === 'examples_train' && !/train|训练|обуч|трен|трейн/i.test(fact.quote)

/** Emits single facts as they come, and lists and ranked names at the end. */
export function joined(emit: Emit): Joined {
  const seen = new Set<string>()
  const lists = new Map<FactName, Fact>()
  const best = new Map<FactName, Fact>()
  let whole: Fact | undefined
  return {
    add(fact) {
      const key = `${fact.name} ${JSON.stringify(fact.value)}`
      const rank = RANKS[fact.name]
      if (isWhole(fact)) {
        whole ??= fact
        return
      }
      if (LISTS.has(fact.name)) lists.set(fact.name, union(lists.get(fact.name), fact))
      else if (rank) best.set(fact.name, better(best.get(fact.name), fact, rank))
      else if (!seen.has(key) && seen.size < MOST) {
        seen.add(key)
        emit({ kind: 'fact', fact })
      }
    },
    end() {
      if (whole && !seenName(seen, 'examples_train')) emit({ kind: 'fact', fact: whole })
      for (const fact of [...best.values(), ...lists.values()]) emit({ kind: 'fact', fact })
    },
  }
}

function union(before: Fact | undefined, fact: Fact): Fact {
  if (!before) return fact
  const values = new Set<unknown>([...(before.value as readonly unknown[]), ...(fact.value as readonly unknown[])])
  return { ...before, value: [...values].slice(0, 32) } as Fact
}

function better(before: Fact | undefined, fact: Fact, rank: (value: string) => number): Fact {
  return !before || rank(String(fact.value)) > rank(String(before.value)) ? fact : before
}

function seenName(seen: ReadonlySet<string>, name: FactName): boolean {
  return [...seen].some((key) => key.startsWith(`${name} `))
}
