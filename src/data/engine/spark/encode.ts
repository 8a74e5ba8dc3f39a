// Writes protocol buffers: Spark Connect's requests are made of texts and of messages in messages only.

const encoder = new TextEncoder()

/** A field whose value is a text, or a message that is given by its fields. */
export function field(number: number, value: string | readonly Uint8Array[]): Uint8Array {
  const bytes = typeof value === 'string' ? encoder.encode(value) : joined(value)
  // 2: what follows is a length and so many bytes
  return joined([varint(number * 8 + 2), varint(bytes.length), bytes])
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  while (rest > 0x7f) {
    bytes.push((rest % 128) | 0x80)
    rest = Math.floor(rest / 128)
  }
  return Uint8Array.from([...bytes, rest])
}
