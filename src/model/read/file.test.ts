import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ModelError } from '../model-error.ts'
import { bytesOf, openBytes, partOf } from './file.ts'

const folder = mkdtempSync(join(tmpdir(), 'whyloss-bytes-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('bytes', () => {
  const path = join(folder, 'ten')
  writeFileSync(
    path,
    Uint8Array.from({ length: 10 }, (_, i) => i),
  )

  it('of a file and of memory are the same', () => {
    const file = openBytes(path, 'test')
    const memory = bytesOf(
      Uint8Array.from({ length: 10 }, (_, i) => i),
      path,
      'test',
    )
    for (const bytes of [file, memory, partOf(bytesOf(new Uint8Array(12)), 1, 10)]) expect(bytes.size).toBe(10)
    for (const bytes of [file, memory]) {
      expect([...bytes.read(8, 2)]).toEqual([8, 9])
      expect([...partOf(bytes, 3, 4).read(1, 2)]).toEqual([4, 5])
      expect(bytes.read(10, 0)).toHaveLength(0)
      for (const [at, length] of [
        [9, 2],
        [-1, 1],
        [0, 2 ** 50],
        [Number.NaN, 1],
        [2 ** 60, 0],
        [0.5, 1],
        [0, -1],
      ] as const) {
        expect(() => bytes.read(at, length)).toThrow(ModelError)
      }
      expect(() => partOf(bytes, 3, 4).read(0, 5)).toThrow('it ends at byte 4, not at 5')
    }
    file.close()
    file.close()
    expect(() => file.read(0, 1)).toThrow(ModelError)
  })

  it('are of plain files that hold something', () => {
    const id = (of: string) => {
      try {
        openBytes(of)
      } catch (error) {
        return error instanceof ModelError ? error.id : error
      }
    }
    writeFileSync(join(folder, 'empty'), '')
    expect(id(join(folder, 'nowhere'))).toBe('model.error.none')
    expect(id(folder)).toBe('model.error.unreadable')
    expect(id('/dev/null')).toBe('model.error.unreadable')
    expect(id(join(folder, 'empty'))).toBe('model.error.empty')
  })
})
