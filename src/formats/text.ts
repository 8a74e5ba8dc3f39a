// Console text: logs of any framework, prints, pasted questions; everything that is lines and not another format.

import type { Emit } from '../record/entry.ts'
import { defineFormat, type Head } from './format.ts'
import { openDecoder } from './text/decode.ts'
import { openLineCutter } from './text/lines.ts'
import { openPipeline } from './text/pipeline.ts'

export default defineFormat({ name: 'text', title: 'Console text', recognises, open })

/** Text holds no NUL bytes (but UTF-16 with its mark) and few control characters or malformed bytes. */
function recognises(head: Head): boolean {
  const { bytes, text } = head
  if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)))
    return true
  if (bytes.includes(0)) return false
  let odd = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 8 && code !== 27)) odd++
  }
  return odd <= 4 + text.length * 0.02
}

function open(emit: Emit) {
  const pipeline = openPipeline(emit)
  const cutter = openLineCutter(pipeline.line)
  const decoder = openDecoder()
  return {
    push: (chunk: Uint8Array) => cutter.push(decoder.push(chunk)),
    end() {
      cutter.push(decoder.end())
      cutter.end()
      pipeline.end()
    },
  }
}
