import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ByName, layersByName } from './layers-by-name.ts'

type Shapes = Readonly<Record<string, readonly number[]>>

const grouped = (shapes: Shapes, how?: ByName) =>
  layersByName(
    Object.entries(shapes).map(([name, shape]) => ({ name, tensor: { name, type: 'float32', shape } })),
    how,
  )
/** `layer kind: role of each tensor`. */
const told = (shapes: Shapes, how?: ByName) =>
  grouped(shapes, how).layers.map(
    ({ name, kind, weights }) => `${name} ${kind}: ${weights.map(({ role }) => role).join(' ')}`,
  )

describe('layers by the names of PyTorch', () => {
  it.each<[Shapes, string]>([
    [{ 'fc.weight': [8, 4], 'fc.bias': [8] }, 'fc Linear: kernel bias'],
    [{ weight: [8, 4], bias: [8] }, 'model Linear: kernel bias'],
    [{ 'a.b.conv.weight': [8, 4, 3] }, 'a.b.conv Conv1d: kernel'],
    [{ 'conv.weight': [8, 4, 3, 3], 'conv.bias': [8] }, 'conv Conv2d: kernel bias'],
    [{ 'conv.weight': [8, 4, 3, 3, 3] }, 'conv Conv3d: kernel'],
    [{ 'x.weight': [8, 4, 3, 3], 'x.bias': [4] }, 'x ConvTranspose2d: kernel bias'],
    [{ 'deconv.weight': [8, 8, 3, 3], 'deconv.bias': [8] }, 'deconv ConvTranspose2d: kernel bias'],
    [
      { 'bn.weight': [4], 'bn.bias': [4], 'bn.running_mean': [4], 'bn.running_var': [4], 'bn.num_batches_tracked': [] },
      'bn BatchNorm: scale shift mean variance other',
    ],
    [{ 'ln.weight': [4], 'ln.bias': [4] }, 'ln LayerNorm: scale shift'],
    [{ 'LayerNorm.gamma': [4], 'LayerNorm.beta': [4] }, 'LayerNorm LayerNorm: scale shift'],
    [{ 'input_layernorm.weight': [4] }, 'input_layernorm RMSNorm: scale'],
    [{ 'act.weight': [1] }, 'act PReLU: scale'],
    [{ 'transformer.wte.weight': [99, 8] }, 'transformer.wte Embedding: embedding'],
    [{ 'embed_out.weight': [99, 8], 'embed_out.bias': [99] }, 'embed_out Linear: kernel bias'],
    [{ pos_embed: [1, 9, 8] }, 'pos_embed tensor: embedding'],
    [{ cls_token: [1, 1, 8] }, 'cls_token tensor: other'],
    [
      { 'rnn.weight_ih_l0': [16, 3], 'rnn.weight_hh_l0': [16, 4], 'rnn.bias_ih_l0': [16] },
      'rnn LSTM: kernel recurrent bias',
    ],
    [{ 'rnn.weight_ih_l0': [12, 3], 'rnn.weight_hh_l0': [12, 4] }, 'rnn GRU: kernel recurrent'],
    [{ 'cell.weight_ih': [4, 3], 'cell.weight_hh': [4, 4] }, 'cell RNNCell: kernel recurrent'],
    [{ 'attn.in_proj_weight': [24, 8], 'attn.in_proj_bias': [24] }, 'attn MultiheadAttention: kernel bias'],
    [{ 'fc.weight_g': [5, 1], 'fc.weight_v': [5, 3], 'fc.bias': [5] }, 'fc Linear: scale kernel bias'],
    [
      { 'fc.parametrizations.weight.original0': [5, 1], 'fc.parametrizations.weight.original1': [5, 3] },
      'fc Linear: scale kernel',
    ],
    [{ 'q_proj.lora_A.default.weight': [4, 8] }, 'q_proj.lora_A.default LoRA: kernel'],
    [{ 'q.lora_A': [4, 8], 'q.lora_B': [8, 4] }, 'q LoRA: kernel kernel'],
    [{ 'blk.0.attn_q.weight': [8, 8] }, 'blk.0.attn_q Linear: kernel'],
  ])('%j is %s', (shapes, layer) => {
    expect(told(shapes)).toEqual([layer])
  })

  it('count fans with the window, and parameters without running statistics', () => {
    const { layers } = grouped({
      'c.weight': [8, 4, 3, 3],
      'c.bias': [8],
      'n.weight': [8],
      'n.running_mean': [8],
      'n.running_var': [8],
    })
    expect(layers).toMatchObject([{ parameters: 296, fanIn: 36, fanOut: 72 }, { parameters: 8 }])
  })

  it('do not count masks and tables that are stored beside what is trained', () => {
    const { layers } = grouped({
      'attn.bias': [1, 1, 9, 9],
      'attn.masked_bias': [],
      'attn.c.weight': [2, 2],
      inv_freq: [4],
    })
    expect(layers.map(({ parameters }) => parameters)).toEqual([0, 0, 4, 0])
    expect(layers[0]!.weights[0]!.role).toBe('other')
  })

  it("tell GPT-2's matrices, which lie the other way round, also where they are square", () => {
    const rows = {
      'h.0.c_attn.weight': [8, 24],
      'h.0.c_attn.bias': [24],
      'h.0.c_proj.weight': [8, 8],
      'h.0.c_proj.bias': [8],
    }
    expect(grouped(rows).layers).toMatchObject([
      { kind: 'Conv1D', fanIn: 8, fanOut: 24 },
      { kind: 'Conv1D', weights: [{ outAxis: 1, inAxis: 0 }, {}] },
    ])
    expect(
      told({
        'h.0.c_attn.weight': [24, 8],
        'h.0.c_attn.bias': [24],
        ...{ 'h.0.c_proj.weight': [8, 8], 'h.0.c_proj.bias': [8] },
      }),
    ).toEqual(['h.0.c_attn Linear: kernel bias', 'h.0.c_proj Linear: kernel bias'])
  })

  it('keep the order of definition, sort numbers, and say where it is a row', () => {
    const order = (names: readonly string[], how?: ByName) => {
      const { layers, ordered } = grouped(Object.fromEntries(names.map((name) => [`${name}.weight`, [2, 2]])), how)
      return [layers.map(({ name }) => name), ordered]
    }
    expect(order(['stem', 'h.10', 'h.2', 'a'])).toEqual([['stem', 'h.2', 'h.10', 'a'], false])
    expect(order(['net.0', 'net.3', 'net.10'])).toEqual([['net.0', 'net.3', 'net.10'], true])
    expect(order(['0', '2'])).toEqual([['0', '2'], true])
    expect(order(['conv1', 'norm1', 'conv2', 'norm2'])).toEqual([['conv1', 'norm1', 'conv2', 'norm2'], false])
    expect(order(['layer1', 'layer10', 'layer2'], { natural: true })).toEqual([['layer1', 'layer2', 'layer10'], false])
  })
})

