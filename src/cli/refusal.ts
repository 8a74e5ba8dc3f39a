// An error that is the user's to mend: it ends the command with one line and exit code 2.

import type { MessageId } from '../locales/speak.ts'

export class Refusal extends Error {
  readonly id: MessageId
  readonly values: Readonly<Record<string, unknown>>

  constructor(id: MessageId, values: Readonly<Record<string, unknown>> = {}) {
    super(id)
    this.name = 'Refusal'
    this.id = id
    this.values = values
  }
}
