// TensorBoard event files: every scalar, whether written as a plain value or as a tensor; nothing is sampled.

import { eventReader } from './events/read.ts'
import { defineFormat } from './format.ts'
import { looksLikeRecord } from './wire/tfrecord.ts'

export default defineFormat({
  name: 'tensorboard',
  title: 'TensorBoard event file',
  recognises(head) {
    if (/tfevents/.test(head.name) && head.bytes.length < 13) return head.bytes.length > 0
    // an event begins with its time, a fixed number in field 1; records of a data set do not
    return looksLikeRecord(head.bytes) ? head.bytes[12] === 0x09 : /^events.*tfevents/.test(head.name)
  },
  open: (emit) => eventReader(emit),
})
