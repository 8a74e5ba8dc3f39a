// Runs an ONNX file on rows of numbers, in batches that keep the memory bounded.

import { readFileSync } from 'node:fs'
import type { InferenceSession, OnnxValue } from 'onnxruntime-common'
import { ModelError } from '../model-error.ts'
import { openBytes } from '../read/file.ts'
import { type Engine, type EngineKind, loadEngine } from './engine.ts'
import { externalFiles } from './external.ts'
import type { Runner } from './runner.ts'
import { cast, numbers, outputOf, type Port, portsOf } from './values.ts'

export interface RunOptions {
  /** values of a row, for a graph that leaves them open */
  readonly features?: number
  /** default: the native one where it is installed */
  readonly engine?: EngineKind
  /** default: one a core that nobody uses, at most four; of the WebAssembly, set by the first call of a process */
  readonly threads?: number
}

/** Bytes of a model with all its weights: they lie twice in memory for a while, and WebAssembly has four GiB. */
const MOST_BYTES = 2 ** 30
/** Values and rows of one run: what stays in a core's cache is three times as fast as a batch of 1e5 rows. */
const BATCH_VALUES = 2 ** 14
const BATCH_ROWS = 1024

/** What it has to say is in the error. */
const QUIET = { logSeverityLevel: 4 } as const

interface Opened {
  readonly path: string
  readonly engine: Engine
  readonly session: InferenceSession
  readonly ports: readonly Port[]
  readonly width: number
  readonly output: string
}

/**
 * Opens an ONNX file to run it; nothing beside it is read but files of weights that it names plainly.
 * Throws ModelError: those of openBytes, `limit`, `shard`, `run-engine` without ONNX Runtime, `run` with the engine's reason.
 */
export async function openOnnx(path: string, options: RunOptions = {}): Promise<Runner> {
  const opened = await openSession(path, options)
  try {
    const tried = await trial(opened)
    return runnerOf(opened, tried.batch, tried.outputs)
  } catch (error) {
    await opened.session.release()
    throw error
  }
}

async function openSession(path: string, options: RunOptions): Promise<Opened> {
  const bytes = fileOf(path)
  const externalData = externalFiles(path, bytes, MOST_BYTES)
  const engine = await loadEngine(options.engine, options.threads)
  const session = await engine.sessions
    .create(bytes, {
      intraOpNumThreads: engine.threads,
      interOpNumThreads: 1,
      ...QUIET,
      ...(externalData.length > 0 ? { externalData } : {}),
    })
    .catch((error: unknown) => refused(path, error))
  try {
    const ports = portsOf(path, session.inputMetadata, options.features)
    const width = ports.reduce((sum, one) => sum + one.width, 0)
    return { path, engine, session, ports, width, output: outputOf(path, session.outputMetadata) }
  } catch (error) {
    await session.release()
    throw error
  }
}

function fileOf(path: string): Uint8Array {
  const { size, close } = openBytes(path, 'ONNX')
  close()
  if (size > MOST_BYTES)
    throw new ModelError('model.error.limit', { path, what: `${size} bytes`, most: `${MOST_BYTES} bytes` })
  return readFileSync(path)
}

/** How many rows one run takes, and how many values a row gives: what the graph says of both is not always so. */
async function trial(opened: Opened): Promise<{ batch: number; outputs: number }> {
  const { ports, width } = opened
  const told = ports.some((one) => !one.batched) ? 1 : ports.find((one) => one.fixed !== undefined)?.fixed
  const free = Math.max(1, Math.min(BATCH_ROWS, Math.floor(BATCH_VALUES / width)))
  const sizes = told === undefined ? [2, 1] : [told]
  let failure: unknown
  for (const size of sizes) {
    try {
      const given = await once(opened, new Float32Array(size * width), size)
      if (given.length === 0 || given.length % size !== 0)
        throw new ModelError('model.error.run', {
          path: opened.path,
          message: `its output ${opened.output} has ${given.length} values for ${size} rows`,
        })
      return { batch: size === 2 && told === undefined ? free : size, outputs: given.length / size }
    } catch (error) {
      // the first failure is of the model as it was meant
      failure ??= error
    }
  }
  throw failure
}

function runnerOf(opened: Opened, batch: number, outputs: number): Runner {
  const { path, width, session } = opened
  const exactly = opened.ports.some((one) => !one.batched || one.fixed !== undefined)
  let live = true
  const run = async (rows: Float32Array, count: number) => {
    if (rows.length < count * width)
      throw new RangeError(`${count} rows of ${width} values are more than ${rows.length} values`)
    const out = new Float64Array(count * outputs)
    for (let at = 0; at < count; at += batch) {
      const own = Math.min(batch, count - at)
      const given = await once(opened, piece(rows, at, own, width, exactly ? batch : own), exactly ? batch : own)
      if (given.length < own * outputs)
        throw new ModelError('model.error.run', { path, message: `${given.length} values for ${own} rows` })
      out.set(given.subarray(0, own * outputs), at * outputs)
    }
    return out
  }
  const close = async () => {
    if (live) await session.release()
    live = false
  }
  return { inputs: width, outputs, engine: opened.engine.name, run, close }
}

/** Rows from `at`; where the graph wants more of them than there are, zeros follow. */
function piece(rows: Float32Array, at: number, own: number, width: number, wanted: number): Float32Array {
  const part = rows.subarray(at * width, (at + own) * width)
  if (own === wanted) return part
  const padded = new Float32Array(wanted * width)
  padded.set(part)
  return padded
}

/** One run of the graph. */
async function once(opened: Opened, rows: Float32Array, count: number): Promise<Float64Array> {
  const { path, engine, session, ports, width, output } = opened
  const feeds: Record<string, OnnxValue> = {}
  let offset = 0
  for (const port of ports) {
    const shape = port.batched ? [count, ...port.shape] : [...port.shape]
    // the types of ONNX Runtime know each pair of a name and an array; ours come from one table
    feeds[port.name] = new engine.Tensor(
      port.type as 'float32',
      cast(port, rows, count, width, offset) as Float32Array,
      shape,
    )
    offset += port.width
  }
  const given = await session.run(feeds, [output], { ...QUIET }).catch((error: unknown) => refused(path, error))
  const tensor = given[output]
  const values = tensor && numbers(tensor.type, tensor.data)
  tensor?.dispose()
  if (!values) throw new ModelError('model.error.run', { path, message: `its output ${output} holds no numbers` })
  return values
}

/** The engine's reason as a part of one line. */
function refused(path: string, error: unknown): never {
  const text = error instanceof Error ? error.message : String(error)
  const message = text
    .replace(/^.*ERROR_MESSAGE: /s, '')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, 300)
    .replace(/\.$/, '')
  throw new ModelError('model.error.run', { path, message: message || 'ONNX Runtime gives no reason' })
}
