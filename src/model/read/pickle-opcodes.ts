// What each opcode of pickle protocols 0 to 5 does to the inert machine. Source: Python's Lib/pickletools.py.

import type { Machine } from './pickle-machine.ts'
import * as on from './pickle-machine.ts'
import { made, madeOfClass } from './pickle-make.ts'
import { isDict, isObject, type Pickled, type PickledDict, type PickledList } from './pickled.ts'

export interface Opcode {
  readonly name: string
  run(machine: Machine): void
}

const utf8 = new TextDecoder()
const latin1 = new TextDecoder('latin1')

const list = (items: Pickled[]): PickledList => ({ kind: 'list', items })
const tuple = (items: Pickled[]): PickledList => ({ kind: 'tuple', items })
const set = (items: Pickled[]): PickledList => ({ kind: 'set', items })
const dict = (map: Map<Pickled, Pickled>): PickledDict => ({ kind: 'dict', of: 'dict', map })

/** All opcodes by their bytes; those that would need a table of extensions or buffers outside the file are refused. */
export const OPCODES: ReadonlyMap<number, Opcode> = new Map(
  [...basic(), ...numbers(), ...texts(), ...containers(), ...objects()].map(([byte, name, run]) => [
    typeof byte === 'number' ? byte : byte.charCodeAt(0),
    { name, run },
  ]),
)

type Row = readonly [byte: number | string, name: string, run: (machine: Machine) => void]

function basic(): Row[] {
  return [
    [0x80, 'PROTO', protocol],
    [0x95, 'FRAME', (m) => void on.take(m, 8)],
    ['(', 'MARK', on.mark],
    ['0', 'POP', (m) => void (m.stack.length > (m.marks.at(-1) ?? 0) ? on.pop(m) : on.popMarked(m))],
    ['1', 'POP_MARK', (m) => void on.popMarked(m)],
    ['2', 'DUP', (m) => on.push(m, on.top(m))],
    ['p', 'PUT', (m) => on.remember(m, decimal(m))],
    ['q', 'BINPUT', (m) => on.remember(m, on.count(m, 1))],
    ['r', 'LONG_BINPUT', (m) => on.remember(m, on.count(m, 4))],
    [0x94, 'MEMOIZE', (m) => on.remember(m, m.memo.size)],
    ['g', 'GET', (m) => on.recall(m, decimal(m))],
    ['h', 'BINGET', (m) => on.recall(m, on.count(m, 1))],
    ['j', 'LONG_BINGET', (m) => on.recall(m, on.count(m, 4))],
    ['N', 'NONE', (m) => on.push(m, null)],
    [0x88, 'NEWTRUE', (m) => on.push(m, true)],
    [0x89, 'NEWFALSE', (m) => on.push(m, false)],
  ]
}

function protocol(machine: Machine): void {
  const version = on.count(machine, 1)
  if (version > 5) throw on.broken(machine, `protocol ${version}, and the newest known is 5`)
}

function numbers(): Row[] {
  return [
    ['F', 'FLOAT', (m) => on.push(m, floatOf(on.line(m)))],
    ['G', 'BINFLOAT', (m) => on.push(m, viewOf(on.take(m, 8)).getFloat64(0))],
    ['I', 'INT', (m) => on.push(m, intOf(m, on.line(m)))],
    ['J', 'BININT', (m) => on.push(m, viewOf(on.take(m, 4)).getInt32(0, true))],
    ['K', 'BININT1', (m) => on.push(m, on.count(m, 1))],
    ['M', 'BININT2', (m) => on.push(m, on.count(m, 2))],
    ['L', 'LONG', (m) => on.push(m, wholeOf(m, on.line(m).replace(/L$/, '')))],
    [0x8a, 'LONG1', (m) => on.push(m, longOf(m, on.count(m, 1)))],
    [0x8b, 'LONG4', (m) => on.push(m, longOf(m, on.count(m, 4)))],
  ]
}

