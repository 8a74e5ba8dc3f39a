// What the command may know of the process that it runs in; an argument, so that a test can give its own.

import type { Readable, Writable } from 'node:stream'

export interface Output extends Writable {
  readonly isTTY?: boolean
  readonly columns?: number
}

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
}

/** What can be drawn on the output: its width, whether it takes colour, whether all signs arrive. */
export interface Canvas {
  readonly columns: number
  readonly color: boolean
  readonly unicode: boolean
}

/** `file` is where the text goes instead of the output, if anywhere: a file has no colour and no window. */
export function canvas(around: Surroundings, file?: string): Canvas {
  const { env, stdout } = around
  const window = file === undefined && stdout.isTTY === true ? stdout.columns : undefined
  return {
    columns: window ?? (Number(env.COLUMNS) || 0),
    color: file === undefined && colored(env, stdout.isTTY === true),
    unicode: file !== undefined || utf8(around),
  }
}

/** NO_COLOR (no-color.org) wins over FORCE_COLOR; without either only a terminal that can takes colour. */
export function colored(env: Surroundings['env'], terminal: boolean): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return terminal && env.TERM !== 'dumb'
}

/** The locale says so; where it says nothing at all, terminals of today understand UTF-8. */
function utf8({ env, platform }: Surroundings): boolean {
  if (platform === 'win32') return true
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG
  return locale === undefined || locale === '' || /utf-?8/i.test(locale)
}

/** Whether a person watches the error output: progress and hints are for people. */
export function watched(around: Surroundings): boolean {
  return around.stderr.isTTY === true && !around.env.CI && around.env.TERM !== 'dumb'
}
