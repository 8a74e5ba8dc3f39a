import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ModelError } from '../model-error.ts'
import { bytesOf } from './file.ts'
import { DAMAGE, damagedBytes, valuesOfTensor } from './files.fixture.ts'
import { hdf5 } from './hdf5.fixture.ts'
import { openHdf5 } from './hdf5.ts'

const values = (count: number) => Array.from({ length: count }, (_, i) => i / 8 - 1)
const TREE = {
  attributes: { model_config: '{"a": 1}', layer_names0: ['dense', 'b'], layer_names1: ['c'] },
  groups: { vars: { datasets: { 10: { shape: [2], values: [7, 8] }, 2: { shape: [2, 3], values: values(6) } } } },
}

describe('an HDF5 file', () => {
  test('gives attributes, groups and datasets', async () => {
    const file = await openHdf5(bytesOf(await hdf5(TREE)))
    expect(file.attribute('/', 'model_config')).toBe('{"a": 1}')
    expect(file.attribute('/', 'layer_names')).toEqual(['dense', 'b', 'c'])
    expect(file.attribute('/', 'nothing')).toBeUndefined()
    expect(file.keys('/vars')).toEqual(['2', '10'])
    expect([file.kind('/vars'), file.kind('/vars/2'), file.kind('/nowhere')]).toEqual(['group', 'dataset', 'other'])
    const tensor = file.tensor('/vars/2', 'w')
    expect(tensor).toMatchObject({ name: 'w', type: 'float32', shape: [2, 3] })
    expect(valuesOfTensor(tensor)).toEqual(values(6))
    file.close()
    file.close()
  })

  test('is read in pieces, row after row, and in blocks where it is large', async () => {
    const shape = [3, 70_000]
    const many = Array.from({ length: 210_000 }, (_, i) => i)
    const file = await openHdf5(bytesOf(await hdf5({ datasets: { w: { shape, values: many } } })))
    const pieces = [...file.tensor('/w')!.pieces!()]
    expect(pieces.every((piece) => piece.length <= 65_536)).toBe(true)
    expect(pieces.flatMap((piece) => [...piece])).toEqual(many)
    file.close()
  })

  test('that is no HDF5, or cut off, is refused in one line', async () => {
    const whole = await hdf5(TREE)
    for (const bytes of [new Uint8Array(600), whole.slice(0, whole.length - 200), whole.slice(0, 40)])
      await expect(openHdf5(bytesOf(bytes))).rejects.toMatchObject({ id: 'model.error.damaged' })
  })

  test('that is damaged is refused or read honestly, and others can be read after it', async () => {
    const whole = await hdf5(TREE)
    await fc.assert(
      fc.asyncProperty(DAMAGE, async (damage) => {
        try {
          const file = await openHdf5(bytesOf(damagedBytes(whole, damage)))
          for (const key of file.keys('/vars')) valuesOfTensor(file.tensor(`/vars/${key}`))
          file.attribute('/', 'layer_names')
          file.close()
        } catch (error) {
          if (!(error instanceof ModelError)) throw error
        }
      }),
      { numRuns: 150 },
    )
    const file = await openHdf5(bytesOf(whole))
    expect(valuesOfTensor(file.tensor('/vars/10'))).toEqual([7, 8])
    file.close()
  }, 120_000)
})
