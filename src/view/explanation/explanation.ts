// The long explanation of a cause, a check or a format as a plain value, for the terminal and for the docs alike.

import { type CauseId, causes } from '../../causes/index.ts'
import { checks } from '../../checks/index.ts'
import { type Language, speaker } from '../../locales/speak.ts'
import { explainCause } from './cause.ts'
import { explainCheck } from './check.ts'

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
  readonly kind: 'cause' | 'check'
  readonly title: string
  /** what kind of thing it is, in a few words */
  readonly aside: string
  readonly lead: string
  readonly sections: readonly Section[]
}

/** All ids that can be explained: causes first, then checks. */
export function explained(): readonly string[] {
  return [...causes.map((cause) => cause.id), ...checks.map((check) => check.name)]
}

/** Undefined for an id that is neither a cause nor a check. */
export function explain(id: string, language: Language): Explanation | undefined {
  const say = speaker(language)
  const explanation = causes.some((cause) => cause.id === id)
    ? explainCause(id as CauseId, say)
    : checks.some((check) => check.name === id)
      ? explainCheck(id, say, language)
      : undefined
  return explanation && { ...explanation, sections: explanation.sections.filter(({ items }) => items.length > 0) }
}
