// What every source format is: it recognises its own bytes and turns them into entries, however they are cut.

import type { Emit } from '../record/entry.ts'

/** The beginning of a source (at most 64 KiB) and what its path says. */
export interface Head {
  readonly bytes: Uint8Array
  /** the same bytes as text, malformed UTF-8 replaced */
  readonly text: string
  /** base name, or '' for standard input */
  readonly name: string
}

/** Reads one source from its first byte to its last. Chunks may be cut anywhere; a truncated tail is no error. */
export interface Reader {
  push(chunk: Uint8Array): void
  end(): void
}

export interface Format {
  /** also the file's name and the name in reports */
  readonly name: string
  readonly title: string
  /** text formats say false for bytes that are not theirs, quickly and without throwing */
  recognises(head: Head): boolean
  /** throws ReadError where the bytes cannot be what they seem, naming the byte or line */
  open(emit: Emit, head: Head): Reader
}

export function defineFormat(format: Format): Format {
  return format
}

/** A source that cannot be read: `message` is a message id of the locales, with its values. */
export class ReadError extends Error {
  readonly id: string
  readonly values: Readonly<Record<string, string | number>>
  constructor(id: string, values: Readonly<Record<string, string | number>> = {}) {
    super(id)
    this.id = id
    this.values = values
  }
}
