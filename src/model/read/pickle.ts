// Reads a pickle without executing anything: names stay names, calls stay records, and everything is bounded.

import type { Bytes } from './file.ts'
import { broken, count, type Machine, machineAt, PICKLE_LIMITS, pop, spend } from './pickle-machine.ts'
import { OPCODES } from './pickle-opcodes.ts'
import type { Pickled } from './pickled.ts'

const STOP = 0x2e

/**
 * The value of the pickle that begins at byte `at`, and the byte after it. Protocols 0 to 5. Throws ModelError
 * `model.error.pickle` that says the opcode and the byte where it is no pickle or goes beyond PICKLE_LIMITS.
 */
export function readPickle(bytes: Bytes, at = 0): { readonly value: Pickled; readonly end: number } {
  const machine = machineAt(bytes, at)
  for (;;) {
    machine.opcodeAt = machine.at
    const byte = count(machine, 1)
    spend(machine, 'opcodes', 1)
    if (byte === STOP) break
    const opcode = OPCODES.get(byte)
    machine.opcode = opcode?.name ?? `0x${byte.toString(16)}`
    if (!opcode) throw broken(machine, 'no such opcode')
    opcode.run(machine)
  }
  machine.opcode = 'STOP'
  const value = pop(machine)
  notDeep(machine, value)
  return { value, end: machine.at }
}

/**
 * Whoever walks the value may then do it by recursion, if it minds circles. The longest way counts, not the first one:
 * a list of values that hold one another is deep though each step is short.
 */
function notDeep(machine: Machine, root: Pickled): void {
  /** levels below a value; 0 while it is being looked at */
  const levels = new Map<Pickled, number>()
  const ways: { readonly of: Pickled; readonly next: Iterator<Pickled>; below: number }[] = []
  const enter = (value: Pickled): number => {
    if (value === null || typeof value !== 'object') return 0
    const known = levels.get(value)
    if (known !== undefined) return known
    levels.set(value, 0)
    ways.push({ of: value, next: inside(value), below: 0 })
    return 0
  }
  enter(root)
  for (let way = ways.at(-1); way; way = ways.at(-1)) {
    const step = way.next.next()
    if (!step.done) way.below = Math.max(way.below, enter(step.value))
    else {
      ways.pop()
      levels.set(way.of, way.below + 1)
      const above = ways.at(-1)
      if (above) above.below = Math.max(above.below, way.below + 1)
    }
    if (Math.max(way.below, ways.length) > PICKLE_LIMITS.depth) {
      throw broken(machine, `more than ${PICKLE_LIMITS.depth} levels`)
    }
  }
}

function* inside(value: Pickled & object): Generator<Pickled> {
  if (value instanceof Uint8Array || value.kind === 'global') return
  if (value.kind === 'persistent') yield value.id
  else if (value.kind === 'dict' || value.kind === 'object') {
    if (value.kind === 'object') {
      yield* value.args
      yield* value.items ?? []
    }
    for (const [key, inner] of value.map ?? []) {
      yield key
      yield inner
    }
    if (value.state !== undefined) yield value.state
  } else yield* value.items
}
