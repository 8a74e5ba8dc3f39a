// Turns the text of a packed column back into its numbers, in slices that never hold the page up.

export type Numbers = Float32Array | Float64Array

/** Characters of base64 that are decoded at a stretch; a multiple of 4. */
const SLICE = 1 << 20
/** Numbers whose bytes are put together at a stretch. */
const ROWS = 1 << 19

/** base64 of deflate-raw of bytes in planes -> numbers (see src/diagnosis/page.ts). Rejects for damaged text. */
export async function decode(text: string, type: 'float32' | 'float64'): Promise<Numbers> {
  const planes = await inflate(text)
  const size = type === 'float32' ? 4 : 8
  const rows = planes.length / size
  if (!Number.isInteger(rows)) throw new Error('a column of the page is damaged')
  const bytes = new Uint8Array(planes.length)
  for (let from = 0; from < rows; from += ROWS) {
    const to = Math.min(rows, from + ROWS)
    for (let byte = 0; byte < size; byte++) {
      const plane = byte * rows
      for (let row = from; row < to; row++) bytes[row * size + byte] = planes[plane + row]!
    }
    if (to < rows) await breath()
  }
  return type === 'float32' ? new Float32Array(bytes.buffer) : new Float64Array(bytes.buffer)
}

async function inflate(text: string): Promise<Uint8Array> {
  const source = new ReadableStream<BufferSource>({
    async start(controller) {
      for (let from = 0; from < text.length; from += SLICE) {
        controller.enqueue(bytesOf(text.slice(from, from + SLICE)))
        if (from + SLICE < text.length) await breath()
      }
      controller.close()
    },
  })
  const stream = source.pipeThrough(new DecompressionStream('deflate-raw'))
  const chunks: Uint8Array[] = []
  let length = 0
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    length += value.length
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** The browser's own decoder where it has one: it is ten times as fast. */
const own = (Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }).fromBase64

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (own) return own(text)
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** Lets the browser answer the user before the work goes on. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
}
