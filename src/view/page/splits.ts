// Names of the splits, and the one of them that tells how a model does on what it did not see.

import type { DataSplit } from '../../record/data-tables.ts'
import type { Sheet } from './sheet.ts'

const HELD_OUT: readonly DataSplit[] = ['test', 'val', 'all', 'train']

export function nameOfSplit(split: DataSplit, on: Pick<Sheet, 'say'>): string {
  return split === 'all' ? on.say('view.data.all') : split
}

/** Of several splits the test, else the validation, else what there is. */
export function heldOut<One extends { readonly split: DataSplit }>(all: readonly One[]): One | undefined {
  return HELD_OUT.flatMap((split) => all.find((one) => one.split === split) ?? []).at(0)
}

/** Train, validation and test have one colour everywhere. */
export function inkOfSplit(split: DataSplit, { ink }: Pick<Sheet, 'ink'>): (text: string) => string {
  return split === 'val' ? ink.yellow : split === 'test' ? ink.green : ink.cyan
}
