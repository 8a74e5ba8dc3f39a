// What cannot be opened or run, as a message of the locales with its values: one line that says what and where.

export class ModelError extends Error {
  readonly id: `model.error.${string}`
  readonly values: Readonly<Record<string, string | number>>

  constructor(id: `model.error.${string}`, values: Readonly<Record<string, string | number>> = {}) {
    super(`${id} ${JSON.stringify(values)}`)
    this.id = id
    this.values = values
  }
}
