// Where the model is in what a PyTorch file holds: the root itself, a state dictionary under a usual name, or modules.

import { fieldsOf, isDict, isObject, itemsOf, type Pickled } from './pickled.ts'
import { type Found, isModule, type Search, walked } from './torch-modules.ts'
import { isTensor } from './torch-tensors.ts'

/** Names under which trainers keep the model, the likeliest first. */
const USUAL = [
  'state_dict',
  'model_state_dict',
  'model_state',
  'model',
  'module',
  'net',
  'network',
  'model_ema',
  'ema',
  'ema_state_dict',
  'params_ema',
  'params',
  'weights',
]
/** Values of these names are never a model. */
const NEVER =
  /optim|sched|scaler|rng|random|loss|loops|callbacks|hyper|^args|config|metric|histor|best_|^state$|param_groups|normalizer/i
const MOST_DEPTH = 6
const MOST_LOOKED_AT = 2_000_000

export interface FoundModel extends Found {
  /** the name that it was under, '' for the root */
  readonly under: string
  /** names of other models in the file */
  readonly others: readonly string[]
}

/** The model of a file, or undefined where there are no tensors that could be one. */
export function modelIn(root: Pickled): FoundModel | undefined {
  const search = { left: MOST_LOOKED_AT }
  const whole = whollyModel(root, search)
  if (whole) return { ...whole, under: '', others: [] }
  const fields = fieldsOf(root)
  const usual = USUAL.filter((name) => fields.has(name)).flatMap((name) => {
    const found = anyModel(fields.get(name), 0, search)
    return found ? [{ name, found }] : []
  })
  const [first, ...rest] = usual
  if (first) return { ...first.found, under: first.name, others: rest.map(({ name }) => name) }
  if (isOptimizer(fields)) return undefined
  const parts = [...fields].flatMap(([name, value]) => {
    const found = NEVER.test(name) ? undefined : isTensor(value) ? aTensor(value) : anyModel(value, 0, search)
    return found ? [{ name, found }] : []
  })
  if (parts.length > 0) return joined(parts)
  const listed = itemsOf(root).filter(isTensor)
  return listed.length > 0 ? { ...tensorsOf(listed.entries()), under: '', others: [] } : undefined
}

function isOptimizer(fields: ReadonlyMap<string, Pickled>): boolean {
  return fields.has('param_groups') && fields.has('state')
}

function whollyModel(root: Pickled, search: Search): Found | undefined {
  if (isTensor(root)) return { tensors: [['tensor', root]] }
  if (isModule(root)) return withTensors(walked(root, search))
  return isStateDict(root, search) ? tensorsOf(fieldsOf(root)) : undefined
}

/** Whether most of a dictionary are tensors, of which one at least could be a weight. */
function isStateDict(value: Pickled | undefined, search: Search): boolean {
  if (!isDict(value) && !isObject(value)) return false
  const values = [...fieldsOf(value).values()]
  search.left -= values.length + 1
  const tensors = values.filter(isTensor)
  return tensors.length > 0 && tensors.length * 2 >= values.length && tensors.some((one) => !isBytes(one))
}

/** The state of a random number generator is a tensor of bytes. */
function isBytes(value: Pickled): boolean {
  const [storage] = isObject(value) ? value.args : []
  if (storage === null || typeof storage !== 'object' || storage instanceof Uint8Array) return false
  const of = storage.kind === 'persistent' ? itemsOf(storage.id)[1] : undefined
  return of !== null && typeof of === 'object' && 'kind' in of && of.kind === 'global' && of.name === 'ByteStorage'
}

function aTensor(value: Pickled): Found | undefined {
  return isBytes(value) ? undefined : { tensors: [['', value]] }
}

/** A module, a state dictionary, or dictionaries of these. */
function anyModel(value: Pickled | undefined, depth: number, search: Search): Found | undefined {
  if (depth > MOST_DEPTH || search.left <= 0 || value === undefined) return undefined
  if (isModule(value)) return withTensors(walked(value, search))
  if (isStateDict(value, search)) return tensorsOf(fieldsOf(value))
  if (!isDict(value) && !isWrapper(value)) return undefined
  const fields = fieldsOf(value)
  if (isOptimizer(fields)) return undefined
  const parts = [...fields].flatMap(([name, inner]) => {
    if (NEVER.test(name)) return []
    const found = isTensor(inner) ? aTensor(inner) : anyModel(inner, depth + 1, search)
    return found ? [{ name, found }] : []
  })
  return parts.length > 0 ? joined(parts) : undefined
}

/** An object that is no module but has one, as a ModelEMA does. */
function isWrapper(value: Pickled): boolean {
  return isObject(value) && !isTensor(value) && value.state !== undefined
}

function withTensors(found: Found): Found | undefined {
  return found.tensors.length > 0 || (found.layers?.length ?? 0) > 0 ? found : undefined
}

function tensorsOf(fields: Iterable<readonly [string | number, Pickled]>): Found {
  return { tensors: [...fields].flatMap(([name, value]) => (isTensor(value) ? [[String(name), value] as const] : [])) }
}

/** Several models under their names, as those of a generator and its rival. */
function joined(parts: readonly { readonly name: string; readonly found: Found }[]): FoundModel {
  const [only] = parts
  const single = parts.length === 1 && only!.found.layers ? only : undefined
  if (single) return { ...single.found, under: single.name, others: [] }
  const under = (name: string, inner: string) => (inner === '' ? name : `${name}.${inner}`)
  const layers = parts.flatMap(({ name, found }) =>
    (found.layers ?? []).map((layer) => ({ ...layer, name: under(name, layer.name === 'model' ? '' : layer.name) })),
  )
  return {
    tensors: parts.flatMap(({ name, found }) =>
      found.tensors.map(([inner, value]) => [under(name, inner), value] as const),
    ),
    ...(layers.length > 0 && { layers }),
    under: '',
    others: [],
  }
}
