// Texts that are nearly equal: MinHash signatures of their word triples, banded so that only likely pairs are compared (Broder 1997).

import { hashOf, wordsOf } from '../learn/encode.ts'
import type { NearPair } from './near-vectors.ts'

const HASHES = 64
const BANDS = 16
/** Share of word triples in common from which two texts are nearly equal. */
const ALIKE = 0.8
/** A text of fewer words is compared only for equality, elsewhere. */
const WORDS = 8
const MOST_IN_BAND = 50

/** Pairs of places in `texts`; the distance is 1 less the estimated Jaccard similarity. Equal texts are no pair. */
export function nearTexts(texts: readonly string[]): NearPair[] {
  const signatures = texts.map(signatureOf)
  const out = new Map<string, NearPair>()
  const size = HASHES / BANDS
  for (let band = 0; band < BANDS; band++) {
    const cells = new Map<string, number[]>()
    signatures.forEach((own, i) => {
      if (!own) return
      const key = own.subarray(band * size, (band + 1) * size).join(' ')
      const cell = cells.get(key)
      if (!cell) cells.set(key, [i])
      else if (cell.length < MOST_IN_BAND) cell.push(i)
    })
    for (const cell of cells.values())
      for (const [k, a] of cell.entries())
        for (const b of cell.slice(k + 1)) {
          const key = `${a} ${b}`
          const similarity = out.has(key) || texts[a] === texts[b] ? 0 : similar(signatures[a]!, signatures[b]!)
          if (similarity >= ALIKE) out.set(key, { a, b, distance: 1 - similarity })
        }
  }
  return [...out.values()].sort((a, b) => a.distance - b.distance)
}

function signatureOf(text: string): Uint32Array | undefined {
  const words = wordsOf(text)
  if (words.length < WORDS) return undefined
  const out = new Uint32Array(HASHES).fill(0xffffffff)
  for (let i = 0; i + 2 < words.length; i++) {
    const base = hashOf(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)
    for (let k = 0; k < HASHES; k++) {
      // a family of hashes out of one: multiply by an odd number and fold
      let hash = Math.imul(base ^ (k * 0x9e3779b1), 0x85ebca6b)
      hash = (hash ^ (hash >>> 15)) >>> 0
      if (hash < out[k]!) out[k] = hash
    }
  }
  return out
}

function similar(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let k = 0; k < HASHES; k++) if (a[k] === b[k]) same++
  return same / HASHES
}
