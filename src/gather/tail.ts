// The bytes that are appended to a file, whatever becomes of its name meanwhile.

import { type FileHandle, open, stat } from 'node:fs/promises'

const CHUNK = 1 << 20
/** so much is read at once at most: whoever watches must stay awake */
const MOST = 8 << 20

export interface Tail {
  /**
   * Hands over what was appended since the last call; resolves to whether that was anything. Before bytes that begin at
   * the beginning again (the file was cut, or another one lies under its name) `anew` is called.
   */
  read(take: (bytes: Uint8Array) => void, anew: () => void): Promise<boolean>
  /** how many bytes of the present file were handed over */
  readonly offset: () => number
  /** size and number of the file that is read; undefined where none is open */
  file(): Promise<{ readonly size: number; readonly id: string } | undefined>
  close(): Promise<void>
}

/** What tells a file from any other, whatever it is called. */
export function idOf({ dev, ino }: { readonly dev: number; readonly ino: number }): string {
  return `${dev}:${ino}`
}

/**
 * Follows the file at a path. One that was moved away is read to its end before the next one under the name; it is held
 * open until then, so that its number is not given to another.
 */
export function tail(path: string): Tail {
  let file: FileHandle | undefined
  let offset = 0
  const chunk = new Uint8Array(CHUNK)
  const drain = async (from: FileHandle, take: (bytes: Uint8Array) => void): Promise<boolean> => {
    let read = 0
    while (read < MOST) {
      const { bytesRead } = await from.read(chunk, 0, CHUNK, offset)
      if (bytesRead === 0) break
      offset += bytesRead
      read += bytesRead
      take(chunk.slice(0, bytesRead))
    }
    return read > 0
  }
  return {
    async read(take, anew) {
      const there = await stat(path).catch(() => undefined)
      if (file === undefined) {
        if (!there?.isFile()) return false
        file = await open(path, 'r')
        return drain(file, take)
      }
      const own = await file.stat()
      if (own.size < offset) {
        anew()
        offset = 0
      }
      if (await drain(file, take)) return true
      if (there === undefined || idOf(there) === idOf(own)) return false
      await file.close()
      file = undefined
      anew()
      offset = 0
      file = await open(path, 'r')
      return drain(file, take)
    },
    offset: () => offset,
    async file() {
      const at = await file?.stat()
      return at && { size: at.size, id: idOf(at) }
    },
    async close() {
      await file?.close()
      file = undefined
    },
  }
}
