// How fast console text is read: megabytes a second of Keras bars, PyTorch prints, noise, and all of them mixed.

import text from '../src/formats/text.ts'

const CHUNK = 256 * 1024
const TOTAL = 200 * 1024 * 1024

type Writer = (line: number) => string

/** Measures each kind of text over a quarter of the total, the mix over all of it, and prints the speeds. */
export async function main(only?: string): Promise<void> {
  for (const [name, writer, share] of KINDS.filter(([kind]) => only === undefined || kind === only)) {
    const chunks = written(writer, Math.ceil((TOTAL * share) / CHUNK))
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    let points = 0
    const started = performance.now()
    const before = process.cpuUsage()
    const reader = text.open(
      (entry) => {
        if (entry.kind === 'point') points++
      },
      { bytes: chunks[0] as Uint8Array, text: '', name: 'bench.log' },
    )
    for (const chunk of chunks) reader.push(chunk)
    reader.end()
    const seconds = (performance.now() - started) / 1000
    const used = process.cpuUsage(before)
    const cpu = (used.user + used.system) / 1e6
    const speed = (time: number) => (bytes / 1e6 / time).toFixed(0).padStart(5)
    console.log(
      `${name.padEnd(14)} ${speed(seconds)} MB/s (${speed(cpu)} MB/s of processor time), ${points} points in ${(bytes / 1e6).toFixed(0)} MB`,
    )
  }
}

/** Pseudo-random numbers in [0, 1), the same in every run (mulberry32). */
function randoms(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const random = randoms(7)
const BATCHES = 100

function keras(line: number): string {
  const batch = line % (BATCHES + 1)
  const epoch = Math.floor(line / (BATCHES + 1)) + 1
  if (batch === 0) return `Epoch ${epoch}/100000\n`
  const loss = (2 / epoch + random() * 0.1).toFixed(4)
  const acc = (1 - 0.5 / epoch - random() * 0.01).toFixed(4)
  const bar = '='.repeat(Math.floor((29 * batch) / BATCHES))
  if (batch < BATCHES) {
    const shown = ` ${batch}/${BATCHES} [${bar}>${'.'.repeat(29 - bar.length)}] - ETA: ${BATCHES - batch}s - loss: ${loss} - accuracy: ${acc}`
    return batch % 2 === 0 ? `${shown}\r` : `${shown}${'\b'.repeat(shown.length)}\n`
  }
  return `${batch}/${BATCHES} [${bar}=] - 12s 7ms/step - loss: ${loss} - accuracy: ${acc} - val_loss: ${(random() + 0.2).toFixed(4)} - val_accuracy: ${(0.9 + random() * 0.05).toFixed(4)}\n`
}

function pytorch(line: number): string {
  const step = line * 64
  const loss = (2.3 / (1 + line / 1000) + random() * 0.1).toFixed(6)
  // A program prints in one way for long.
  switch (Math.floor(line / 400) % 5) {
    case 0:
      return `Train Epoch: ${1 + Math.floor(step / 60000)} [${step % 60000}/60000 (${Math.floor((step % 60000) / 600)}%)]\tLoss: ${loss}\n`
    case 1:
      return `2025-11-21 10:${10 + (line % 50)}:12,123 - INFO - epoch ${Math.floor(line / 1000)}, step ${line}: loss=${loss}, acc=${random().toFixed(4)}, lr=${(0.1 / (1 + line)).toExponential(3)}\n`
    case 2:
      return `Epoch: [${Math.floor(line / 1000)}][${line % 1000}/1000]\tTime 0.401 (0.418)\tData 0.001 (0.021)\tLoss ${loss} (${loss})\tPrec@1 ${(random() * 100).toFixed(3)} (58.594)\n`
    case 3:
      return `iter ${line}: loss ${loss}, time ${(100 + random()).toFixed(2)}ms, mfu ${(30 + random()).toFixed(2)}%\n`
    default:
      return `{'loss': ${loss}, 'grad_norm': ${random().toFixed(4)}, 'learning_rate': ${(1e-4 * random()).toExponential(6)}, 'epoch': ${(line / 1e5).toFixed(2)}}\n`
  }
}

const NOISE: readonly string[] = [
  '/opt/conda/lib/python3.10/site-packages/torch/nn/functional.py:718: UserWarning: Named tensors and all their associated APIs are an experimental feature\n',
  'Downloading: 100%|##########| 433M/433M [00:12<00:00, 35.2MB/s]\n',
  'Failed to get attribute namespace of object type torch._ops.OpOverload, skipping it for all following dumps.\n',
  '[INFO] worker 17 processed shard 00042-of-01024 in 3.21 s (host node-07, pid 31337)\n',
  'module._blocks.11._depthwise_conv.weight: False\n',
  '\n',
  'tensor([[0.1231, 0.4432, -0.0031],\n        [0.9921, -0.2210, 0.0044]], grad_fn=<AddmmBackward0>)\n',
  'GPU 0: NVIDIA H100 80GB (UUID: GPU-b801c947-42e3-78e7-9453-864bf831c809) 61C 412W / 700W | 71234MiB / 81559MiB\n',
]

function noise(line: number): string {
  return NOISE[line % NOISE.length] as string
}

/** Runs of bars and of prints in turn, with a little noise between, as long logs are. */
function mix(line: number): string {
  const part = Math.floor(line / 2020) % 2
  if (line % 20 === 19) return noise((line / 20) | 0)
  return part === 0 ? keras(line) : pytorch(line)
}

const KINDS: readonly (readonly [string, Writer, number])[] = [
  ['keras bars', keras, 0.25],
  ['pytorch prints', pytorch, 0.25],
  ['noise', noise, 0.25],
  ['mix', mix, 1],
]

/** Different chunks, each used several times so that they fit in memory; lines go on over their ends. */
function written(writer: Writer, count: number): Uint8Array[] {
  const chunks: Uint8Array[] = []
  const encoder = new TextEncoder()
  let line = 0
  for (let i = 0; i < count; i++) {
    const parts: string[] = []
    let length = 0
    while (length < CHUNK) {
      const part = writer(line++)
      parts.push(part)
      length += part.length
    }
    chunks.push(encoder.encode(parts.join('')))
  }
  return chunks
}

if (process.argv[1]?.endsWith('text.ts')) await main()
