// Stands for what a pickle would call: a record of the callable's name and arguments, or plain data where that is all it is.

import { broken, type Machine, spend } from './pickle-machine.ts'
import {
  isDict,
  isGlobal,
  isObject,
  itemsOf,
  type Pickled,
  type PickledDict,
  type PickledGlobal,
  type PickledObject,
} from './pickled.ts'

const DICTIONARIES = new Set(['dict', 'OrderedDict', 'defaultdict', 'Counter'])
const BUILT_IN = new Set(['builtins', '__builtin__', 'collections'])
const LISTS = { list: 'list', tuple: 'tuple', set: 'set', frozenset: 'set' } as const

/** What `callable(*args)` would be, of which nothing is called. */
export function made(machine: Machine, callable: Pickled, args: Pickled): Pickled {
  const given = itemsOf(args)
  if (isObject(callable)) return record(callable.module, `${callable.name}()`.slice(0, 200), given)
  const named = classOf(callable)
  if (!named) throw broken(machine, 'what it calls is no name')
  const { module, name } = named
  const owner = classOf(given[0])
  // how protocols 0 and 1 write an object of a class
  if (owner && (module === 'copy_reg' || module === 'copyreg')) {
    if (name === '_reconstructor') return ofClass(machine, owner, given.slice(2))
    if (name === '__newobj__' || name === '__newobj_ex__') return ofClass(machine, owner, given.slice(1))
  }
  if (module === '_codecs' && name === 'encode') return encoded(machine, given) ?? record(module, name, given)
  return ofClass(machine, named, given)
}

/** What `class.__new__(class, *args)` would be. */
export function madeOfClass(machine: Machine, owner: Pickled, args: Pickled): Pickled {
  const named = classOf(owner)
  if (!named) throw broken(machine, 'what it makes an object of is no class')
  return ofClass(machine, named, itemsOf(args))
}

/** The name of a class; PyTorch before 1.6 writes that of a module as ('module', class, file, source) elsewhere. */
function classOf(value: Pickled | undefined): PickledGlobal | undefined {
  if (isGlobal(value)) return value
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return undefined
  const [word, owner] = value.kind === 'persistent' ? itemsOf(value.id) : []
  return word === 'module' && isGlobal(owner) ? owner : undefined
}

function ofClass(machine: Machine, { module, name }: PickledGlobal, args: readonly Pickled[]): Pickled {
  return (BUILT_IN.has(module) ? builtIn(machine, name, args) : undefined) ?? record(module, name, args)
}

function record(module: string, name: string, args: readonly Pickled[]): PickledObject {
  return { kind: 'object', module, name, args }
}

/** Copies count against the limit: a pickle that copies one large value again and again would grow beyond any memory. */
function builtIn(machine: Machine, name: string, args: readonly Pickled[]): Pickled | undefined {
  if (DICTIONARIES.has(name)) return dictionary(machine, name, args)
  if (Object.hasOwn(LISTS, name)) {
    const items = itemsOf(args[0])
    spend(machine, 'containers', items.length)
    return { kind: LISTS[name as keyof typeof LISTS], items: [...items] }
  }
  if (name === 'bytearray' || name === 'bytes') return args[0] instanceof Uint8Array ? args[0] : undefined
  return undefined
}

/** Of pairs, as Python 2 writes an OrderedDict, or of another dictionary, as a Counter is written. */
function dictionary(machine: Machine, name: string, args: readonly Pickled[]): PickledDict {
  const map = new Map<Pickled, Pickled>()
  for (const given of args) {
    spend(machine, 'containers', isDict(given) ? given.map.size : itemsOf(given).length)
    if (isDict(given)) for (const [key, value] of given.map) map.set(key, value)
    for (const pair of itemsOf(given)) {
      const [key, value] = itemsOf(pair)
      if (key !== undefined && value !== undefined) map.set(key, value)
    }
  }
  return { kind: 'dict', of: name, map }
}

/** How protocols before 3 write bytes: as a text of Latin-1. */
function encoded(machine: Machine, args: readonly Pickled[]): Uint8Array | undefined {
  const [text, code] = args
  if (typeof text !== 'string' || code !== 'latin1') return undefined
  spend(machine, 'text', text.length)
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