describe('layers by the names of Keras', () => {
  it.each<[Shapes, string]>([
    [{ 'dense/kernel:0': [4, 8], 'dense/bias:0': [8] }, 'dense Dense: kernel bias'],
    [{ 'a/b/kernel/.ATTRIBUTES/VARIABLE_VALUE': [3, 3, 4, 8] }, 'a/b Conv2D: kernel'],
    [{ 'c/depthwise_kernel': [3, 3, 4, 1] }, 'c DepthwiseConv2D: kernel'],
    [{ 'l/kernel': [3, 16], 'l/recurrent_kernel': [4, 16], 'l/bias': [16] }, 'l LSTM: kernel recurrent bias'],
    [{ 'e/embeddings': [99, 8] }, 'e Embedding: embedding'],
    [
      { 'n/gamma': [4], 'n/beta': [4], 'n/moving_mean': [4], 'n/moving_variance': [4] },
      'n BatchNormalization: scale shift mean variance',
    ],
    [{ 'n/gamma': [4], 'n/beta': [4] }, 'n LayerNormalization: scale shift'],
  ])('%j is %s', (shapes, layer) => {
    expect(told(shapes, { layout: 'keras' })).toEqual([layer])
  })

  it('have their units last', () => {
    const { layers } = grouped({ 'dense/kernel': [4, 8], 'conv/kernel': [3, 3, 4, 8] }, { layout: 'keras' })
    expect(layers).toMatchObject([
      { fanIn: 4, fanOut: 8 },
      { fanIn: 36, fanOut: 72 },
    ])
  })
})

describe('layers of any names', () => {
  it('hold every tensor once, and lose none of their values', () => {
    const name = fc.stringMatching(/^[a-z0-9_]{0,4}([./][a-z0-9_]{0,4}){0,5}(\.weight|\.bias|\/kernel:0)?$/)
    const names = fc.uniqueArray(name, { maxLength: 30 })
    fc.assert(
      fc.property(names, fc.constantFrom<ByName>({}, { layout: 'keras' }, { natural: true }), (names, how) => {
        const { layers } = grouped(Object.fromEntries(names.map((one) => [one, [2, 3]])), how)
        const held = layers.flatMap(({ weights }) => weights.map(({ tensor }) => tensor.name))
        expect(held.sort()).toEqual([...names].sort())
        expect(layers.reduce((sum, { parameters }) => sum + parameters!, 0)).toBe(6 * names.length)
      }),
    )
  })

  it('may have a thousand parts, and a hundred thousand neighbours', () => {
    const deep = `${'a.'.repeat(5000)}weight`
    expect(grouped({ [deep]: [2, 2] }).layers).toHaveLength(1)
    const wide = Object.fromEntries(Array.from({ length: 130_000 }, (_, i) => [`x${i}.weight`, [1, 1]]))
    expect(grouped(wide).layers).toHaveLength(130_000)
  })
})
