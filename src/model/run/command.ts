// The user's own command as a model: it reads rows as JSON lines and writes a prediction a line.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import type { Frame, FrameColumn } from '../../data/sample.ts'
import { ModelError } from '../model-error.ts'

/** Characters of the command's complaint that are kept. */
const COMPLAINT = 2_000
/** A line of a prediction is no longer than this. */
const LONGEST = 1_000_000
/** Lines beyond one a row that are counted before the command is stopped. */
const MORE = 10_000
/** A group of its own can be ended with all that the shell has started. */
const GROUPS = process.platform !== 'win32'

/**
 * Runs `command` by the shell with the rows of the frame on its standard input, an object of column and value a line without
 * the label, and keeps what it writes in `file`, one object a line: a number is `y_pred`, a list `p_0`, `p_1`, ...; the label
 * stands beside it as `y_true`. Throws a ModelError where it fails or answers with another number of lines.
 */
export async function predictByCommand(
  command: string,
  frame: Frame,
  rows: ArrayLike<number>,
  file: string,
): Promise<void> {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'pipe'], detached: GROUPS })
  const interrupted = () => end(child)
  process.once('exit', interrupted)
  let complaint = ''
  child.stderr.on('data', (bytes: Buffer) => {
    complaint = (complaint + bytes.toString()).slice(-COMPLAINT)
  })
  const ended = new Promise<number | string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'end'))
  })
  // a command that ends early does not read all of its input
  child.stdin.on('error', () => {})
  const written = write(child.stdin, frame, rows)
  const label = frame.columns.find((one) => one.role === 'label')
  const name = command.slice(0, 120)
  let lines: number
  try {
    lines = await keep(child.stdout, name, file, rows.length, (line) =>
      label ? { y_true: cellOf(label, rows[line]!) } : {},
    )
    await written
  } catch (error) {
    stop(child)
    throw error
  } finally {
    process.off('exit', interrupted)
  }
  const code = await ended
  const last = complaint.trim().split('\n').at(-1)?.slice(0, 200) ?? ''
  if (code !== 0) throw new ModelError('model.error.command', { command: name, code, last: last || '–' })
  if (lines !== rows.length)
    throw new ModelError('model.error.command-lines', { command: name, lines, rows: rows.length })
}

/** What it still has to say is not waited for. */
function stop(child: ChildProcessWithoutNullStreams): void {
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy()
  end(child)
  child.unref()
}

function end(child: ChildProcessWithoutNullStreams): void {
  if (!GROUPS || child.pid === undefined) {
    child.kill()
    return
  }
  try {
    process.kill(-child.pid)
  } catch {
    // it has ended by itself
  }
}

function cellOf({ words, values }: FrameColumn, row: number): string | number | null {
  const value = values[row]!
  return words.length > 0 ? (words[value] ?? null) : Number.isNaN(value) ? null : value
}

async function write(to: NodeJS.WritableStream, frame: Frame, rows: ArrayLike<number>): Promise<void> {
  const columns = frame.columns.filter((one) => one.role !== 'label')
  for (let i = 0; i < rows.length; i++) {
    const cells = columns.map((one) => [one.name, cellOf(one, rows[i]!)] as const)
    const open = to.write(`${JSON.stringify(Object.fromEntries(cells))}\n`)
    if (!open && to.writable) await Promise.race([once(to, 'drain'), once(to, 'close')]).catch(() => {})
    if (!to.writable) return
  }
  to.end()
}

/** Gives the number of lines that hold something. */
async function keep(
  from: NodeJS.ReadableStream,
  command: string,
  file: string,
  rows: number,
  beside: (line: number) => Readonly<Record<string, unknown>>,
): Promise<number> {
  const out = createWriteStream(file)
  let lines = 0
  try {
    for await (const line of linesOf(from)) {
      if (line.trim() === '') continue
      lines++
      if (lines > rows + MORE) throw new ModelError('model.error.command-lines', { command, lines, rows })
      if (lines > rows) continue
      const kept = { ...objectOf(line, lines, command), ...beside(lines - 1) }
      if (!out.write(`${JSON.stringify(kept)}\n`)) await once(out, 'drain')
    }
  } finally {
    out.end()
  }
  await once(out, 'finish')
  return lines
}

/** A line that is longer than a prediction can be is given as far as it goes. */
async function* linesOf(from: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const bytes of from) {
    const parts = (rest + (typeof bytes === 'string' ? bytes : decoder.write(bytes))).split('\n')
    rest = parts.pop()!
    yield* parts
    if (rest.length > LONGEST) {
      yield rest.slice(0, LONGEST)
      rest = ''
    }
  }
  yield rest
}

function objectOf(line: string, number: number, command: string): Record<string, unknown> {
  let value = line.length < LONGEST ? parsed(line) : undefined
  if (value === undefined)
    throw new ModelError('model.error.command-line', { command, line: number, text: line.trim().slice(0, 60) })
  // a list of one row, as model.predict gives it
  while (Array.isArray(value) && value.length === 1) value = value[0]
  if (Array.isArray(value)) return Object.fromEntries(value.map((one, k) => [`p_${k}`, one]))
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  return { y_pred: value }
}

/** JSON, also with the NaN and inf that Python prints; undefined for what is none. */
function parsed(line: string): unknown {
  for (const text of [line, line.replace(/-?\b(?:nan|inf|infinity)\b/gi, 'null')])
    try {
      return JSON.parse(text)
    } catch {}
  return undefined
}
