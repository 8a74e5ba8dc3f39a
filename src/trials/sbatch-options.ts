// What the user adds for sbatch: its words, and how many processors and GPUs they ask for each trial, which a budget counts.

import { SlurmError } from './slurm-error.ts'

export interface SbatchOptions {
  readonly words: readonly string[]
  readonly cpus: number
  readonly gpus: number
}

/** What whyloss sets by itself: another value would take its trials from it. */
const OURS = new Set(
  '-a --array -J --job-name -o --output --open-mode -D --chdir --parsable -t --time -n --ntasks -W --wait --wrap -H --hold --test-only --no-requeue -M --clusters'.split(
    ' ',
  ),
)
const CPUS = new Set(['-c', '--cpus-per-task'])
const GPUS = new Set(['-G', '--gpus', '--gpus-per-node', '--gpus-per-task', '--gres'])

/** Reads `--partition=gpu -c 4 --gres=gpu:1`. Throws a SlurmError for an option that is not the user's to set. */
export function sbatchOptions(text = ''): SbatchOptions {
  const words = wordsIn(text)
  let [cpus, gpus] = [1, 0]
  for (const [at, word] of words.entries()) {
    const [name, value] = named(word, words[at + 1] ?? '')
    if (OURS.has(name)) throw new SlurmError('cli.error.slurm.option', { name })
    if (CPUS.has(name)) cpus = Math.max(1, Number.parseInt(value, 10) || 1)
    if (GPUS.has(name)) gpus = Math.max(gpus, gpusIn(name, value))
  }
  return { words: words.filter((word, at) => !isCpus(word) && !CPUS.has(words[at - 1] ?? '')), cpus, gpus }
}

function isCpus(word: string): boolean {
  return CPUS.has(named(word, '')[0])
}

/** `--name=value`, `--name value`, `-n value` or `-nvalue`. */
function named(word: string, next: string): readonly [string, string] {
  const [, long, value] = /^(--[\w-]+)(?:=(.*))?$/s.exec(word) ?? []
  if (long !== undefined) return [long, value ?? next]
  if (!/^-\w/.test(word)) return ['', '']
  return [word.slice(0, 2), word.length > 2 ? word.slice(2) : next]
}

/** `gpu:a100:2,lscratch:10` has two. */
function gpusIn(name: string, value: string): number {
  const parts = value.split(',').filter((part) => name !== '--gres' || /^gpu\b/.test(part))
  return parts.reduce((sum, part) => sum + (Number(/(?:^|:)(\d+)(\(.*)?$/.exec(part)?.[1] ?? 1) || 0), 0)
}

/** Words as a shell takes them apart, without anything else that a shell does. */
function wordsIn(text: string): readonly string[] {
  const found = text.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? []
  return found.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single))
}
