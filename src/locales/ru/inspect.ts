// Sentences around the model exam; not yet translated.

import { inspect as english } from '../en/inspect.ts'

export const inspect = { ...english } as const satisfies Readonly<Record<keyof typeof english, string>>
