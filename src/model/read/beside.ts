// Files beside a model that it names: plain names only, each opened once, and words out of files as they may stand in a line.

import { basename, dirname, join } from 'node:path'
import { ModelError } from '../model-error.ts'
import { type Bytes, openBytes } from './file.ts'

/** Opens the files beside the model, each once. */
export interface Beside {
  open(name: string): Bytes
  close(): void
}

/** Files beside `path`. A name that leads elsewhere is not followed. Throws a ModelError where one is missing. */
export function beside(path: string, format: string): Beside {
  const files = new Map<string, Bytes>()
  return {
    open(name) {
      const known = files.get(name)
      if (known) return known
      const plain = name !== '' && name !== '.' && name !== '..' && basename(name) === name && !name.includes('\\')
      if (!plain)
        throw new ModelError('model.error.damaged', { path, format, what: `it names a file elsewhere: ${said(name)}` })
      try {
        const file = openBytes(join(dirname(path), name), format)
        files.set(name, file)
        return file
      } catch (error) {
        if (error instanceof ModelError && error.id === 'model.error.none')
          throw new ModelError('model.error.shard', { path, shard: name })
        throw error
      }
    },
    close() {
      for (const file of files.values()) file.close()
    },
  }
}

/** A word out of a file, as it may stand in a line. */
export function said(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').slice(0, 200)
}
