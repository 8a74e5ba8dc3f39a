// Modules of PyTorch as they are pickled whole or scripted: their tensors by path, and their classes.

import { isKnownLeaf } from '../layer-kinds.ts'
import type { KnownLayer } from '../layers-by-name.ts'
import { fieldOf, fieldsOf, isDict, isObject, type Pickled, type PickledObject } from './pickled.ts'
import { isTensor } from './torch-tensors.ts'

/** What was found of a model: tensors by their names, and the layers that the file names by itself. */
export interface Found {
  readonly tensors: readonly (readonly [name: string, value: Pickled])[]
  readonly layers?: readonly KnownLayer[]
  /** whether all that contains others is a Sequential, so that the order is that of the computation */
  readonly ordered?: boolean
  /** class of the root module */
  readonly root?: string
}

const MOST_DEPTH = 64

/** Whether a record has the attributes of torch.nn.Module, or is an object of a TorchScript archive. */
export function isModule(value: Pickled | undefined): value is PickledObject {
  if (!isObject(value) || isTensor(value)) return false
  if (value.module.startsWith('__torch__')) return true
  return isDict(fieldOf(value, '_modules')) && isDict(fieldOf(value, '_parameters'))
}

/** Fields that a search may still look at: what refers to one large value a thousand times is not read a thousand times. */
export interface Search {
  left: number
}

/** All tensors and leaves below a module. A module that is met a second time is not walked again. */
export function walked(root: PickledObject, search: Search): Found {
  const tensors: [string, Pickled][] = []
  const layers: KnownLayer[] = []
  const seen = new Set<Pickled>()
  let ordered = true
  const visit = (module: PickledObject, path: string, depth: number): void => {
    if (seen.has(module) || depth > MOST_DEPTH || search.left <= 0) return
    seen.add(module)
    const { own, inner } = partsOf(module, search)
    for (const [name, value] of own) tensors.push([path === '' ? name : `${path}.${name}`, value])
    const kind = classOf(module)
    // a module that has neither is a layer without weights, but for containers that are empty
    if (inner.length === 0 && !/^(Sequential|Module(List|Dict)|Identity)$/.test(kind)) {
      layers.push(layerOf(module, path === '' ? 'model' : path, kind))
    } else if (own.some(([name]) => isKnownLeaf(name))) layers.push(layerOf(module, path === '' ? 'model' : path, kind))
    if (inner.length > 0 && kind !== 'Sequential') ordered = false
    for (const [name, child] of inner) visit(child, path === '' ? name : `${path}.${name}`, depth + 1)
  }
  visit(root, '', 0)
  return { tensors, layers, ordered, root: classOf(root) }
}

interface Parts {
  readonly own: readonly (readonly [string, Pickled])[]
  readonly inner: readonly (readonly [string, PickledObject])[]
}

function partsOf(module: PickledObject, search: Search): Parts {
  const fields = fieldsOf(module)
  const scripted = module.module.startsWith('__torch__')
  const values = scripted
    ? [...fields]
    : ['_parameters', '_buffers', '_modules'].flatMap((name) => [...fieldsOf(fields.get(name))])
  search.left -= fields.size + values.length + 1
  return {
    own: values.filter(([, value]) => isTensor(value)),
    inner: values.flatMap(([name, value]) => (isObject(value) && isModule(value) ? [[name, value] as const] : [])),
  }
}

/** TorchScript calls a second class of one name `___torch_mangle_3.Linear`; a scripted model of one's own is `Net`. */
function classOf(module: PickledObject): string {
  const name = module.module.startsWith('__torch__') ? `${module.module}.${module.name}` : module.name
  const last = name.slice(name.lastIndexOf('.') + 1).slice(0, 80)
  return last === 'NonDynamicallyQuantizableLinear' ? 'Linear' : last || 'module'
}

/** Names of classes and what they compute; others have no activation. */
const ACTIVATIONS: Readonly<Record<string, string>> = {
  ReLU: 'relu',
  ReLU6: 'relu6',
  LeakyReLU: 'leaky-relu',
  PReLU: 'prelu',
  ELU: 'elu',
  SELU: 'selu',
  CELU: 'celu',
  GELU: 'gelu',
  SiLU: 'silu',
  Mish: 'mish',
  Tanh: 'tanh',
  Sigmoid: 'sigmoid',
  Hardsigmoid: 'hard-sigmoid',
  Hardswish: 'hard-swish',
  Softplus: 'softplus',
  Softsign: 'softsign',
  Softmax: 'softmax',
  LogSoftmax: 'log-softmax',
}

function layerOf(module: PickledObject, name: string, kind: string): KnownLayer {
  const p = fieldOf(module, 'p')
  const momentum = fieldOf(module, 'momentum')
  const activation = Object.hasOwn(ACTIVATIONS, kind) ? ACTIVATIONS[kind] : undefined
  return {
    name,
    kind,
    ...(activation && { activation }),
    ...(/Dropout/.test(kind) && typeof p === 'number' && p >= 0 && p <= 1 && { dropout: p }),
    ...(/(Batch|Instance)Norm/.test(kind) && typeof momentum === 'number' && { momentum }),
  }
}
