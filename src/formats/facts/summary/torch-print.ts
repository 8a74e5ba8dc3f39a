// What PyTorch prints for a module: `(fc1): Linear(in_features=784, out_features=128, bias=True)`.

import type { Layer } from '../../../record/run.ts'
import { defineSummary, rowsOf } from './summary.ts'

const HEAD = /^\s*([A-Z]\w{0,60})\($/
const CHILD = /^\s*\(([\w.-]{1,80})\): (?:\d+ x )?([A-Z]\w{0,60}) ?\((.*?)\)?\s*$/
const BRANCH = /^\s*\(([\w.-]{1,80})\): (?:\(?[\d-]*\)?:? ?(?:\d+ x )?)?[A-Z]\w{0,60}\($/

export default defineSummary({
  name: 'torch-print',
  open(tell) {
    const table = rowsOf(tell)
    let depth = 0
    const close = () => {
      table.close()
      depth = 0
    }
    return {
      line(text, number) {
        const cut = text.slice(0, 1_000)
        if (BRANCH.test(cut) || HEAD.test(cut)) {
          if (depth === 0) close()
          depth += 1
          return true
        }
        const child = CHILD.exec(cut)
        if (child) table.add(layerOf(child), cut, number)
        if (child) return true
        if (depth === 0 || !/^\s*\)\s*$/.test(cut)) return false
        depth -= 1
        if (depth === 0) close()
        return true
      },
      end: close,
    }
  },
})

function layerOf(child: RegExpExecArray): Layer {
  const [, name, kind, inside] = child as unknown as [string, string, string, string]
  const parameters = countOf(kind, inside)
  const rate = /Dropout/.test(kind) ? /^(?:p=)?(0?\.\d+|0|1)/.exec(inside) : null
  const units = /^Linear|^LazyLinear/.test(kind) ? outputs(inside) : undefined
  return {
    name,
    kind,
    ...(units === undefined ? {} : { shape: [units] }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(rate ? { dropout: Number(rate[1]) } : {}),
  }
}

function outputs(inside: string): number | undefined {
  const units = /out_features=(\d+)/.exec(inside)?.[1] ?? /^\d+ -> (\d+)/.exec(inside)?.[1]
  return units === undefined ? undefined : Number(units)
}

/** Weights and biases as the constructor's arguments make them; undefined where they do not tell. */
function countOf(kind: string, inside: string): number | undefined {
  const bias = /bias=False/.test(inside) ? 0 : 1
  const linear = /in_features=(\d+), out_features=(\d+)/.exec(inside) ?? /^(\d+) -> (\d+)$/.exec(inside)
  if (kind === 'Linear' && linear) return (Number(linear[1]) + bias) * Number(linear[2])
  const conv = /^(\d+), (\d+), kernel_size=\((\d+(?:, \d+){0,2}),?\)/.exec(inside)
  if (/^Conv[123]d$/.test(kind) && conv) {
    const size = conv[3]!.split(',').reduce((all, one) => all * Number(one), 1)
    const groups = Number(/groups=(\d+)/.exec(inside)?.[1] ?? 1)
    return (Number(conv[1]) / groups) * Number(conv[2]) * size + bias * Number(conv[2])
  }
  const norm =
    /^(?:BatchNorm\dd|GroupNorm)$/.test(kind) && !/affine=False/.test(inside)
      ? /^(\d+)(?:, (\d+)(?=,))?/.exec(inside)
      : null
  if (norm) return 2 * Number(kind === 'GroupNorm' ? norm[2] : norm[1])
  const embedding = kind === 'Embedding' ? /^(\d+), (\d+)/.exec(inside) : null
  if (embedding) return Number(embedding[1]) * Number(embedding[2])
  return /ReLU|Dropout|Pool|Softmax|Sigmoid|Tanh|Flatten|GELU|SiLU|Identity/.test(kind) ? 0 : undefined
}
