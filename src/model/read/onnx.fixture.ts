// A small writer of ONNX for the tests.

import { field, floatField, floats, message } from './files.fixture.ts'

export type Attribute = number | string | readonly number[] | { readonly float: number }

export function tensor(name: string, shape: readonly number[], values: readonly number[]): Uint8Array {
  return message(...shape.map((size) => field(1, size)), field(2, 1), field(8, name), field(9, floats(values)))
}

export function node(
  op: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Readonly<Record<string, Attribute>> = {},
): Uint8Array {
  return message(
    ...inputs.map((name) => field(1, name)),
    ...outputs.map((name) => field(2, name)),
    field(3, `/${outputs[0]}/${op}`),
    field(4, op),
    ...Object.entries(attributes).map(([name, value]) => field(5, message(field(1, name), ...attribute(value)))),
  )
}

function attribute(value: Attribute): readonly Uint8Array[] {
  if (typeof value === 'number') return [field(3, value)]
  if (typeof value === 'string') return [field(4, value)]
  return Array.isArray(value) ? value.map((one) => field(8, one)) : [floatField(2, (value as { float: number }).float)]
}

/** `null` is a size that is open. */
export function port(name: string, shape: readonly (number | null)[]): Uint8Array {
  const dims = shape.map((size) => field(1, size === null ? field(2, 'batch') : field(1, size)))
  return message(field(1, name), field(2, field(1, message(field(1, 1), field(2, message(...dims))))))
}

export interface GraphParts {
  readonly nodes: readonly Uint8Array[]
  readonly tensors?: readonly Uint8Array[]
  readonly inputs?: readonly Uint8Array[]
  readonly outputs?: readonly Uint8Array[]
  readonly values?: readonly Uint8Array[]
}

export function onnx({ nodes, tensors = [], inputs = [], outputs = [], values = [] }: GraphParts): Uint8Array {
  const graph = message(
    ...nodes.map((one) => field(1, one)),
    ...tensors.map((one) => field(5, one)),
    ...inputs.map((one) => field(11, one)),
    ...outputs.map((one) => field(12, one)),
    ...values.map((one) => field(13, one)),
  )
  return message(field(1, 8), field(2, 'pytorch'), field(7, graph), field(8, field(2, 17)))
}
