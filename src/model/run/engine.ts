// Loads ONNX Runtime: the WebAssembly build that whyloss brings along, or the native one where somebody installed it.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism, loadavg } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import type { Env, InferenceSessionFactory, TensorConstructor } from 'onnxruntime-common'
import { ModelError } from '../model-error.ts'

export interface Engine {
  /** name, version and threads */
  readonly name: string
  readonly threads: number
  readonly sessions: InferenceSessionFactory
  readonly Tensor: TensorConstructor
}

/** `native` is three to six times as fast (`npm run bench:explain`), but no sandbox stands around it. */
export type EngineKind = 'wasm' | 'native'

interface Runtime {
  readonly env: Env
  readonly InferenceSession: InferenceSessionFactory
  readonly Tensor: TensorConstructor
}

const here = createRequire(import.meta.url)
const GLUE = 'ort-wasm-simd-threaded.mjs'
const CODE = 'ort-wasm-simd-threaded.wasm'
/** Beyond this the threads of such small models wait for each other. */
const MOST_THREADS = 4

let wasm: Promise<Engine> | undefined

/**
 * The engine of that kind; where none is asked, the native one if `onnxruntime-node` is installed beside whyloss, else
 * the WebAssembly. Its threads are set by the first call of a process. Throws ModelError `run-engine`.
 */
export async function loadEngine(kind?: EngineKind, threads?: number): Promise<Engine> {
  const wanted = threads ?? freeThreads()
  const found = kind === 'wasm' ? undefined : nativePath()
  if (found !== undefined) return native(found, wanted)
  if (kind === 'native') throw new ModelError('model.error.run-engine', { engine: 'onnxruntime-node' })
  wasm ??= webAssembly(wanted)
  return wasm
}

/** Threads wait for each other in a busy loop: where other programs have the cores, two are half as fast as one. */
function freeThreads(): number {
  const free = availableParallelism() - Math.floor(loadavg()[0] ?? 0)
  return Math.max(1, Math.min(free, MOST_THREADS))
}

/** Looked for only where whyloss itself is installed, never in the folder that it is called in, which may be a stranger's. */
function nativePath(): string | undefined {
  try {
    return here.resolve('onnxruntime-node')
  } catch {
    return undefined
  }
}

async function native(path: string, threads: number): Promise<Engine> {
  const loaded: unknown = await import(pathToFileURL(path).href)
  const runtime = runtimeOf(loaded, 'onnxruntime-node')
  runtime.env.logLevel = 'fatal'
  return engineOf(runtime, 'onnxruntime-node', runtime.env.versions.node, threads)
}

async function webAssembly(threads: number): Promise<Engine> {
  const { glue, code } = await parts()
  const loaded: unknown = await import('onnxruntime-web')
  const runtime = runtimeOf(loaded, 'onnxruntime-web')
  runtime.env.logLevel = 'fatal'
  runtime.env.wasm.numThreads = threads
  runtime.env.wasm.wasmPaths = { mjs: pathToFileURL(glue).href }
  runtime.env.wasm.wasmBinary = code
  return engineOf(runtime, 'onnxruntime-web', runtime.env.versions.web, threads)
}

/** The two files that ONNX Runtime loads by itself: as the build packs them into dist/ort/, or as they are installed. */
async function parts(): Promise<{ glue: string; code: Uint8Array }> {
  const packed = ['./ort/', '../ort/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
  const home = packed.find((path) => existsSync(join(path, GLUE)))
  try {
    if (home === undefined) {
      const installed = dirname(here.resolve('onnxruntime-web'))
      return { glue: join(installed, GLUE), code: await readFile(join(installed, CODE)) }
    }
    const code = await promisify(brotliDecompress)(await readFile(join(home, `${CODE}.br`)))
    return { glue: join(home, GLUE), code }
  } catch {
    throw new ModelError('model.error.run-engine', { engine: 'onnxruntime-web' })
  }
}

function engineOf({ InferenceSession: sessions, Tensor }: Runtime, name: string, version = '', threads = 1): Engine {
  const word = threads === 1 ? 'thread' : 'threads'
  return { name: `${name} ${version}, ${threads} ${word}`.replace(' ,', ','), threads, sessions, Tensor }
}

/** A module of either build; the native one is CommonJS, whose names may lie in `default`. */
function runtimeOf(loaded: unknown, engine: string): Runtime {
  const inner = isObject(loaded) && !('InferenceSession' in loaded) ? loaded.default : loaded
  if (!isRuntime(inner)) throw new ModelError('model.error.run-engine', { engine })
  return inner
}

function isRuntime(one: unknown): one is Runtime {
  return isObject(one) && 'InferenceSession' in one && 'Tensor' in one && 'env' in one
}

function isObject(one: unknown): one is Record<string, unknown> {
  return typeof one === 'object' && one !== null
}
