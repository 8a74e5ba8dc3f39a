// A model as a graph of operations, whichever format it came from: nodes, stored tensors, what goes in and out.

import { ModelError } from './model-error.ts'
import type { Tensor } from './opened.ts'

export type AttributeValue = number | string | readonly number[] | readonly string[]

export interface GraphNode {
  readonly name: string
  readonly op: string
  /** names of values; '' where an optional input is left out */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes: ReadonlyMap<string, AttributeValue>
}

export interface GraphPort {
  readonly name: string
  /** as `Tensor.type`; '' where the file does not tell */
  readonly type: string
  /** with the batch axis; a size that is open is null. Absent where the file does not tell */
  readonly shape?: readonly (number | null)[]
}

export interface Graph {
  readonly nodes: readonly GraphNode[]
  /** stored tensors by the name of their value */
  readonly stored: ReadonlyMap<string, Tensor>
  /** what a caller must give */
  readonly inputs: readonly GraphPort[]
  readonly outputs: readonly GraphPort[]
  /** shapes of values within, with the batch axis, as far as the file tells them */
  readonly shapes: ReadonlyMap<string, readonly (number | null)[]>
}

/** The nodes so that each stands after all that feed it; in the file's order where that is so. Throws where they are a ring. */
export function inOrder(nodes: readonly GraphNode[], path: string, format: string): readonly GraphNode[] {
  const places = new Map(nodes.flatMap((node, at) => node.outputs.map((name) => [name, at] as const)))
  places.delete('')
  const waits = nodes.map((node) => [...new Set(node.inputs.flatMap((name) => places.get(name) ?? []))])
  return waits.every((makers, at) => makers.every((maker) => maker < at)) ? nodes : sorted(nodes, waits, path, format)
}

/** Kahn, A. B. (1962). Topological sorting of large networks. */
function sorted(nodes: readonly GraphNode[], waits: readonly (readonly number[])[], path: string, format: string) {
  const open = waits.map((makers) => makers.length)
  const feeds: number[][] = nodes.map(() => [])
  waits.forEach((makers, at) => {
    for (const maker of makers) feeds[maker]!.push(at)
  })
  const ready = open.flatMap((count, at) => (count === 0 ? [at] : []))
  for (let next = 0; next < ready.length; next++)
    for (const fed of feeds[ready[next]!]!) if (--open[fed]! === 0) ready.push(fed)
  if (ready.length < nodes.length) {
    const stuck = nodes[open.findIndex((count) => count > 0)]!
    throw new ModelError('model.error.damaged', { path, format, what: `its graph runs in a circle at ${stuck.name}` })
  }
  return ready.map((at) => nodes[at]!)
}

/** Which node makes a value. */
export function makersOf(nodes: readonly GraphNode[]): ReadonlyMap<string, GraphNode> {
  return new Map(
    nodes.flatMap((node) => node.outputs.filter((name) => name !== '').map((name) => [name, node] as const)),
  )
}
