// The reader of event files: scalars in all their spellings, damage, and what lies beside the curves.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { speaker, tell } from '../locales/speak.ts'
import { bytesOf, entriesOf, headFor, holdsContract, pointsOf, tolerant } from './contract.fixture.ts'
import {
  event,
  type Field,
  file,
  message,
  metadata,
  record,
  scalar,
  summary,
  tensorScalar,
} from './events/write.fixture.ts'
import tensorboard from './tensorboard.ts'

const NAME = 'events.out.tfevents.1700000000.host.1.0'

function read(bytes: Uint8Array): ReturnType<typeof entriesOf> {
  return entriesOf(tensorboard, bytes, NAME)
}

function notes(bytes: Uint8Array): string[] {
  return read(bytes).flatMap((entry) => (entry.kind === 'note' ? [tell(entry.note, speaker('en'))] : []))
}

const PLAIN = file(
  scalar(0, 'train/loss', 0.1),
  scalar(300, 'train/loss', Number.NaN),
  scalar(2 ** 40, 'val/loss', Number.NEGATIVE_INFINITY),
)
const KERAS = file(
  summary(0, [
    [1, 'keras'],
    [9, metadata('graph_keras_model')],
    [
      8,
      message(
        [1, { varint: 7 }],
        [
          8,
          '{"class_name":"Sequential","config":{"layers":[{"class_name":"Dense","config":{"name":"d","units":10,"activation":"softmax"}}]}}',
        ],
      ),
    ],
  ]),
  scalar(0, 'epoch_loss', 0.5),
  scalar(1, 'epoch_loss', 0.25),
)

