import { describe, expect, test } from 'vitest'
import { lime } from './lime.ts'
import { linear, model, normalRows, singles } from './models.fixture.ts'
import type { Predicting } from './predictor.ts'

const training = normalRows(300, 4, 1)
for (let row = 0; row < 300; row++) {
  training.data[row * 4 + 1]! *= 5
  training.data[row * 4 + 2]! += 3
}
const spreads = [0, 1, 2, 3].map((i) => {
  const own = Array.from({ length: 300 }, (_, row) => training.data[row * 4 + i]!)
  const mean = own.reduce((sum, one) => sum + one / 300, 0)
  return Math.sqrt(own.reduce((sum, one) => sum + (one - mean) ** 2 / 300, 0))
})
const rows = normalRows(3, 4, 2)

/** Keeps what it is asked. */
function heard(own: Predicting): { own: Predicting; rows: number[][] } {
  const list: number[][] = []
  const predict = (data: Float32Array, count: number) => {
    for (let row = 0; row < count; row++) list.push([...data.subarray(row * own.features, (row + 1) * own.features)])
    return own.predict(data, count)
  }
  return { own: { ...own, predict }, rows: list }
}

describe('LIME', () => {
  test('finds the weights of a linear model, a standard deviation each', async () => {
    const weights = [1, -2, 0, 0.5]
    const given = await lime(linear(weights, 4), rows, training, singles(4), { seed: 1 })
    for (let row = 0; row < 3; row++)
      weights.forEach((one, i) => {
        // the penalty of 1 shrinks a little
        expect(given.weights[row * 4 + i]! / (spreads[i]! * (one || 1))).toBeCloseTo(one === 0 ? 0 : 1, 1)
      })
    expect(Math.min(...given.fit)).toBeGreaterThan(0.99)
  })

  test('is where its own objective has no slope', async () => {
    const curved = model(4, (x) => [Math.sin(x[0]!) + x[1]! * x[3]!, x[2]! ** 2])
    const { own, rows: asked } = heard(curved)
    const given = await lime(own, rows, training, singles(4), { seed: 3, samples: 200 })
    const means = [0, 1, 2, 3].map((i) => {
      let sum = 0
      for (let row = 0; row < 300; row++) sum += training.data[row * 4 + i]! / 300
      return sum
    })
    const scaled = (x: readonly number[]) => x.map((one, i) => (one - means[i]!) / spreads[i]!)
    const points = [...asked.slice(0, 200), asked[200]!]
    const x = scaled(points[200]!)
    const kernel = points.map((p) => {
      const distance = Math.hypot(...scaled(p).map((one, i) => one - x[i]!))
      return Math.sqrt(Math.exp(-(distance ** 2) / (0.75 * 2) ** 2))
    })
    const outputs = await curved.predict(Float32Array.from(points.flat()), 201)
    for (const o of [0, 1]) {
      const loss = (weights: readonly number[]) => {
        const residual = points.map(
          (p, r) => outputs[r * 2 + o]! - scaled(p).reduce((s, one, i) => s + one * weights[i]!, 0),
        )
        const total = kernel.reduce((s, one) => s + one, 0)
        const intercept = residual.reduce((s, one, r) => s + (one * kernel[r]!) / total, 0)
        const squares = residual.reduce((s, one, r) => s + kernel[r]! * (one - intercept) ** 2, 0)
        return squares + weights.reduce((s, one) => s + one ** 2, 0)
      }
      const best = [0, 1, 2, 3].map((i) => given.weights[i * 2 + o]!)
      best.forEach((_, i) => {
        const moved = (by: number) => loss(best.map((one, j) => (j === i ? one + by : one)))
        expect((moved(1e-3) - moved(-1e-3)) / 2e-3).toBeCloseTo(0, 4)
      })
    }
  })

  test('takes a group of several features as a category', async () => {
    const words = {
      count: 60,
      data: Float32Array.from({ length: 60 * 3 }, (_, at) => (Math.floor(at / 3) % 3 === at % 3 ? 1 : 0)),
    }
    const own = model(3, (x) => [x[0]! * 2 + x[1]!])
    const given = await lime(own, { count: 1, data: Float32Array.of(1, 0, 0) }, words, [[0, 1, 2]], { seed: 4 })
    // 2 with its own, else 0 or 1
    expect(given.weights[0]).toBeCloseTo(1.5, 1)
  })

  test('asks for the points once for all rows, and gives the same by the same seed', async () => {
    const { own, rows: asked } = heard(linear([1, 1, 1, 1]))
    const first = await lime(own, rows, training, singles(4), { seed: 5, samples: 100 })
    expect(asked).toHaveLength(103)
    expect(await lime(own, rows, training, singles(4), { seed: 5, samples: 100 })).toEqual(first)
  })

  test('bears a feature that is constant', async () => {
    const flat = { count: 5, data: new Float32Array(5).fill(2) }
    const given = await lime(linear([3]), { count: 1, data: Float32Array.of(2) }, flat, [[0]], { seed: 6, samples: 50 })
    expect([...given.weights, ...given.fit].every(Number.isFinite)).toBe(true)
  })
})