function texts(): Row[] {
  return [
    ['S', 'STRING', (m) => on.push(m, quoted(m, on.line(m)))],
    ['T', 'BINSTRING', (m) => on.push(m, byteText(on.counted(m, 4)))],
    ['U', 'SHORT_BINSTRING', (m) => on.push(m, byteText(on.counted(m, 1)))],
    ['V', 'UNICODE', (m) => on.push(m, unescaped(on.line(m)))],
    ['X', 'BINUNICODE', (m) => on.push(m, utf8.decode(on.counted(m, 4)))],
    [0x8c, 'SHORT_BINUNICODE', (m) => on.push(m, utf8.decode(on.counted(m, 1)))],
    [0x8d, 'BINUNICODE8', (m) => on.push(m, utf8.decode(on.counted(m, 8)))],
    ['B', 'BINBYTES', (m) => on.push(m, on.counted(m, 4))],
    ['C', 'SHORT_BINBYTES', (m) => on.push(m, on.counted(m, 1))],
    [0x8e, 'BINBYTES8', (m) => on.push(m, on.counted(m, 8))],
    [0x96, 'BYTEARRAY8', (m) => on.push(m, on.counted(m, 8))],
    [0x97, 'NEXT_BUFFER', refused('a buffer outside the file')],
    [0x98, 'READONLY_BUFFER', () => {}],
  ]
}

function containers(): Row[] {
  return [
    [']', 'EMPTY_LIST', (m) => on.pushContainer(m, list([]))],
    ['l', 'LIST', (m) => on.pushContainer(m, list(on.popMarked(m)))],
    ['a', 'APPEND', (m) => append(m, [on.pop(m)])],
    ['e', 'APPENDS', (m) => append(m, on.popMarked(m))],
    [')', 'EMPTY_TUPLE', (m) => on.pushContainer(m, tuple([]))],
    ['t', 'TUPLE', (m) => on.pushContainer(m, tuple(on.popMarked(m)))],
    [0x85, 'TUPLE1', (m) => on.pushContainer(m, tuple(popped(m, 1)))],
    [0x86, 'TUPLE2', (m) => on.pushContainer(m, tuple(popped(m, 2)))],
    [0x87, 'TUPLE3', (m) => on.pushContainer(m, tuple(popped(m, 3)))],
    ['}', 'EMPTY_DICT', (m) => on.pushContainer(m, dict(new Map()))],
    ['d', 'DICT', (m) => on.pushContainer(m, dict(setPairs(m, new Map(), on.popMarked(m))))],
    ['s', 'SETITEM', (m) => setItems(m, popped(m, 2))],
    ['u', 'SETITEMS', (m) => setItems(m, on.popMarked(m))],
    [0x8f, 'EMPTY_SET', (m) => on.pushContainer(m, set([]))],
    [0x90, 'ADDITEMS', (m) => append(m, on.popMarked(m))],
    [0x91, 'FROZENSET', (m) => on.pushContainer(m, set(on.popMarked(m)))],
  ]
}

function objects(): Row[] {
  return [
    ['c', 'GLOBAL', (m) => on.pushContainer(m, { kind: 'global', module: on.line(m), name: on.line(m) })],
    [0x93, 'STACK_GLOBAL', stackGlobal],
    ['R', 'REDUCE', (m) => reduce(m, made)],
    [0x81, 'NEWOBJ', (m) => reduce(m, madeOfClass)],
    [0x92, 'NEWOBJ_EX', newObjectOfWords],
    ['i', 'INST', instance],
    ['o', 'OBJ', (m) => ofMarked(m)],
    ['b', 'BUILD', build],
    ['P', 'PERSID', (m) => on.pushContainer(m, { kind: 'persistent', id: on.line(m) })],
    ['Q', 'BINPERSID', (m) => on.pushContainer(m, { kind: 'persistent', id: on.pop(m) })],
    [0x82, 'EXT1', refused('a name in a table of extensions')],
    [0x83, 'EXT2', refused('a name in a table of extensions')],
    [0x84, 'EXT4', refused('a name in a table of extensions')],
  ]
}

function isTuple(value: Pickled): boolean {
  return value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'tuple'
}

function refused(what: string): (machine: Machine) => void {
  return (machine) => {
    throw on.broken(machine, `it needs ${what}`)
  }
}

function decimal(machine: Machine): number {
  const text = on.line(machine)
  if (!/^\d{1,10}$/.test(text)) throw on.broken(machine, 'no decimal number')
  return Number(text)
}

function floatOf(text: string): number {
  const special: Readonly<Record<string, number>> = { nan: Number.NaN, inf: Infinity, '-inf': -Infinity }
  return special[text.trim().toLowerCase()] ?? Number(text)
}

/** `01` and `00` are how protocol 1 writes True and False. */
function intOf(machine: Machine, text: string): Pickled {
  return text === '01' ? true : text === '00' ? false : wholeOf(machine, text)
}