describe('tensorboard', () => {
  it('reads plain values: steps of 0, of many bytes, NaN and infinities; float32 in 7 digits', () => {
    expect(pointsOf(read(PLAIN))).toEqual([
      'train/loss step 0 0.1',
      'train/loss step 300 NaN',
      `val/loss step ${2 ** 40} -Infinity`,
    ])
  })

  it("takes Keras' steps for epochs where the tag says so, and reads the layers", () => {
    const entries = read(KERAS)
    expect(pointsOf(entries)).toEqual(['epoch_loss epoch 0 0.5', 'epoch_loss epoch 1 0.25'])
    expect(entries[0]).toEqual({
      kind: 'rows',
      table: 'layers',
      rows: [{ name: 'd', kind: 'Dense', shape: [10], activation: 'softmax' }],
    })
  })

  it.each([
    ['float in float_val', message([1, { varint: 1 }], [5, { float: 0.5 }]), 0.5],
    ['float in packed float_val', message([1, { varint: 1 }], [5, Uint8Array.of(0, 0, 0, 0x3f)]), 0.5],
    [
      'float in tensor_content',
      message([1, { varint: 1 }], [2, new Uint8Array(0)], [4, Uint8Array.of(0, 0, 0, 0x3f)]),
      0.5,
    ],
    ['double', message([1, { varint: 2 }], [6, { double: -2.5 }]), -2.5],
    ['double content', message([1, { varint: 2 }], [4, Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf0, 0xbf)]), -1],
    ['half', message([1, { varint: 19 }], [13, { varint: 0x3800 }]), 0.5],
    ['bfloat16 content', message([1, { varint: 14 }], [4, Uint8Array.of(0x00, 0x3f)]), 0.5],
    ['int32', message([1, { varint: 3 }], [7, { varint: -7n }]), -7],
    ['int64 content', message([1, { varint: 9 }], [4, Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0)]), 3],
    ['bool', message([1, { varint: 10 }], [11, { varint: 1 }]), 1],
  ])('reads a tensor of rank 0: %s', (_, tensor, value) => {
    const points = pointsOf(read(file(tensorScalar(1, 'loss', tensor, true), tensorScalar(2, 'loss', tensor, false))))
    expect(points).toEqual([`loss step 1 ${value}`, `loss step 2 ${value}`])
  })

  it('leaves tensors with a shape, histograms and text alone', () => {
    const shaped = message([1, { varint: 1 }], [2, message([2, message([1, { varint: 2 }])])], [4, new Uint8Array(8)])
    const text: Field[] = [
      [1, 'note/text_summary'],
      [9, metadata('text')],
      [8, message([1, { varint: 7 }], [8, 'loss: 0.5'])],
    ]
    expect(pointsOf(read(file(tensorScalar(1, 'loss', shaped, true), summary(1, text))))).toEqual([])
  })

  it('reads hyper-parameters of the hparams plugin', () => {
    const pair = (key: string, ...value: Field[]): Field => [1, message([1, key], [2, message(...value)])]
    const session = message(pair('lr', [2, { double: 0.01 }]), pair('optimizer', [3, 'adam']))
    const content = message([3, session])
    const bytes = file(
      summary(0, [
        [1, '_hparams_/session_start_info'],
        [9, metadata('hparams', content)],
      ]),
    )
    const facts = read(bytes).flatMap((entry) => (entry.kind === 'fact' ? [[entry.fact.name, entry.fact.value]] : []))
    expect(facts).toEqual([
      ['learning_rate', 0.01],
      ['optimizer', 'adam'],
    ])
  })

  it("reads the arguments that Hugging Face's trainer writes as text", () => {
    const text = '    {\n      "per_device_train_batch_size": 16,\n      "num_train_epochs": 3\n    }'
    const value: Field[] = [
      [1, 'args/text_summary'],
      [9, metadata('text')],
      [8, message([1, { varint: 7 }], [8, text])],
    ]
    const facts = read(file(summary(0, value))).flatMap((entry) => (entry.kind === 'fact' ? [entry.fact.value] : []))
    expect(facts).toEqual([16, 3])
  })

  it('skips a record with wrong data, counts it and says so', () => {
    const bytes = file(scalar(1, 'loss', 3), scalar(2, 'loss', 2), scalar(3, 'loss', 1))
    const second = file(scalar(1, 'loss', 3)).length
    bytes[second + 20] = bytes[second + 20]! ^ 0xff
    expect(pointsOf(read(bytes))).toEqual(['loss step 1 3', 'loss step 3 1'])
    expect(notes(bytes)).toEqual([expect.stringContaining(`byte ${second}`)])
  })

  it('stops at a wrong length and names its byte', () => {
    const bytes = file(scalar(1, 'loss', 3), scalar(2, 'loss', 2))
    const second = file(scalar(1, 'loss', 3)).length
    bytes[second + 1] = 1
    expect(pointsOf(read(bytes))).toEqual(['loss step 1 3'])
    expect(notes(bytes)).toEqual([expect.stringContaining(`byte ${second}`)])
  })

  it('is silent about a truncated tail', () => {
    const bytes = file(scalar(1, 'loss', 3), scalar(2, 'loss', 2))
    expect(read(bytes.subarray(0, bytes.length - 5))).toEqual(read(file(scalar(1, 'loss', 3))))
  })

  it('passes over a graph of many megabytes without holding it', () => {
    const bytes = file(scalar(1, 'loss', 3), event(0, [4, new Uint8Array(3_000_000)]), scalar(2, 'loss', 2))
    const cuts = Array.from({ length: 40 }, (_, index) => index * 77_777)
    expect(pointsOf(entriesOf(tensorboard, bytes, NAME, cuts))).toEqual(['loss step 1 3', 'loss step 2 2'])
  })

  it('drops copies over other axes, and reads tags that TensorFlow put into a scope', () => {
    const bytes = file(scalar(1, 'lm loss', 3), scalar(64, 'lm loss vs samples', 3), scalar(1, 'cost/cross_entropy', 2))
    expect(pointsOf(read(bytes))).toEqual(['lm loss step 1 3', 'cost/cross_entropy step 1 2'])
  })

  it("leaves out Keras' second copy of an evaluation, but not one that stands alone", () => {
    const copy = scalar(40, 'evaluation_loss_vs_iterations', 0.5)
    expect(pointsOf(read(file(copy, scalar(0, 'epoch_loss', 0.5))))).toEqual(['epoch_loss epoch 0 0.5'])
    expect(pointsOf(read(file(copy)))).toEqual(['evaluation_loss_vs_iterations step 40 0.5'])
  })

  it('does not take a data set of records for events', () => {
    const example = record(message([1, message([1, message([1, 'image'], [2, message([1, message([1, 'x'])])])])]))
    expect(tensorboard.recognises(headFor(new Uint8Array(example), 'train.tfrecords'))).toBe(false)
    expect(tensorboard.recognises(headFor(bytesOf('loss: 0.5'), 'train.log'))).toBe(false)
  })

  it('survives any message in a well-framed record', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        tolerant(() => read(file(new Uint8Array(record(data)), scalar(1, 'loss', 1))))
        expect(pointsOf(read(file(new Uint8Array(record(data)), scalar(1, 'own/loss', 1)))).at(-1)).toBe(
          'own/loss step 1 1',
        )
      }),
      { numRuns: 300 },
    )
  })
})

holdsContract(tensorboard, { [NAME]: PLAIN, [`${NAME}.v2`]: KERAS })
