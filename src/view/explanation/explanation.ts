// The long explanation of a cause, a check or a format as a plain value, for the terminal and for the docs alike.

import { type CauseId, causes } from '../../causes/index.ts'
import type { Check } from '../../checks/check.ts'
import { checks } from '../../checks/index.ts'
import { formats } from '../../formats/index.ts'
import { type Language, type Speak, speaker } from '../../locales/speak.ts'
import { explainCause } from './cause.ts'
import { explainCheck } from './check.ts'
import { explainFormat } from './format.ts'

/** Code of one framework; `path` is the whole file, which the tests run. */
export interface Code {
  readonly framework: string
  readonly language: 'python' | 'javascript'
  readonly text: string
  readonly path: string
}

/** A line of a section; `to` is the id of the cause or check that it speaks of, `href` an address outside. */
export interface Item {
  readonly text: string
  readonly to?: string
  readonly href?: string
  readonly code?: readonly Code[]
}

export interface Section {
  readonly title: string
  readonly items: readonly Item[]
}

export interface Explanation {
  readonly id: string
  readonly kind: 'cause' | 'check' | 'format'
  readonly title: string
  /** what kind of thing it is, in a few words */
  readonly aside: string
  readonly lead: string
  readonly sections: readonly Section[]
}

/** A check by its name; by its group too where a cause has the same name. */
export function checkName({ name, group }: Check): string {
  return causes.some((cause) => cause.id === name) ? `${group}/${name}` : name
}

/** The names of all that can be explained: causes first, then checks, then formats. */
export function explained(): readonly string[] {
  return [...causes.map((cause) => cause.id), ...checks.map(checkName), ...formats.map((format) => format.name)]
}

/** Undefined for a name that is neither of a cause nor of a check (with or without its group) nor of a format. */
export function explain(name: string, language: Language): Explanation | undefined {
  const say = speaker(language)
  const explanation = explanationOf(name, say, language)
  return explanation && { ...explanation, sections: explanation.sections.filter(({ items }) => items.length > 0) }
}

function explanationOf(name: string, say: Speak, language: Language): Explanation | undefined {
  if (causes.some((cause) => cause.id === name)) return explainCause(name as CauseId, say)
  const check = checks.find((one) => one.name === name || `${one.group}/${one.name}` === name)
  if (check) return explainCheck(check, say, language)
  const format = formats.find((one) => one.name === name)
  return format && explainFormat(format, say)
}
