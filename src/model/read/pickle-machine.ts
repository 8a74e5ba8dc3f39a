// The stack, marks and memo of the inert pickle machine, and how it reads its bytes: each step is bounded by the file.

import { ModelError } from '../model-error.ts'
import type { Bytes } from './file.ts'
import type { Pickled } from './pickled.ts'

/** What one pickle may hold at most. The largest checkpoints that are met take a hundredth of it. */
export const PICKLE_LIMITS = {
  opcodes: 20_000_000,
  /** lists, dictionaries, objects and other values that hold others */
  containers: 2_000_000,
  marks: 1_000,
  /** bytes of all texts and byte strings together */
  text: 2 ** 28,
  /** bytes of one whole number */
  long: 1_024,
  /** levels of containers in containers */
  depth: 1_000,
} as const

export interface Machine {
  readonly bytes: Bytes
  /** of the next byte */
  at: number
  /** the opcode that is being run, and where it stands */
  opcode: string
  opcodeAt: number
  readonly stack: Pickled[]
  /** heights of the stack where marks were set */
  readonly marks: number[]
  readonly memo: Map<number, Pickled>
  readonly used: { opcodes: number; containers: number; text: number }
  /** the part of the file that was read last */
  window: { readonly from: number; readonly bytes: Uint8Array }
}

const WINDOW = 65_536

export function machineAt(bytes: Bytes, at: number): Machine {
  return {
    bytes,
    at,
    opcode: 'PROTO',
    opcodeAt: at,
    stack: [],
    marks: [],
    memo: new Map(),
    used: { opcodes: 0, containers: 0, text: 0 },
    window: { from: at, bytes: new Uint8Array(0) },
  }
}

/** The one line for a pickle that is not read on; says the opcode and its byte. */
export function broken(machine: Machine, what: string): ModelError {
  const whole = `opcode ${machine.opcode} at byte ${machine.opcodeAt}: ${what}`
  return new ModelError('model.error.pickle', { path: machine.bytes.path, what: whole })
}

/** The next `length` bytes. */
export function take(machine: Machine, length: number): Uint8Array {
  const { bytes, at, window } = machine
  if (!(length >= 0) || at + length > bytes.size) {
    throw broken(machine, `it claims ${length} bytes, and the file ends at byte ${bytes.size}`)
  }
  machine.at = at + length
  const from = at - window.from
  if (from >= 0 && from + length <= window.bytes.length) return window.bytes.subarray(from, from + length)
  if (length >= WINDOW) return bytes.read(at, length)
  machine.window = { from: at, bytes: bytes.read(at, Math.min(WINDOW, bytes.size - at)) }
  return machine.window.bytes.subarray(0, length)
}

/** An unsigned little-endian number of 1 to 8 bytes. */
export function count(machine: Machine, width: number): number {
  const bytes = take(machine, width)
  let value = 0
  for (let i = width - 1; i >= 0; i--) value = value * 256 + bytes[i]!
  return value
}

/** The bytes of a text whose length is a number of `width` bytes. */
export function counted(machine: Machine, width: number): Uint8Array {
  const length = count(machine, width)
  spend(machine, 'text', length)
  return take(machine, length)
}

/** The rest of the line, without its end; lines are of protocol 0. */
export function line(machine: Machine): string {
  let text = ''
  for (;;) {
    const byte = take(machine, 1)[0]!
    if (byte === 10) return text.endsWith('\r') ? text.slice(0, -1) : text
    spend(machine, 'text', 1)
    text += String.fromCharCode(byte)
  }
}

export function push(machine: Machine, value: Pickled): void {
  machine.stack.push(value)
}

/** A value that holds others counts against the limit. */
export function pushContainer(machine: Machine, value: Pickled): void {
  spend(machine, 'containers', 1)
  machine.stack.push(value)
}

export function pop(machine: Machine): Pickled {
  const { stack, marks } = machine
  if (stack.length <= (marks.at(-1) ?? 0)) throw broken(machine, 'the stack is empty')
  return stack.pop() as Pickled
}

export function top(machine: Machine): Pickled {
  const value = pop(machine)
  machine.stack.push(value)
  return value
}

/** The values above the last mark, which goes away. */
export function popMarked(machine: Machine): Pickled[] {
  const height = machine.marks.pop()
  if (height === undefined) throw broken(machine, 'there is no mark')
  return machine.stack.splice(height)
}

export function mark(machine: Machine): void {
  if (machine.marks.length >= PICKLE_LIMITS.marks) throw broken(machine, `more than ${PICKLE_LIMITS.marks} marks`)
  machine.marks.push(machine.stack.length)
}

export function remember(machine: Machine, place: number): void {
  if (!Number.isSafeInteger(place) || place < 0) throw broken(machine, 'no place of the memo')
  machine.memo.set(place, top(machine))
}

export function recall(machine: Machine, place: number): void {
  const value = machine.memo.get(place)
  if (value === undefined) throw broken(machine, `place ${place} of the memo is empty`)
  machine.stack.push(value)
}

export function spend(machine: Machine, what: 'opcodes' | 'containers' | 'text', amount: number): void {
  machine.used[what] += amount
  if (machine.used[what] <= PICKLE_LIMITS[what]) return
  const named = what === 'text' ? 'bytes of text' : what
  throw broken(machine, `more than ${PICKLE_LIMITS[what]} ${named}`)
}
