// Small writers for the tests of the model readers: files in a folder of their own, protocol buffers, HDF5, and damage done to them.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { ModelError } from '../model-error.ts'
import type { OpenedModel, Tensor } from '../opened.ts'

/** A folder that is gone when `rid` is called; `put` writes a file into it and gives its path. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'whyloss-model-'))
  return {
    folder,
    put(name: string, bytes: Uint8Array | string): string {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
      return path
    },
    rid: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

export function varint(value: number): Uint8Array {
  const out: number[] = []
  let left = BigInt.asUintN(64, BigInt(value))
  do {
    out.push(Number(left & 127n) | (left > 127n ? 128 : 0))
    left >>= 7n
  } while (left > 0n)
  return Uint8Array.from(out)
}

/** A field of a protocol buffer: a number as a varint, text and bytes with their length. */
export function field(number: number, value: number | string | Uint8Array): Uint8Array {
  if (typeof value === 'number') return joinBytes([varint(number * 8), varint(value)])
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
  return joinBytes([varint(number * 8 + 2), varint(bytes.length), bytes])
}

/** A field of a 32-bit float. */
export function floatField(number: number, value: number): Uint8Array {
  return joinBytes([varint(number * 8 + 5), floats([value])])
}

export function message(...fields: readonly Uint8Array[]): Uint8Array {
  return joinBytes(fields)
}

export function floats(values: readonly number[]): Uint8Array {
  return new Uint8Array(Float32Array.from(values).buffer)
}

/** Every value of a tensor, by way of its pieces. */
export function valuesOfTensor(tensor: Tensor | undefined): number[] {
  return [...(tensor?.pieces?.() ?? [])].flatMap((piece) => [...piece])
}

/** Reads all that a model holds, as an examination does. */
export function readWhole(model: OpenedModel): number {
  let count = 0
  try {
    for (const tensor of model.tensors) for (const piece of tensor.pieces?.() ?? []) count += piece.length
  } finally {
    model.close()
  }
  return count
}

/** Cuts off, and bytes that became others. */
export const DAMAGE = fc.record({
  keep: fc.oneof(
    { weight: 3, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
  flips: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999999, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
    maxLength: 5,
  }),
})
export type Damage = typeof DAMAGE extends fc.Arbitrary<infer Value> ? Value : never

export function damagedBytes(bytes: Uint8Array, { keep, flips }: Damage): Uint8Array {
  const out = bytes.slice(0, Math.floor(bytes.length * keep))
  for (const [place, value] of flips) if (out.length > 0) out[Math.floor(place * out.length)] = value
  return out
}

/** Whether `read` gives a model that can be read whole, or throws a ModelError of one line; else the error that it throws. */
export async function isHonest(read: () => OpenedModel | Promise<OpenedModel>): Promise<boolean> {
  try {
    readWhole(await read())
    return true
  } catch (error) {
    if (error instanceof ModelError && !error.message.includes('\n')) return true
    throw error
  }
}
