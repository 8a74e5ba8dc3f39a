// Puts together again what exporters take apart: GELU, SiLU, Mish and layer normalisation, written as several operations.

import { type Graph, type GraphNode, makersOf } from './graph.ts'

interface Near {
  readonly makers: ReadonlyMap<string, GraphNode>
  readonly users: ReadonlyMap<string, readonly GraphNode[]>
  readonly graph: Graph
}

/** A node that stands for several: the last of them, and those that go. */
interface Joined {
  readonly last: GraphNode
  readonly node: GraphNode
  readonly gone: readonly GraphNode[]
}

/** The graph with each known pattern as one node in the place of its last; others as they were. */
export function joinedPatterns(graph: Graph): Graph {
  const users = new Map<string, GraphNode[]>()
  for (const node of graph.nodes)
    for (const input of new Set(node.inputs)) {
      const known = users.get(input)
      if (known) known.push(node)
      else users.set(input, [node])
    }
  const near: Near = { makers: makersOf(graph.nodes), users, graph }
  const gone = new Set<GraphNode>()
  const stands = new Map<GraphNode, GraphNode>()
  for (const node of graph.nodes) {
    const found = patternAt(node, near)
    if (!found || [found.last, ...found.gone].some((one) => gone.has(one) || stands.has(one))) continue
    stands.set(found.last, found.node)
    for (const one of found.gone) gone.add(one)
  }
  const nodes = graph.nodes.filter((node) => !gone.has(node)).map((node) => stands.get(node) ?? node)
  return { ...graph, nodes }
}

function patternAt(node: GraphNode, near: Near): Joined | undefined {
  if (node.op === 'Erf') return gelu(node, near)
  if (node.op === 'Mul') return gated(node, near)
  return node.op === 'Div' ? layerNorm(node, near) : undefined
}

/** x / sqrt 2 -> Erf -> + 1 -> * x -> * 0.5, the two products in either order (Hendrycks & Gimpel 2016). */
function gelu(erf: GraphNode, near: Near): Joined | undefined {
  const before = near.makers.get(erf.inputs[0] ?? '')
  const source = before?.inputs.find((name) => !near.graph.stored.has(name))
  const plus = onlyUser(erf, 'Add', near)
  const times = plus && onlyUser(plus, 'Mul', near)
  if (!before || source === undefined || !plus || !times) return undefined
  const other = times.inputs.find((name) => name !== plus.outputs[0]) ?? ''
  if (other !== source) {
    const half = near.makers.get(other)
    if (half?.op !== 'Mul' || !half.inputs.includes(source)) return undefined
    return joined('Gelu', source, times, [before, erf, plus, half])
  }
  const half = onlyUser(times, 'Mul', near)
  return half && joined('Gelu', source, half, [before, erf, plus, times])
}

/** x * sigmoid(x) is SiLU, x * tanh(softplus(x)) is Mish. */
function gated(node: GraphNode, near: Near): Joined | undefined {
  for (const [at, other] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const source = node.inputs[at] ?? ''
    const gate = near.makers.get(node.inputs[other] ?? '')
    if (!gate || near.graph.stored.has(source)) continue
    if (gate.op === 'Sigmoid' && gate.inputs[0] === source) return joined('Silu', source, node, [gate])
    if (gate.op === 'HardSigmoid' && gate.inputs[0] === source) return joined('HardSwish', source, node, [gate])
    const soft = gate.op === 'Tanh' ? near.makers.get(gate.inputs[0] ?? '') : undefined
    if (soft?.op === 'Softplus' && soft.inputs[0] === source) return joined('Mish', source, node, [gate, soft])
  }
  return undefined
}

/** (x - mean x) / sqrt(var + eps) * scale + shift, as exporters write it before opset 17 (Ba et al. 2016). */
function layerNorm(div: GraphNode, near: Near): Joined | undefined {
  const minus = near.makers.get(div.inputs[0] ?? '')
  const root = near.makers.get(div.inputs[1] ?? '')
  const mean = minus && near.makers.get(minus.inputs[1] ?? '')
  if (minus?.op !== 'Sub' || root?.op !== 'Sqrt' || mean?.op !== 'ReduceMean') return undefined
  const source = minus.inputs[0] ?? ''
  if (mean.inputs[0] !== source) return undefined
  const times = onlyUser(div, 'Mul', near)
  const scale = times?.inputs.find((name) => near.graph.stored.has(name))
  if (!times || scale === undefined) return undefined
  const plus = onlyUser(times, 'Add', near)
  const shift = plus?.inputs.find((name) => near.graph.stored.has(name))
  const last = plus && shift !== undefined ? plus : times
  const inputs = [source, scale, ...(shift === undefined ? [] : [shift])]
  const gone = [minus, mean, root, div, times].filter((one) => one !== last)
  return { last, gone, node: { ...last, op: 'LayerNormalization', name: div.name, inputs, attributes: new Map() } }
}

function joined(op: string, source: string, last: GraphNode, gone: readonly GraphNode[]): Joined {
  return { last, gone, node: { ...last, op, inputs: [source], attributes: new Map() } }
}

/** The one node of that kind that uses the first output of `node`. */
function onlyUser(node: GraphNode, op: string, near: Near): GraphNode | undefined {
  const users = near.users.get(node.outputs[0] ?? '') ?? []
  return users.length === 1 && users[0]!.op === op ? users[0] : undefined
}
