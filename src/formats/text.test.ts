// The text format as a whole: the same entries however the bytes are cut, and no text that breaks it.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { places, told } from '../../test/unit/told.ts'
import text from './text.ts'

const LOG = `Epoch 1/2
1/4 [=>......] - ETA: 0s - loss: 1.2182\b\b\b\b
4/4 [========] - 0s 21ms/step - loss: 0.7852 - val_loss: 0.7
\x1b[1mEpoch 2/2\x1b[0m
4/4 ━━━━ 0s 21ms/step - loss: nan - val_loss: 0.6
Эпоха 3: потери 0.5
第 4 轮,损失:0.4
{'loss': 0.3, 'epoch': 5.0}
epoch,train_loss
6,0.2
7,0.1
Epoch 8:  50%|█████     | 50/100 [00:05<00:05,  9.8it/s, loss=0.71]\rEpoch 8: 100%|██████████| 100/100 [00:10<00:00,  9.8it/s, loss=0.61]
val_loss:
0.9
`
const BYTES = new TextEncoder().encode(LOG)

/** Lines that look like those of logs, in any mixture. */
const lineLike = fc.oneof(
  fc.constantFrom(...LOG.split('\n')),
  fc.string({ maxLength: 60 }),
  fc.stringMatching(/^(?:epoch|loss|val_acc|step|nan|[:=[\]{}|/()%, 0-9.'"-]){0,30}$/),
)

describe('text', () => {
  it('gives the same entries however the bytes are cut', () => {
    const whole = told(BYTES).entries
    expect(whole.filter((entry) => entry.kind === 'point').length).toBeGreaterThan(9)
    fc.assert(
      fc.property(fc.array(fc.nat(BYTES.length), { maxLength: 8 }), (cuts) => {
        expect(told(BYTES, cuts).entries).toEqual(whole)
      }),
      { numRuns: 200 },
    )
    expect(
      told(
        BYTES,
        Array.from(BYTES, (_, i) => i),
      ).entries,
    ).toEqual(whole)
  })

  it('gives the same entries for any lines, however they are cut', () => {
    fc.assert(
      fc.property(fc.array(lineLike, { maxLength: 30 }), fc.array(fc.nat(2000), { maxLength: 5 }), (lines, cuts) => {
        const source = lines.join('\n')
        expect(told(source, cuts).entries).toEqual(told(source).entries)
      }),
      { numRuns: 150 },
    )
  })

  it('reads any bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const entries = told(bytes).entries
        for (const entry of entries) if (entry.kind === 'point') expect(entry.name.length).toBeLessThan(300)
      }),
      { numRuns: 150 },
    )
  })

  it('reads any beginning of a text as the beginning of what it tells', () => {
    const whole = told(BYTES)
    for (let length = 0; length < BYTES.length; length += 7) {
      const losses = (told(BYTES.subarray(0, length)).series.get('loss -') ?? []).filter(
        (point) => point.mean === 'epoch',
      )
      const all = (whole.series.get('loss -') ?? []).filter((point) => point.mean === 'epoch')
      // The value that the cut went through may be shorter than it was.
      expect(places(losses.slice(0, -1))).toBe(places(all.slice(0, Math.max(0, losses.length - 1))))
    }
  })

  it('reads UTF-16 with its mark', () => {
    const source = 'Epoch 1 loss: 0.5\nEpoch 2 loss: 0.4\n'
    const bytes = new Uint8Array(2 + source.length * 2)
    bytes.set([0xff, 0xfe])
    for (let i = 0; i < source.length; i++) bytes[2 + 2 * i] = source.charCodeAt(i)
    expect(places(told(bytes).series.get('loss -'))).toBe('0.5@e1 0.4@e2')
    expect(places(told(bytes, [1, 3, 7]).series.get('loss -'))).toBe('0.5@e1 0.4@e2')
  })

  it('recognises text and not bytes', () => {
    const head = (bytes: Uint8Array) => ({ bytes, text: new TextDecoder().decode(bytes), name: 'a' })
    expect(text.recognises(head(BYTES))).toBe(true)
    expect(text.recognises(head(new TextEncoder().encode('损失 0.5')))).toBe(true)
    expect(text.recognises(head(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])))).toBe(false)
    expect(text.recognises(head(Uint8Array.from({ length: 500 }, (_, i) => (i * 73) % 251)))).toBe(false)
  })
})

describe('hostile text', () => {
  // Nests, repeats and half matches that a backtracking expression would never finish.
  it.each([
    ['braces', '{"a":'.repeat(100_000)],
    ['brackets', '['.repeat(300_000)],
    ['names without numbers', 'loss '.repeat(100_000)],
    ['commas', 'loss, acc, '.repeat(50_000)],
    ['blanks', ' '.repeat(500_000)],
    ['dashes', ' - '.repeat(200_000)],
    ['quotes', `'"`.repeat(200_000)],
    ['rules', `${'_'.repeat(300_000)}x`],
    ['bars', `1/9 [${'='.repeat(300_000)}`],
    ['numbers', '0.5 '.repeat(100_000)],
    ['escapes', '\x1b]'.repeat(100_000)],
    ['strokes', '| '.repeat(200_000)],
    ['epochs', 'Epoch 1/'.repeat(60_000)],
  ])('%s', (_, source) => {
    const started = performance.now()
    told(`${source}\n`)
    told(`Epoch 1 loss: 0.5 ${source}`)
    expect(performance.now() - started).toBeLessThan(8000)
  })
})
