// Shapes and counts that follow from the config of a Keras layer and the shape of its input, where a file stores neither.

import { countIn, type Json, listOf, objectOf, sizesOf, textOf } from './json-value.ts'

/** Without the batch axis; a size that is open is null. */
export type Shape = readonly (number | null)[]

const SAME =
  /^(?:Activation|ReLU|LeakyReLU|PReLU|ELU|Softmax|ThresholdedReLU|.*Dropout\d?D?|GaussianNoise|.*Normalization|ActivityRegularization|Add|Subtract|Multiply|Average|Maximum|Minimum|Rescaling|Masking|MultiHeadAttention|Attention|Identity|Random\w+)$/

/** What comes out of a layer; undefined where it cannot be told. Sources: Keras' `compute_output_shape` of each layer. */
export function shapeAfter(kind: string, config: Json, inputs: readonly (Shape | undefined)[]): Shape | undefined {
  const [input] = inputs
  if (kind === 'Concatenate') return concatenated(config, inputs)
  if (kind === 'Reshape') return reshaped(config, input)
  if (kind === 'TimeDistributed' || kind === 'Bidirectional') return wrapped(kind, config, input)
  if (!input) return undefined
  if (SAME.test(kind)) return input
  if (kind === 'Dense') return [...input.slice(0, -1), countIn(config.units) ?? null]
  if (kind === 'Embedding') return [...input, countIn(config.output_dim) ?? null]
  if (kind === 'Flatten') return [product(input)]
  if (kind === 'RepeatVector') return [countIn(config.n) ?? null, ...input]
  if (/^(?:LSTM|GRU|SimpleRNN|RNN|CuDNNLSTM|CuDNNGRU)$/.test(kind)) {
    const units = countIn(config.units) ?? null
    return config.return_sequences === true ? [input[0] ?? null, units] : [units]
  }
  if (/^Global\w+Pooling\dD$/.test(kind)) return pooledWhole(config, input)
  return /^(?:\w*Conv\dD\w*|(?:Max|Average)Pooling\dD|UpSampling\dD|ZeroPadding\dD)$/.test(kind)
    ? windowed(kind, config, input)
    : undefined
}

/** Values that a layer learns or keeps; undefined where it cannot be told. */
export function parametersOf(kind: string, config: Json, inputs: readonly (Shape | undefined)[]): number | undefined {
  const [input] = inputs
  const channels = input?.at(config.data_format === 'channels_first' ? 0 : -1) ?? undefined
  if (kind === 'Embedding') return times(countIn(config.input_dim), countIn(config.output_dim))
  if (channels === undefined) return undefined
  const units = countIn(config.units) ?? countIn(config.filters)
  const bias = config.use_bias === false ? 0 : (units ?? 0)
  if (kind === 'Dense') return plus(times(channels, units), bias)
  if (kind === 'BatchNormalization') return channels * (2 + flag(config.scale) + flag(config.center))
  if (kind === 'LayerNormalization') return channels * (flag(config.scale) + flag(config.center))
  const gates = { LSTM: 4, GRU: 3, SimpleRNN: 1 }[kind]
  if (gates !== undefined && units !== undefined) {
    // a GRU whose reset comes after the product keeps two rows of biases
    const rows = kind === 'GRU' && config.reset_after !== false ? 2 : 1
    return gates * units * (channels + units + (config.use_bias === false ? 0 : rows))
  }
  return kernelOf(kind, config, channels, units)
}

function kernelOf(kind: string, config: Json, channels: number, units: number | undefined): number | undefined {
  const axes = axesOf(kind)
  const window = sizesOf(config.kernel_size, axes)?.reduce((all, size) => all * size, 1)
  if (!/Conv\dD/.test(kind) || window === undefined || /LSTM|Lambda/.test(kind)) return undefined
  const multiplier = countIn(config.depth_multiplier) ?? 1
  const biased = config.use_bias !== false
  if (/^Depthwise/.test(kind)) return channels * multiplier * (window + (biased ? 1 : 0))
  if (units === undefined) return undefined
  const bias = biased ? units : 0
  if (/^Separable/.test(kind)) return channels * multiplier * (window + units) + bias
  return (window * channels * units) / (countIn(config.groups) ?? 1) + bias
}

function axesOf(kind: string): number {
  return Number(/(\d)D/.exec(kind)?.[1] ?? 1)
}

function flag(value: unknown): number {
  return value === false ? 0 : 1
}

function times(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one * other
}

function plus(one: number | undefined, other: number): number | undefined {
  return one === undefined ? undefined : one + other
}

