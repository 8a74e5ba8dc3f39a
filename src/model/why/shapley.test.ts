import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linear, model, normalRows, singles, slowShapley } from './models.fixture.ts'
import { linearShapley, shapley } from './shapley.ts'

const tangled = model(5, ([a = 0, b = 0, c = 0, d = 0, e = 0]) => [
  a * b + Math.sin(c) - d * d * e,
  Math.tanh(a + e) * c,
])

describe('Shapley values', () => {
  test('are those of the definition, by all orders', async () => {
    const [rows, background] = [normalRows(3, 5, 1), normalRows(4, 5, 2)]
    for (const groups of [singles(5), [[0, 3], [1], [2, 4]], [[0, 1, 2, 3, 4]], [[0, 1, 2, 3], [4]]]) {
      const { phi, exact } = await shapley(tangled, rows, background, groups, { seed: 1 })
      expect(exact).toBe(true)
      for (let row = 0; row < rows.count; row++) {
        const slow = await slowShapley(tangled, rows.data.subarray(row * 5, row * 5 + 5), background, groups)
        const own = phi.subarray(row * groups.length * 2, (row + 1) * groups.length * 2)
        slow.flat().forEach((one, i) => {
          expect(own[i]).toBeCloseTo(one, 9)
        })
      }
    }
  })

  test('of a linear model are weight times distance from the mean, sampled as well as enumerated', async () => {
    const weights = Array.from({ length: 14 }, (_, i) => Math.cos(3 * i))
    const [rows, background] = [normalRows(2, 14, 3), normalRows(6, 14, 4)]
    const mean = Float64Array.from(weights, (_, i) => {
      let sum = 0
      for (let row = 0; row < 6; row++) sum += background.data[row * 14 + i]! / 6
      return sum
    })
    const groups = [[0, 1], ...singles(14).slice(2)]
    const closed = linearShapley(Float64Array.from(weights), 1, rows, mean, groups)
    for (const samples of [300, 1e5]) {
      const { phi, exact } = await shapley(linear(weights, 2), rows, background, groups, { seed: 5, samples })
      expect(exact).toBe(samples === 1e5)
      phi.forEach((one, i) => {
        expect(one).toBeCloseTo(closed[i]!, 6)
      })
    }
  })

  test('add up to the output, for any model and any number of samples', async () => {
    const weights = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 16 })
    await fc.assert(
      fc.asyncProperty(weights, fc.integer({ min: 40, max: 200 }), fc.integer(), async (list, samples, seed) => {
        const odd = model(list.length, (x) => [
          Math.tanh(list.reduce((sum, one, i) => sum + one * x[i]!, 0)) + x[0]! * x[x.length - 1]!,
        ])
        const [rows, background] = [normalRows(2, list.length, seed), normalRows(3, list.length, seed + 1)]
        const { phi, base, outputs } = await shapley(odd, rows, background, singles(list.length), { seed, samples })
        for (let row = 0; row < 2; row++) {
          const own = phi.subarray(row * list.length, (row + 1) * list.length)
          expect(base[0]! + own.reduce((sum, one) => sum + one, 0)).toBeCloseTo(outputs[row]!, 9)
          expect(own.every(Number.isFinite)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('of features that do the same are the same, and of one that does nothing 0', async () => {
    const even = model(6, (x) => [x[0]! * x[1]! * x[2]! + Math.exp(x[3]! + x[4]!)])
    const background = normalRows(5, 6, 6)
    for (let row = 0; row < 5; row++)
      for (const [i, j] of [
        [0, 1],
        [3, 4],
      ] as const)
        background.data[row * 6 + j] = background.data[row * 6 + i]!
    const rows = { count: 1, data: Float32Array.of(0.5, 0.5, -1, 0.3, 0.3, 9) }
    const { phi } = await shapley(even, rows, background, singles(6), { seed: 1 })
    expect(phi[0]).toBeCloseTo(phi[1]!, 9)
    expect(phi[3]).toBeCloseTo(phi[4]!, 9)
    expect(phi[5]).toBeCloseTo(0, 9)
  })

  test('of what never varies are exactly 0, and the others as without it', async () => {
    const [rows, background] = [normalRows(2, 3, 7), normalRows(4, 3, 8)]
    for (const { data, count } of [rows, background]) for (let row = 0; row < count; row++) data[row * 3 + 1] = 2
    const three = model(3, (x) => [x[0]! * x[1]! * x[2]!])
    const { phi } = await shapley(three, rows, background, singles(3), { seed: 1 })
    const joined = await shapley(three, rows, background, [[0], [1, 2]], { seed: 1 })
    expect([phi[1], phi[4]]).toEqual([0, 0])
    expect([...joined.phi].map((one) => one.toFixed(9))).toEqual(
      [phi[0], phi[2], phi[3], phi[5]].map((one) => one!.toFixed(9)),
    )
  })

  test('of a background in blocks add up, are exact for a linear model and near for another', async () => {
    const weights = Array.from({ length: 13 }, (_, i) => Math.sin(5 * i) + 1)
    const [rows, background] = [normalRows(2, 13, 11), normalRows(110, 13, 12)]
    const mean = Float64Array.from(weights, (_, i) => {
      let sum = 0
      for (let row = 0; row < 110; row++) sum += background.data[row * 13 + i]! / 110
      return sum
    })
    const asked: number[] = []
    const straight = linear(weights, 1)
    const predict = (data: Float32Array, count: number) => {
      asked.push(count)
      return straight.predict(data, count)
    }
    const options = { seed: 3, samples: 1600 }
    const own = await shapley({ ...straight, predict }, rows, background, singles(13), options)
    const closed = linearShapley(Float64Array.from(weights), 1, rows, mean, singles(13))
    own.phi.forEach((one, i) => {
      expect(one).toBeCloseTo(closed[i]!, 5)
    })
    // 400 coalitions of each block, whose rows together are the background
    expect(asked.reduce((sum, one) => sum + one, 0)).toBe(2 * 400 * 110 + 110 + 2)
    const curved = model(13, (x) => [Math.tanh(x[0]! * x[1]! + x[2]!) + x.reduce((sum, one) => sum + one, 0) ** 2 / 20])
    const [part, whole] = [
      await shapley(curved, rows, background, singles(13), options),
      await shapley(curved, rows, background, singles(13), { seed: 3, samples: 1e5 }),
    ]
    expect([part.exact, whole.exact]).toEqual([false, true])
    expect(part.base[0]).toBeCloseTo(whole.base[0]!, 9)
    const size = Math.max(...whole.phi.map(Math.abs))
    for (let row = 0; row < 2; row++) {
      const sum = part.phi.subarray(row * 13, (row + 1) * 13).reduce((all, one) => all + one, part.base[0]!)
      expect(sum).toBeCloseTo(part.outputs[row]!, 9)
    }
    part.phi.forEach((one, i) => {
      expect(Math.abs(one - whole.phi[i]!)).toBeLessThan(0.05 * size)
    })
  })

  test('of sampled coalitions come near those of all', async () => {
    const curved = model(13, (x) => [x.reduce((sum, one, i) => sum + one * (i % 3) + (i > 0 ? one * x[i - 1]! : 0), 0)])
    const [rows, background] = [normalRows(2, 13, 9), normalRows(5, 13, 10)]
    const whole = await shapley(curved, rows, background, singles(13), { seed: 1, samples: 2 ** 13 })
    const part = await shapley(curved, rows, background, singles(13), { seed: 1, samples: 1200 })
    expect([whole.exact, part.exact]).toEqual([true, false])
    const size = Math.max(...whole.phi.map(Math.abs))
    part.phi.forEach((one, i) => {
      expect(Math.abs(one - whole.phi[i]!)).toBeLessThan(0.05 * size)
    })
  })
})
