// Bytes into text: UTF-8 however it is cut, UTF-16 where a byte order mark says so, malformed bytes replaced.

export interface Decoder {
  /** the text of a chunk; what was cut in the middle of a character comes with the next */
  push(chunk: Uint8Array): string
  end(): string
}

/** Opens a decoder; the first bytes choose between UTF-8 and UTF-16. */
export function openDecoder(): Decoder {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let first: Uint8Array = new Uint8Array(0)
  function start(chunk: Uint8Array, last: boolean): string {
    first = joined(first, chunk)
    if (first.length < 2 && !last) return ''
    decoder = new TextDecoder(encodingOf(first))
    return decoder.decode(first, { stream: true })
  }
  return {
    push: (chunk) => (decoder === undefined ? start(chunk, false) : decoder.decode(chunk, { stream: true })),
    end: () =>
      (decoder === undefined ? start(new Uint8Array(0), true) : '') +
      (decoder as InstanceType<typeof TextDecoder>).decode(),
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length)
  out.set(a)
  out.set(b, a.length)
  return out
}