function product(shape: Shape): number | null {
  return shape.reduce<number | null>((all, size) => (all === null || size === null ? null : all * size), 1)
}

function concatenated(config: Json, inputs: readonly (Shape | undefined)[]): Shape | undefined {
  const [first] = inputs
  if (!first || inputs.some((one) => one?.length !== first.length)) return undefined
  const given = typeof config.axis === 'number' ? config.axis : -1
  // axes of the config count the batch
  const axis = given < 0 ? first.length + given : given - 1
  return first.map((size, at) => {
    if (at !== axis) return size
    const sizes = inputs.map((one) => one![at] ?? null)
    return sizes.includes(null) ? null : sizes.reduce<number>((sum, one) => sum + one!, 0)
  })
}

function reshaped(config: Json, input: Shape | undefined): Shape | undefined {
  const target = listOf(config.target_shape)
  if (target.length === 0) return undefined
  const known = target.reduce<number>((all, size) => all * (countIn(size) ?? 1), 1)
  const whole = input ? product(input) : null
  return target.map((size) => countIn(size) ?? (whole === null ? null : whole / known))
}

function wrapped(kind: string, config: Json, input: Shape | undefined): Shape | undefined {
  const layer = objectOf(config.layer)
  const inner = objectOf(layer?.config)
  const name = textOf(layer?.class_name)
  if (!inner || name === undefined) return undefined
  if (kind === 'TimeDistributed') {
    const after = input && shapeAfter(name, inner, [input.slice(1)])
    return after && [input[0] ?? null, ...after]
  }
  const after = shapeAfter(name, inner, [input])
  const joins = config.merge_mode === 'concat' || config.merge_mode === undefined
  return after && joins ? [...after.slice(0, -1), times(after.at(-1) ?? undefined, 2) ?? null] : after
}

function pooledWhole(config: Json, input: Shape): Shape {
  const first = config.data_format === 'channels_first'
  const channels = input.at(first ? 0 : -1) ?? null
  if (config.keepdims !== true) return [channels]
  const ones = input.slice(1).map(() => 1)
  return first ? [channels, ...ones] : [...ones, channels]
}

/** Convolutions, poolings and paddings: each axis of the window by itself. */
function windowed(kind: string, config: Json, input: Shape): Shape | undefined {
  const axes = axesOf(kind)
  const first = config.data_format === 'channels_first'
  const spatial = first ? input.slice(1) : input.slice(0, -1)
  if (spatial.length !== axes) return undefined
  const channels = input.at(first ? 0 : -1) ?? null
  const sizes = spatial.map((size, axis) => (size === null ? null : alongAxis(kind, config, size, axis, axes)))
  if (sizes.includes(undefined)) return undefined
  const out = channelsAfter(kind, config, channels)
  return first ? [out, ...(sizes as Shape)] : [...(sizes as Shape), out]
}

function channelsAfter(kind: string, config: Json, channels: number | null): number | null {
  if (/^Depthwise/.test(kind)) return times(channels ?? undefined, countIn(config.depth_multiplier) ?? 1) ?? null
  return /Conv/.test(kind) ? (countIn(config.filters) ?? null) : channels
}

function alongAxis(kind: string, config: Json, size: number, axis: number, axes: number): number | undefined {
  if (/^UpSampling/.test(kind)) return times(size, sizesOf(config.size, axes)?.[axis])
  if (/^ZeroPadding/.test(kind)) return padded(config.padding, size, axis, axes)
  const window = sizesOf(config.kernel_size ?? config.pool_size, axes)?.[axis]
  const stride = sizesOf(config.strides ?? config.pool_size ?? 1, axes)?.[axis]
  const dilation = sizesOf(config.dilation_rate ?? 1, axes)?.[axis] ?? 1
  if (window === undefined || stride === undefined || stride === 0) return undefined
  const reach = dilation * (window - 1) + 1
  if (/Transpose/.test(kind)) return config.padding === 'same' ? size * stride : (size - 1) * stride + reach
  if (config.padding === 'same' || config.padding === 'causal') return Math.ceil(size / stride)
  return Math.max(0, Math.floor((size - reach) / stride) + 1)
}

function padded(padding: unknown, size: number, axis: number, axes: number): number | undefined {
  const one = countIn(padding)
  if (one !== undefined) return size + 2 * one
  const many = listOf(padding)
  const pair = axes === 1 ? many : listOf(many[axis])
  const [before, after] = pair.length === 2 ? pair.map(countIn) : [countIn(many[axis]), countIn(many[axis])]
  return before === undefined || after === undefined ? undefined : size + before + after
}
