// Writes small ONNX files, field by field of onnx.proto.

type Bytes = readonly number[]

function varint(value: number): Bytes {
  return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]
}

const number = (field: number, value: number): Bytes => [...varint(field * 8), ...varint(value)]
const bytes = (field: number, value: Bytes): Bytes => [...varint(field * 8 + 2), ...varint(value.length), ...value]
const text = (field: number, value: string): Bytes => bytes(field, [...Buffer.from(value)])

export type TypeName = 'float32' | 'int64' | 'string' | 'float64' | 'float16'
const TYPES: Readonly<Record<TypeName, number>> = { float32: 1, int64: 7, string: 8, float16: 10, float64: 11 }

/** An input or output: its axes are numbers, or names where they are left open. */
export function value(name: string, type: TypeName, axes: readonly (number | string)[]): Bytes {
  const dimensions = axes.flatMap((one) => bytes(1, typeof one === 'number' ? number(1, one) : text(2, one)))
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, TYPES[type]), ...bytes(2, dimensions)]))]
}

export const raw = (values: readonly number[]): Bytes => [...new Uint8Array(Float32Array.from(values).buffer)]

export function tensor(name: string, shape: readonly number[], values: readonly number[]): Bytes {
  return [...shape.flatMap((one) => number(1, one)), ...number(2, 1), ...text(8, name), ...bytes(9, raw(values))]
}

/** A tensor of floats whose bytes lie in another file. */
export function external(name: string, shape: readonly number[], location: string): Bytes {
  const entry = bytes(13, [...text(1, 'location'), ...text(2, location)])
  return [...shape.flatMap((one) => number(1, one)), ...number(2, 1), ...text(8, name), ...entry, ...number(14, 1)]
}

/** `attributes` are whole numbers, or lists of them. */
export function node(
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Readonly<Record<string, number | readonly number[]>> = {},
): Bytes {
  const stored = Object.entries(attributes).flatMap(([name, one]) =>
    bytes(5, [
      ...text(1, name),
      ...(typeof one === 'number'
        ? [...number(3, one), ...number(20, 2)]
        : [...one.flatMap((i) => number(8, i)), ...number(20, 7)]),
    ]),
  )
  return [
    ...inputs.flatMap((one) => text(1, one)),
    ...outputs.flatMap((one) => text(2, one)),
    ...text(4, operator),
    ...stored,
  ]
}

export interface Graph {
  readonly nodes: readonly Bytes[]
  readonly inputs: readonly Bytes[]
  readonly outputs: readonly Bytes[]
  readonly weights?: readonly Bytes[]
}

export function onnx({ nodes, inputs, outputs, weights = [] }: Graph): Uint8Array {
  const graph = [
    ...nodes.flatMap((one) => bytes(1, one)),
    ...text(2, 'small'),
    ...weights.flatMap((one) => bytes(5, one)),
    ...inputs.flatMap((one) => bytes(11, one)),
    ...outputs.flatMap((one) => bytes(12, one)),
  ]
  return Uint8Array.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, number(2, 13))])
}
