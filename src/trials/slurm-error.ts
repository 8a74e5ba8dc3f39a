// Why a cluster can run nothing at all, as a message of the locales: one line that says what to look at.

import type { MessageId } from '../locales/speak.ts'

export class SlurmError extends Error {
  readonly id: MessageId & `cli.error.slurm.${string}`
  readonly values: Readonly<Record<string, string>>

  constructor(id: SlurmError['id'], values: SlurmError['values'] = {}) {
    super(`${id} ${JSON.stringify(values)}`)
    this.id = id
    this.values = values
  }
}
