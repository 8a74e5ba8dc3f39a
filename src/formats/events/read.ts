// Reads event files record by record: scalars into points, what lies beside them into facts and layers.

import { type Message, message } from '../../locales/speak.ts'
import type { Emit, Point } from '../../record/entry.ts'
import { ReadError, type Reader } from '../format.ts'
import { BYTES, cursor, next, walk } from '../wire/protobuf.ts'
import { type Damage, LARGEST, tfRecords } from '../wire/tfrecord.ts'
import { emptyEvent, emptyValue, isNoSummary, readEvent, readPlain, readValue, type Value } from './event.ts'
import { emitArguments, emitHparams, emitKerasModel, pluginOf } from './metadata.ts'
import { shortest } from './single.ts'
import { copyOf, type Tag, tagTable } from './tags.ts'
import { scalarOf, stringsOf } from './tensor.ts'

/** Opens a reading; `check` false leaves checksums of data unread, to measure what they cost. */
export function eventReader(emit: Emit, check = true): Reader {
  const taken = taker(emit)
  let bad = 0
  let firstBad = -1
  const records = tfRecords(
    (bytes, start, end, byte) => {
      try {
        taken.event(bytes, start, end)
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
      taken.end()
      emitDamage(emit, records.damage)
      if (bad > 0) emit({ kind: 'note', note: message('note.bad-record', { count: bad, byte: firstBad }) })
    },
  }
}

function emitDamage(emit: Emit, { badData, firstBad, large, badLength }: Damage): void {
  const note = (one: Message) => emit({ kind: 'note', note: one })
  if (badData > 0) note(message('note.bad-checksum', { count: badData, byte: firstBad }))
  if (large > 0) note(message('note.large-record', { count: large, limit: LARGEST }))
  if (badLength > 0) note(message('note.bad-length', { byte: badLength }))
}

/** Takes the values out of events. Throws RangeError where an event is no message. */
function taker(emit: Emit): { event(bytes: Uint8Array, start: number, end: number): void; end(): void } {
  const event = emptyEvent()
  const value = emptyValue()
  const summary = cursor()
  const fields = cursor()
  const tags = tagTable()
  const copies: Point[] = []
  let view: DataView = new DataView(new ArrayBuffer(0))
  let viewed: Uint8Array | undefined

  const takeValue = (bytes: Uint8Array): void => {
    const tag = tags.of(bytes, value)
    if (tag === undefined) return
    if (value.metaStart >= 0 && tag.plugin === undefined) takePlugin(emit, tag, bytes, value)
    const number = value.hasSimple ? value.simple : numberOf(bytes, value, tag, emit)
    if (number !== undefined && tag.isMetric) place(tag, shortest(number), event.step)
  }
  const place = ({ name, split, byEpoch, copyOf: original }: Tag, given: number, step: number): void => {
    if (original !== undefined) copies.push({ kind: 'point', name, value: given, step, split })
    else if (byEpoch) emit({ kind: 'point', name, value: given, step: undefined, epoch: step, split })
    else emit({ kind: 'point', name, value: given, step, epoch: undefined, split })
  }
  return {
    event(bytes, start, end) {
      if (bytes !== viewed) {
        viewed = bytes
        view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      }
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
        if (value.tagStart >= 0) takeValue(bytes)
      }
    },
    end() {
      for (const copy of copies) if (!tags.names.has(copyOf(copy.name) ?? '')) emit(copy)
    },
  }
}

function takePlugin(emit: Emit, tag: Tag, bytes: Uint8Array, value: Value): void {
  const plugin = pluginOf(bytes, value.metaStart, value.metaEnd)
  tag.plugin = plugin.name
  if (plugin.name === 'hparams') emitHparams(emit, bytes, plugin.content)
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
