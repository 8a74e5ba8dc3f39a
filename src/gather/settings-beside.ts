// Settings that a trainer wrote into a file beside the curves: args.yaml, opt.yaml, hyp.yaml, hparams.yaml, params.json.

import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { settingFacts } from '../formats/settings.ts'
import type { Entry } from '../record/entry.ts'
import type { Part } from './layouts.ts'

const NAMES = ['args.yaml', 'opt.yaml', 'hyp.yaml', 'hparams.yaml', 'params.json'] as const
const LARGEST = 256 * 1024
/** formats whose files lie in a folder of their own run */
const FORMATS = new Set(['csv', 'tensorboard', 'jsonl', 'ultralytics-results'])
/** names under which a trainer writes its history; a table of another name may lie anywhere */
const OWN = /^(?:results\.(?:csv|txt)|metrics\.csv|summary\.csv|progress\.csv|result\.json)$|tfevents/

/** The facts in the settings files that lie beside the parts of a run; files that cannot be read are passed over. */
export async function settingsBeside(parts: readonly Part[]): Promise<Entry[]> {
  const own = parts.filter(
    ({ path, format }) => FORMATS.has(format.name) && OWN.test(path.slice(path.lastIndexOf('/') + 1)),
  )
  const entries: Entry[] = []
  for (const folder of new Set(own.map(({ path }) => dirname(path)))) {
    for (const name of NAMES) {
      for (const fact of settingFacts(await settingsIn(join(folder, name)), name)) entries.push({ kind: 'fact', fact })
    }
  }
  return entries
}

/**
 * Custom tags (`!!python/object`) are read as the plain value that they stand before; nothing is ever made of them. The
 * reader of YAML is loaded with the first such file: most runs have none, and it takes longer than reading their log.
 */
async function settingsIn(path: string): Promise<unknown> {
  try {
    const at = await stat(path)
    if (!at.isFile() || at.size > LARGEST) return undefined
    const text = await readFile(path, 'utf8')
    const { parse } = await import('yaml')
    return parse(text, { logLevel: 'silent', strict: false, maxAliasCount: 20 })
  } catch {
    return undefined
  }
}
