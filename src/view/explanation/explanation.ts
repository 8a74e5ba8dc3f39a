// The long explanation of a cause or of a check as a plain value, for the terminal and for the docs alike.

import { type CauseId, causeOf, causes } from '../../causes/index.ts'
import { checks } from '../../checks/index.ts'
import { has, type Language, number, type Speak, speaker } from '../../locales/speak.ts'

/** A line of a section; `to` is the id of the cause or check that it speaks of. */
export interface Item {
  readonly text: string
  readonly to?: string
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
  if (causes.some((cause) => cause.id === id)) return explainCause(id as CauseId, say)
  return checks.some((check) => check.name === id) ? explainCheck(id, say, language) : undefined
}

function explainCause(id: CauseId, say: Speak): Explanation {
  const cause = causeOf(id)
  const rivals = cause.rivals.filter((rival) => has(`cause.${rival}.see`))
  const sections: Section[] = [
    { title: say('explain.see'), items: [{ text: say(`cause.${id}.see` as never) }] },
    {
      title: say('explain.alike'),
      items: rivals.map((rival) => ({
        text: say('explain.alike.tell', {
          rival: say(`cause.${rival}` as never),
          see: say(`cause.${rival}.see` as never),
        }),
        to: rival,
      })),
    },
    {
      title: say('explain.remedies'),
      items: cause.remedies.flatMap((remedy) => [
        { text: `${say(`remedy.${remedy.id}` as never)} (${say(`view.safe.${remedy.safe}`)})` },
        { text: say('explain.expect', { what: say(`remedy.${remedy.id}.expect` as never) }) },
      ]),
    },
    { title: say('explain.tests'), items: cause.settle.map((test) => ({ text: testText(test, say) })) },
  ]
  return {
    id,
    kind: 'cause',
    title: say(`cause.${id}` as never),
    aside: `${say('explain.group', { group: cause.group })}, ${say('explain.kind', { kind: cause.kind })}`,
    lead: say(`cause.${id}.what` as never),
    sections: sections.filter((section) => section.items.length > 0),
  }
}

function testText(test: { readonly id: string; readonly cost: string }, say: Speak): string {
  const sentence = say(`test.${test.id}` as never)
  return say('view.test', {
    test: sentence.slice(0, 1).toLocaleUpperCase() + sentence.slice(1),
    needs: say(`test.${test.id}.needs` as never),
    cost: say(`view.cost.${test.cost}` as never),
  })
}

function explainCheck(name: string, say: Speak, language: Language): Explanation {
  const check = checks.find((one) => one.name === name)!
  const how = (evidence: string) =>
    has(`how.${evidence}`) ? `${evidence}: ${say(`how.${evidence}` as never)}` : evidence
  const limits = Object.entries(check.limits).map(([key, value]) => ({ text: `${key} = ${number(value, language)}` }))
  const sections: Section[] = [
    { title: say('explain.needs'), items: check.needs.map((evidence) => ({ text: how(evidence) })) },
    { title: say('explain.helps'), items: check.helps.map((evidence) => ({ text: how(evidence) })) },
    { title: say('explain.limits'), items: limits },
  ]
  return {
    id: name,
    kind: 'check',
    title: say(`check.${name}` as never),
    aside: say('explain.group', { group: check.group }),
    lead: '',
    sections: sections.filter((section) => section.items.length > 0),
  }
}
