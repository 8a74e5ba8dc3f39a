// The version of the package, put in when it is built.

import { readFileSync } from 'node:fs'

declare const __WHYLOSS_VERSION__: string | undefined

export const VERSION: string =
  typeof __WHYLOSS_VERSION__ === 'string'
    ? __WHYLOSS_VERSION__
    : JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
