// English: every sentence that a user reads, by message id, one file a room.

import { audit } from './audit.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'
import { cli } from './cli.ts'
import { data } from './data.ts'
import { deep } from './deep.ts'
import { explain } from './explain.ts'
import { formats } from './formats.ts'
import { inspect } from './inspect.ts'
import { inspectView } from './inspect-view.ts'
import { live } from './live.ts'
import { model } from './model.ts'
import { page } from './page.ts'
import { sources } from './sources.ts'
import { trials } from './trials.ts'
import { trialsView } from './trials-view.ts'
import { view } from './view.ts'

export const en = {
  ...causes,
  ...checks,
  ...cli,
  ...audit,
  ...data,
  ...deep,
  ...explain,
  ...formats,
  ...inspect,
  ...inspectView,
  ...live,
  ...model,
  ...page,
  ...sources,
  ...trials,
  ...trialsView,
  ...view,
} as const

export type MessageId = keyof typeof en