function wholeOf(machine: Machine, text: string): number | bigint {
  const most = Math.floor(on.PICKLE_LIMITS.long * 2.4)
  if (text.length > most) throw on.broken(machine, `a number of ${text.length} digits, and at most ${most} are taken`)
  if (!/^\s*[-+]?\d+\s*$/.test(text)) throw on.broken(machine, 'no whole number')
  return exact(BigInt(text.trim().replace(/^\+/, '')))
}

/** Little-endian, two's complement. */
function longOf(machine: Machine, length: number): number | bigint {
  const most = on.PICKLE_LIMITS.long
  if (length > most) throw on.broken(machine, `a number of ${length} bytes, and at most ${most} are taken`)
  if (length === 0) return 0
  const hex = Buffer.from(on.take(machine, length)).reverse().toString('hex')
  return exact(BigInt.asIntN(8 * length, BigInt(`0x${hex}`)))
}

function exact(value: bigint): number | bigint {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** Python 2's str is text or bytes; text where it reads as such. */
function byteText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return latin1.decode(bytes)
  }
}

function quoted(machine: Machine, text: string): string {
  const inside = /^(['"])(.*)\1\s*$/s.exec(text)?.[2]
  if (inside === undefined) throw on.broken(machine, 'a text without quotes')
  const plain: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }
  return inside.replace(/\\(x[0-9a-fA-F]{2}|.)/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (plain[code] ?? code),
  )
}

function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (whole, short?: string, long?: string) => {
    const code = Number.parseInt(short ?? long ?? '', 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function popped(machine: Machine, length: number): Pickled[] {
  const items = Array.from({ length }, () => on.pop(machine))
  return items.reverse()
}

function append(machine: Machine, items: readonly Pickled[]): void {
  const target = on.top(machine)
  if (isObject(target)) target.items ??= []
  const into = isObject(target) ? target.items : itemsIn(target)
  if (!into) throw on.broken(machine, 'what it appends to is no list')
  for (const item of items) into.push(item)
}

function itemsIn(value: Pickled): Pickled[] | undefined {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return undefined
  return value.kind === 'list' || value.kind === 'set' ? value.items : undefined
}

function setItems(machine: Machine, pairs: readonly Pickled[]): void {
  const target = on.top(machine)
  if (isObject(target)) target.map ??= new Map()
  const into = isObject(target) || isDict(target) ? target.map : undefined
  if (!into) throw on.broken(machine, 'what it sets items of is no dictionary')
  setPairs(machine, into, pairs)
}

function setPairs(machine: Machine, map: Map<Pickled, Pickled>, pairs: readonly Pickled[]): Map<Pickled, Pickled> {
  if (pairs.length % 2) throw on.broken(machine, 'a key without its value')
  for (let i = 0; i < pairs.length; i += 2) map.set(pairs[i] as Pickled, pairs[i + 1] as Pickled)
  return map
}

function stackGlobal(machine: Machine): void {
  const name = on.pop(machine)
  const module = on.pop(machine)
  if (typeof name !== 'string' || typeof module !== 'string') throw on.broken(machine, 'a name that is no text')
  on.pushContainer(machine, { kind: 'global', module, name })
}

function reduce(machine: Machine, make: (machine: Machine, what: Pickled, args: Pickled) => Pickled): void {
  const args = on.pop(machine)
  const what = on.pop(machine)
  // a list could be changed afterwards, so that a record would hold itself
  if (!isTuple(args)) throw on.broken(machine, 'its arguments are no tuple')
  on.pushContainer(machine, make(machine, what, args))
}

/** The arguments by name are left out: nothing that is read needs them. */
function newObjectOfWords(machine: Machine): void {
  on.pop(machine)
  reduce(machine, madeOfClass)
}

function instance(machine: Machine): void {
  const module = on.line(machine)
  const name = on.line(machine)
  const args = tuple(on.popMarked(machine))
  on.pushContainer(machine, madeOfClass(machine, { kind: 'global', module, name }, args))
}

function ofMarked(machine: Machine): void {
  const [owner, ...args] = on.popMarked(machine)
  if (owner === undefined) throw on.broken(machine, 'no class')
  on.pushContainer(machine, madeOfClass(machine, owner, tuple(args)))
}

function build(machine: Machine): void {
  const state = on.pop(machine)
  const target = on.top(machine)
  if (!isObject(target) && !isDict(target)) throw on.broken(machine, 'what it gives a state to is no object')
  target.state = state
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
