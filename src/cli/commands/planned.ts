// Commands that are promised and not there yet: they say so in one line instead of pretending to be a typing error.

import { Refusal } from '../refusal.ts'

export const PLANNED = ['serve', 'compare', 'mcp'] as const

export function planned(name: string): never {
  throw new Refusal('cli.error.planned', { name })
}
