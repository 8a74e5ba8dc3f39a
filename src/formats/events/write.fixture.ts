// Event files as TensorFlow, Keras, torch and TensorBoard's plugins lay them out: for tests.

import { maskedCrc } from '../wire/crc32c.ts'

export type Field = readonly [field: number, value: Written]
export type Written =
  | Uint8Array
  | string
  | { readonly double: number }
  | { readonly float: number }
  | { readonly varint: number | bigint }

/** A message of fields: bytes and text are length-delimited. */
export function message(...fields: readonly Field[]): Uint8Array {
  return Buffer.concat(fields.map(([field, value]) => written(field, value)))
}

function written(field: number, value: Written): Uint8Array {
  if (typeof value === 'string') return written(field, Buffer.from(value))
  if (value instanceof Uint8Array) return Buffer.concat([varint(field * 8 + 2), varint(value.length), value])
  if ('varint' in value) return Buffer.concat([varint(field * 8), varint(value.varint)])
  const bytes = Buffer.alloc('double' in value ? 8 : 4)
  if ('double' in value) bytes.writeDoubleLE(value.double)
  else bytes.writeFloatLE(value.float)
  return Buffer.concat([varint(field * 8 + ('double' in value ? 1 : 5)), bytes])
}

function varint(value: number | bigint): Uint8Array {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  do {
    bytes.push(Number(rest & 127n) | (rest > 127n ? 128 : 0))
    rest >>= 7n
  } while (rest > 0n)
  return Buffer.from(bytes)
}

/** A TFRecord around `data`. */
export function record(data: Uint8Array): Uint8Array {
  const head = Buffer.alloc(12)
  head.writeBigUInt64LE(BigInt(data.length))
  head.writeUInt32LE(maskedCrc(head, 0, 8), 8)
  const tail = Buffer.alloc(4)
  tail.writeUInt32LE(maskedCrc(data, 0, data.length))
  return Buffer.concat([head, data, tail])
}

export function event(step: number | bigint, ...rest: readonly Field[]): Uint8Array {
  const at: Field[] = [[1, { double: 1.7e9 }]]
  if (step !== 0) at.push([2, { varint: step }])
  return record(message(...at, ...rest))
}

export const VERSION = event(0, [3, 'brain.Event:2'])

/** An event with the values of one summary, each the fields of a Summary.Value. */
export function summary(step: number | bigint, ...values: readonly (readonly Field[])[]): Uint8Array {
  return event(step, [5, message(...values.map((value): Field => [1, message(...value)]))])
}

export function scalar(step: number | bigint, tag: string, value: number): Uint8Array {
  return summary(step, [
    [1, tag],
    [2, { float: value }],
  ])
}

/** SummaryMetadata{1 plugin_data{1 plugin_name, 2 content}} */
export function metadata(plugin: string, content: Uint8Array = new Uint8Array(0)): Uint8Array {
  return message([1, message([1, plugin], [2, content])])
}

/** A scalar as TensorFlow 2 writes it: a tensor, its plugin named at the first value only. */
export function tensorScalar(step: number, tag: string, tensor: Uint8Array, first: boolean): Uint8Array {
  const value: Field[] = [
    [1, tag],
    [8, tensor],
  ]
  if (first) value.push([9, metadata('scalars')])
  return summary(step, value)
}

export function file(...records: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat([VERSION, ...records]))
}
