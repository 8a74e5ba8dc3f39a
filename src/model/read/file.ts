// Random access to the bytes of a model file, or of a piece of memory, that never gives what is not there.

import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { ModelError } from '../model-error.ts'

export interface Bytes {
  /** for messages */
  readonly path: string
  /** the format's name, for messages: "the PyTorch file is damaged" */
  readonly format: string
  readonly size: number
  /** `length` bytes from `at`; throws ModelError `model.error.damaged` where the file ends before. Not to be written to. */
  read(at: number, length: number): Uint8Array
  /** gives the file back; may be called twice */
  close(): void
}

/** Opens a plain file. Throws ModelError: `none`, `unreadable` (also for folders, pipes and devices), `empty`. */
export function openBytes(path: string, format = 'model'): Bytes {
  if (!plainFile(path)) throw new ModelError('model.error.unreadable', { path })
  let file: number | undefined = opened(path)
  const size = fstatSync(file).size
  const close = () => {
    if (file !== undefined) closeSync(file)
    file = undefined
  }
  if (size === 0) {
    close()
    throw new ModelError('model.error.empty', { path })
  }
  const read = (at: number, length: number) => {
    within(at, length, { path, format, size })
    const bytes = new Uint8Array(length)
    for (let got = 0; got < length; ) {
      const more = file === undefined ? 0 : readSync(file, bytes, got, length - got, at + got)
      if (more === 0) throw new ModelError('model.error.damaged', { path, format, what: `it ends at byte ${at + got}` })
      got += more
    }
    return bytes
  }
  return { path, format, size, read, close }
}

/** The same over memory; pieces that are read are views of it. */
export function bytesOf(array: Uint8Array, path = 'bytes', format = 'model'): Bytes {
  const size = array.byteLength
  const read = (at: number, length: number) => {
    within(at, length, { path, format, size })
    return array.subarray(at, at + length)
  }
  return { path, format, size, read, close: () => {} }
}

/** A part of other bytes, as bytes of their own: positions count from `start`. */
export function partOf(bytes: Bytes, start: number, size: number): Bytes {
  const { path, format } = bytes
  within(start, size, bytes)
  const read = (at: number, length: number) => {
    within(at, length, { path, format, size })
    return bytes.read(start + at, length)
  }
  return { path, format, size, read, close: () => {} }
}

/** A ModelError that says what is wrong with these bytes. */
export function damaged(bytes: Pick<Bytes, 'path' | 'format'>, what: string): ModelError {
  return new ModelError('model.error.damaged', { path: bytes.path, format: bytes.format, what })
}

function within(at: number, length: number, bytes: Pick<Bytes, 'path' | 'format' | 'size'>): void {
  const whole = Number.isSafeInteger(at) && Number.isSafeInteger(length) && at >= 0 && length >= 0
  if (!whole) throw damaged(bytes, `it claims a part at byte ${at} of ${length} bytes`)
  if (at + length > bytes.size) throw damaged(bytes, `it ends at byte ${bytes.size}, not at ${at + length}`)
}

/** Opening a pipe would wait for its writer. */
function plainFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch (error) {
    throw cannot(path, error)
  }
}

function opened(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw cannot(path, error)
  }
}

function cannot(path: string, error: unknown): ModelError {
  const code = (error as NodeJS.ErrnoException).code
  return new ModelError(code === 'ENOENT' || code === 'ENOTDIR' ? 'model.error.none' : 'model.error.unreadable', {
    path,
  })
}
