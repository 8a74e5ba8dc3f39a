// scikit-learn's own reports: its iterations are epochs, and what its linear models print beside the loss are no losses.

import { fact } from '../../../record/fact.ts'
import type { DialectReader, Line, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { numberOf } from '../numbers.ts'

export default defineDialect({ name: 'sklearn', title: 'scikit-learn', turn: 15, open })

/** Eight decimals, as `MLPClassifier` and `MLPRegressor` print it; others' iterations are steps. */
const ITERATION = /^Iteration (\d{1,9}), loss = (-?\d{1,330}\.\d{8}|-?inf|nan)\s*$/
const SCORE = /^Validation score: (-?\d{1,9}\.\d{6}|nan)\s*$/
const EPOCH = /^-- Epoch (\d{1,9})\s*$/
const LINEAR =
  /^Norm: (\S{1,40}), NNZs: \d{1,12}, Bias: \S{1,40}, T: (\d{1,15}), Avg\. loss: (\S{1,340}?)(?:, Objective: \S{1,340})?\s*$/
const TIME = /^Total training time: [\d.]{1,12} seconds\.\s*$/
/** SciPy's L-BFGS-B under the solver lbfgs. */
const ITERATE =
  /^\s?At iterate\s{1,9}(\d{1,9})\s{1,9}f=\s{0,4}(-?[\d.]{1,30}D[-+]\d{1,3})\s{1,9}\|proj g\|=\s{0,4}([\d.]{1,30}D[-+]\d{1,3})\s*$/
const STOPPED =
  /^(?:Training loss|Validation score) did not improve more than tol=[\d.]{1,12} for \d{1,6} consecutive epochs\. Stopping\.|^Convergence after \d{1,9} epochs took [\d.]{1,12} seconds/
const MOST =
  /ConvergenceWarning: (?:Stochastic Optimizer: Maximum iterations \((\d{1,9})\) reached|Maximum number of iteration reached)/

function open(sink: TextSink): DialectReader {
  let epoch: number | undefined
  /** examples seen after the epoch before, as the linear models count them */
  let seen = 0
  const at = () => ({ epoch, axis: 'epoch', mean: 'epoch' }) as const
  function linear(norm: string, count: number, loss: string, line: Line): void {
    tell(sink, 'loss', loss, at())
    tell(sink, 'weight norm', norm, { epoch, axis: 'epoch' })
    const quote = `T: ${count}`
    if (epoch === 1) sink.fact(fact('examples_train', count, quote, `line ${line.number}`, 'log'))
    seen = count
  }
  return {
    line(line) {
      const { text } = line
      const first = text.charCodeAt(0)
      // I, V, N, -, T, C, a blank or A; or a path before a warning
      if (first === 73) {
        const [, number, loss] = ITERATION.exec(text) ?? []
        if (number === undefined) return false
        epoch = Number(number)
        return tell(sink, 'loss', loss!, at())
      }
      if (epoch !== undefined && SCORE.test(text))
        return tell(sink, 'Validation score', SCORE.exec(text)![1]!, { epoch, axis: 'epoch', split: 'val' })
      const begins = EPOCH.exec(text)
      if (begins) {
        epoch = Number(begins[1])
        return true
      }
      const [, norm, count, average] = (epoch !== undefined && LINEAR.exec(text)) || []
      if (norm !== undefined) {
        linear(norm, Number(count), average!, line)
        return true
      }
      if (seen > 0 && TIME.test(text)) return true
      return iterate(text, sink) || ends(line, sink)
    },
    busy: () => epoch !== undefined,
  }
}

function tell(sink: TextSink, name: string, value: string, at: Parameters<TextSink['point']>[2]): boolean {
  const number = numberOf(value.replace('D', 'e'))
  if (number === undefined) return false
  sink.point(name, number, at)
  return true
}

function iterate(text: string, sink: TextSink): boolean {
  const [, number, loss, norm] = (text.includes('At iterate') && ITERATE.exec(text)) || []
  if (number === undefined) return false
  const at = { step: Number(number), axis: 'step' } as const
  tell(sink, 'gradient norm', norm!, at)
  return tell(sink, 'loss', loss!, at)
}

/** How a fit ended: by its tolerance, or by the number of epochs that it was allowed. */
function ends({ text, number }: Line, sink: TextSink): boolean {
  const stop = STOPPED.exec(text)
  if (stop) {
    sink.event({ kind: 'early-stop', text: stop[0] })
    return true
  }
  const most = text.includes('ConvergenceWarning') ? MOST.exec(text) : null
  if (most?.[1]) sink.fact(fact('epochs', Number(most[1]), most[0], `line ${number}`, 'log'))
  return most !== null
}
