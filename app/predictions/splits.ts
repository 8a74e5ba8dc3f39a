// Names of the splits, and the one of them that tells how a model does on what it did not see.

import type { DataSplit } from '../../src/record/data-tables.ts'
import type { Words } from '../words.ts'

const HELD_OUT: readonly DataSplit[] = ['test', 'val', 'all', 'train']

export function nameOfSplit(split: DataSplit, words: Words): string {
  return split === 'all' ? words.say('view.data.all') : split
}

/** Of several splits the test, else the validation, else what there is. */
export function heldOut<One extends { readonly split: DataSplit }>(all: readonly One[]): One | undefined {
  return HELD_OUT.flatMap((split) => all.find((one) => one.split === split) ?? []).at(0)
}

/** JSON has null where a number was not finite. */
export function finite(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
