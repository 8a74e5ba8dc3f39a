import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ModelError } from '../model-error.ts'
import { bytesOf } from './file.ts'
import { DAMAGE, damagedBytes } from './files.fixture.ts'
import { sortedTable } from './sstable.fixture.ts'
import { isTable, tableEntries } from './sstable.ts'

const KEYS = fc.uniqueArray(fc.stringMatching(/^[a-c/]{0,12}$/), { maxLength: 20 })
const entriesOf = (keys: readonly string[]) => keys.map((key, at) => [key, Uint8Array.from([at, 255])] as const)

describe('a sorted table', () => {
  test('gives back its keys, whatever they share', () => {
    fc.assert(
      fc.property(KEYS, fc.integer({ min: 1, max: 7 }), (keys, most) => {
        const bytes = bytesOf(sortedTable(entriesOf(keys), most))
        const read = new Map(tableEntries(bytes).map(({ key, value }) => [key, [...value]]))
        expect(isTable(bytes)).toBe(true)
        expect(read).toEqual(new Map(entriesOf(keys).map(([key, value]) => [key, [...value]])))
      }),
    )
  })

  test('says where it is packed by Snappy', () => {
    const bytes = sortedTable([['a', new Uint8Array(1)]])
    // behind the one entry of five bytes and its restart
    bytes[5 + 8] = 1
    expect(() => tableEntries(bytesOf(bytes))).toThrow(/Snappy/)
  })

  test('that is damaged is refused or read honestly', () => {
    const whole = sortedTable(entriesOf(['', 'a', 'a/b', 'a/c', 'b/kernel', 'b/bias', 'c']), 2)
    fc.assert(
      fc.property(DAMAGE, (damage) => {
        try {
          tableEntries(bytesOf(damagedBytes(whole, damage)))
        } catch (error) {
          if (!(error instanceof ModelError)) throw error
        }
      }),
      { numRuns: 1000 },
    )
  })
})
