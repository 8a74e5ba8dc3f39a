// An opened model of PyTorch from the value of its pickle and its storages, whichever of the two containers held them.

import { message } from '../../locales/speak.ts'
import { type Fact, fact } from '../../record/fact.ts'
import { factsOfLayers } from '../layer-figures.ts'
import { layersByName, type NamedTensor } from '../layers-by-name.ts'
import type { ModelLayer, OpenedModel, Tensor } from '../opened.ts'
import { fieldsOf, isObject, type Pickled } from './pickled.ts'
import { isTrainingArguments, torchFacts } from './torch-facts.ts'
import { modelIn } from './torch-model.ts'
import { type Storages, shelfOf } from './torch-tensors.ts'

/** Facts that hold whatever the order of the layers is. */
const ORDERLESS: ReadonlySet<string> = new Set(['parameters', 'dropout', 'batch_norm'])

export type Contents = Omit<OpenedModel, 'path' | 'bytes' | 'close' | 'format'>

/** The value of one file's pickle, and where its tensors' values are. */
export interface Unpickled {
  readonly root: Pickled
  readonly storages: Storages
}

/**
 * Layers, tensors, facts and notes of the files that make up one model, which is mostly one. `path` is named in facts.
 * Throws ModelError `damaged` where a tensor does not fit its storage.
 */
export function contentsOf(files: readonly Unpickled[], path: string): Contents {
  const told = files.flatMap(({ root }) => torchFacts(root, path)).filter(onceByName())
  const parts = files.flatMap(({ root, storages }) => {
    const found = modelIn(root)
    return found ? [{ found, shelf: shelfOf(storages) }] : []
  })
  const [first] = parts
  if (!first) {
    const facts = told.length > 0 ? withFramework(told, path) : []
    const what = whatIs(files[0]?.root ?? null)
    return { layers: [], ordered: false, tensors: [], facts, notes: [message('note.model.no-model', { what })] }
  }
  const named: NamedTensor[] = []
  for (const { found, shelf } of parts) {
    for (const [name, value] of found.tensors) {
      const taken = shelf.take(name, value)
      if (taken) named.push({ name, ...taken })
    }
  }
  const { found } = first
  const { layers, ordered: row } = layersByName(named, found.layers ? { known: found.layers } : {})
  const ordered = found.ordered ?? row
  const tensors: Tensor[] = named.filter(({ tied }) => !tied).map(({ tensor }) => tensor)
  const facts = [...withFramework(told, path), ...layerFacts(layers, ordered, path), ...rootFact(found.root, path)]
  const others = found.others.slice(0, 5).join(', ')
  const more = others === '' ? [] : [message('note.model.other-parts', { part: found.under, others })]
  return { layers, ordered, tensors, facts, notes: [...parts.flatMap(({ shelf }) => shelf.notes()), ...more] }
}

function onceByName(): (fact: Fact) => boolean {
  const seen = new Set<string>()
  return ({ name }) => !seen.has(name) && Boolean(seen.add(name))
}

function withFramework(facts: readonly Fact[], path: string): Fact[] {
  if (facts.some(({ name }) => name === 'framework')) return [...facts]
  return [fact('framework', 'pytorch', 'PyTorch file', path, 'file'), ...facts]
}

function layerFacts(layers: readonly ModelLayer[], ordered: boolean, path: string): Fact[] {
  const facts = factsOfLayers(layers, path, {})
  if (!ordered) return facts.filter(({ name }) => ORDERLESS.has(name))
  const last = layers.findLastIndex(({ kind }) => /Linear|Conv/.test(kind))
  const output = layers.slice(last + 1).findLast(({ activation }) => activation !== undefined)
  if (last < 0 || !output) return facts
  return [...facts, fact('output_activation', output.activation!, `${output.kind} ${output.name}`, path, 'file')]
}

/** The class of a whole module, where its author gave it a name. */
function rootFact(root: string | undefined, path: string): Fact[] {
  const said = root !== undefined && !/^(Sequential|Module\w*|My\w*|(Neural)?Net(work)?\d*|Model\d*)$/i.test(root)
  return said ? [fact('model', root.toLowerCase(), root, path, 'file')] : []
}

function whatIs(root: Pickled): string {
  const fields = fieldsOf(root)
  const has = (...names: string[]) => names.some((name) => fields.has(name))
  if (fields.has('param_groups')) return 'optimizer'
  if (has('last_epoch', '_last_lr', 'base_lrs')) return 'schedule'
  if (fields.has('python') && has('numpy', 'cpu', 'cuda')) return 'random'
  return isTrainingArguments(root) || (isObject(root) && root.name === 'Namespace') ? 'settings' : 'other'
}
