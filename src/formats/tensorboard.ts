// TensorBoard event files: every scalar, whether written as a plain value or as a tensor; nothing is sampled.

import { speaker } from '../locales/speak.ts'
import type { Emit } from '../record/entry.ts'
import { meaningOf } from '../record/lexicon.ts'
import type { Split } from '../record/series.ts'
import { emptyEvent, emptyValue, isNoSummary, readEvent, readPlain, readValue, type Value } from './events/event.ts'
import { emitArguments, emitHparams, emitKerasModel, pluginOf } from './events/metadata.ts'
import { shortest } from './events/single.ts'
import { scalarOf, stringsOf } from './events/tensor.ts'
import { defineFormat, type Head, ReadError, type Reader } from './format.ts'
import { roleOf } from './rows.ts'
import { BYTES, cursor, next, textOf, walk } from './wire/protobuf.ts'
import { LARGEST, looksLikeRecord, tfRecords } from './wire/tfrecord.ts'

const say = speaker('en')
const MOST_TAGS = 10_000

export default defineFormat({
  name: 'tensorboard',
  title: 'TensorBoard event file',
  recognises(head) {
    if (/tfevents/.test(head.name) && head.bytes.length < 13) return head.bytes.length > 0
    // an event begins with its time, a fixed number in field 1; records of a data set do not
    return looksLikeRecord(head.bytes) ? head.bytes[12] === 0x09 : /^events.*tfevents/.test(head.name)
  },
  open: (emit, head) => eventReader(emit, head),
})

/** What is known of a tag: decided at its first value, as TensorBoard does. */
interface Tag {
  readonly bytes: Uint8Array
  readonly name: string
  readonly split: Split | undefined
  /** Keras counts epochs in the place of steps here */
  readonly byEpoch: boolean
  plugin: string | undefined
  /** the tag that came next last time */
  follower: Tag | undefined
  /** neither a time nor the number of an epoch nor a copy over another axis */
  readonly isMetric: boolean
}

/** Opens a reading; `check` false leaves checksums of data unread, to measure what they cost. */
export function eventReader(emit: Emit, _head: Head, check = true): Reader {
  const event = emptyEvent()
  const value = emptyValue()
  const summary = cursor()
  const fields = cursor()
  const tags = tagTable()
  let bad = 0
  let firstBad = -1

  const takeValue = (bytes: Uint8Array): void => {
    const tag = tags.of(bytes, value)
    if (tag === undefined) return
    if (value.metaStart >= 0 && tag.plugin === undefined) {
      const plugin = pluginOf(bytes, value.metaStart, value.metaEnd)
      tag.plugin = plugin.name
      if (plugin.name === 'hparams') emitHparams(emit, bytes, plugin.content)
    }
    const number = value.hasSimple ? value.simple : numberOf(bytes, value, tag, emit)
    if (number === undefined || !tag.isMetric) return
    const { name, split } = tag
    const given = shortest(number)
    if (tag.byEpoch) emit({ kind: 'point', name, value: given, step: undefined, epoch: event.step, split })
    else emit({ kind: 'point', name, value: given, step: event.step, epoch: undefined, split })
  }

  let view: DataView = new DataView(new ArrayBuffer(0))
  let viewed: Uint8Array | undefined

  const records = tfRecords(
    (bytes, start, end, byte) => {
      if (bytes !== viewed) {
        viewed = bytes
        view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      }
      try {
        if (readPlain(event, value, bytes, view, start, end)) {
          if (!Number.isNaN(event.wall)) takeValue(bytes)
          return
        }
        readEvent(event, bytes, start, end)
        if (event.start < 0 || Number.isNaN(event.wall)) return
        walk(summary, bytes, event.start, event.end)
        while (next(summary)) {
          if (summary.field !== 1 || summary.wire !== BYTES) continue
          readValue(value, fields, bytes, summary.start, summary.stop)
          if (value.tagStart >= 0 && (value.hasSimple || value.tensorStart >= 0 || value.metaStart >= 0))
            takeValue(bytes)
        }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        if (bad++ === 0) firstBad = byte
      }
    },
    isNoSummary,
    check,
  )
  return {
    push(chunk) {
      records.push(chunk)
      if (records.damage.badLength === 0) throw new ReadError('error.not-events', { byte: 0 })
    },
    end() {
      const { badData, firstBad: firstDamaged, large, badLength } = records.damage
      const note = (text: string) => emit({ kind: 'note', text })
      if (badData > 0) note(say('note.bad-checksum', { count: badData, byte: firstDamaged }))
      if (bad > 0) note(say('note.bad-record', { count: bad, byte: firstBad }))
      if (large > 0) note(say('note.large-record', { count: large, limit: LARGEST }))
      if (badLength > 0) note(say('note.bad-length', { byte: badLength }))
    },
  }
}

/** The number of a tensor; text that tells settings or layers is told on the way. */
function numberOf(bytes: Uint8Array, value: Value, tag: Tag, emit: Emit): number | undefined {
  if (value.tensorStart < 0) return undefined
  const { plugin = '' } = tag
  if (plugin === 'scalars' || plugin === '') return scalarOf(bytes, value.tensorStart, value.tensorEnd)
  const isArguments = plugin === 'text' && /(?:^|\/)args(?:\/text_summary)?$/.test(tag.name)
  if (!isArguments && plugin !== 'graph_keras_model') return undefined
  const text = stringsOf(bytes, value.tensorStart, value.tensorEnd, LARGEST)[0] ?? ''
  if (isArguments) emitArguments(emit, text)
  else emitKerasModel(emit, text)
  return undefined
}

/** Tags by their bytes, so that a tag is decoded once and not at each of its values. */
function tagTable(): { of(bytes: Uint8Array, value: Value): Tag | undefined } {
  const byHash = new Map<number, Tag[]>()
  const fields = cursor()
  let count = 0
  /** writers log the same tags in the same order, so each tag remembers its follower */
  let last: Tag | undefined
  const found = (bytes: Uint8Array, start: number, end: number): Tag | undefined => {
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
    const alike = byHash.get(hash)
    const known = alike?.find((tag) => isSame(tag.bytes, bytes, start, end))
    if (known || count++ >= MOST_TAGS) return known
    fields.bytes = bytes
    fields.start = start
    fields.stop = end
    const made = tagOf(bytes.slice(start, end), textOf(fields, 1000))
    if (alike) alike.push(made)
    else byHash.set(hash, [made])
    return made
  }
  return {
    of(bytes, { tagStart: start, tagEnd: end }) {
      const guess = last?.follower
      const tag = guess && isSame(guess.bytes, bytes, start, end) ? guess : found(bytes, start, end)
      if (last) last.follower = tag
      last = tag
      return tag
    },
  }
}

function isSame(tag: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (tag.length !== end - start) return false
  for (let at = tag.length - 1; at >= 0; at--) if (tag[at] !== bytes[start + at]) return false
  return true
}

/** `lm loss vs samples` is Megatron's copy of a curve over another axis; YOLO scores its validation under `metrics/`. */
function tagOf(bytes: Uint8Array, name: string): Tag {
  const isScore = /^metrics\/(?:mAP|precision|recall)/i.test(name) && meaningOf(name).split === undefined
  return {
    bytes,
    name,
    split: isScore ? 'val' : undefined,
    byEpoch: /^epoch_/.test(name),
    plugin: undefined,
    follower: undefined,
    isMetric: roleOf(name) === 'metric' && !/ vs (?:samples|tokens|time)$/.test(name),
  }
}
