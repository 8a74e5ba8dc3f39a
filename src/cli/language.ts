// The language in which whyloss speaks: the one asked for, else the one of the locale.

import { LANGUAGES, type Language } from '../locales/speak.ts'
import { Refusal } from './refusal.ts'
import type { Surroundings } from './surroundings.ts'

type Env = Surroundings['env']

/** `option` is what --lang says: `zh`, and also `zh-CN` or `zh_CN.UTF-8`. Throws a Refusal for a language not spoken. */
export function languageOf(option: string | undefined, env: Env): Language {
  if (option === undefined) return spoken(env)
  const known = languageIn(option)
  if (!known) throw new Refusal('cli.error.language.unknown', { name: option })
  return known
}

/** The language of a call as it stands on the command line, for help and complaints; never throws. */
export function languageOfWords(all: readonly string[], env: Env): Language {
  // what stands behind -- is another command's
  const end = all.indexOf('--')
  const words = end < 0 ? all : all.slice(0, end)
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const given = at < 0 ? undefined : words[at]!.includes('=') ? words[at]!.slice('--lang='.length) : words[at + 1]
  return languageIn(given ?? '') ?? spoken(env)
}

/** That of the locale; English where the locale's language is not spoken here or its letters would not arrive. */
function spoken(env: Env): Language {
  const locale = env.WHYLOSS_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  const charset = /\.([\w-]+)/.exec(locale)?.[1]
  return charset !== undefined && !/^utf-?8$/i.test(charset) ? 'en' : (languageIn(locale) ?? 'en')
}

function languageIn(tag: string): Language | undefined {
  const name = /^[a-z]{2}(?=$|[-_.@])/i.exec(tag)?.[0].toLowerCase()
  return LANGUAGES.find((one) => one === name)
}
