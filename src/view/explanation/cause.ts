// The explanation of a cause: what it is, how it is seen and told apart, what to do, with the code that does it.

import { type CauseId, causeOf } from '../../causes/index.ts'
import literature from '../../causes/literature.json' with { type: 'json' }
import { has, type Speak } from '../../locales/speak.ts'
import { codeOf } from './code.ts'
import type { Explanation, Item } from './explanation.ts'

export function explainCause(id: CauseId, say: Speak): Explanation {
  const cause = causeOf(id)
  return {
    id,
    kind: 'cause',
    title: say(`cause.${id}` as never),
    aside: `${say('explain.group', { group: cause.group })}, ${say('explain.kind', { kind: cause.kind })}`,
    lead: say(`cause.${id}.what` as never),
    sections: [
      { title: say('explain.see'), items: [{ text: say(`cause.${id}.see` as never) }] },
      { title: say('explain.alike'), items: alike(cause.rivals, say) },
      { title: say('explain.remedies'), items: cause.remedies.flatMap((remedy) => remedyItems(remedy, say)) },
      { title: say('explain.tests'), items: cause.settle.map((test) => ({ text: testText(test, say) })) },
      { title: say('explain.literature'), items: cause.literature.map(workItem) },
    ],
  }
}

function alike(rivals: readonly string[], say: Speak): Item[] {
  return rivals
    .filter((rival) => has(`cause.${rival}.see`))
    .map((rival) => ({
      text: say('explain.alike.tell', {
        rival: say(`cause.${rival}` as never),
        see: say(`cause.${rival}.see` as never),
      }),
      to: rival,
    }))
}

function remedyItems(remedy: { readonly id: string; readonly safe: string }, say: Speak): Item[] {
  return [
    { text: `${say(`remedy.${remedy.id}` as never)} (${say(`view.safe.${remedy.safe}` as never)})` },
    { text: say('explain.expect', { what: say(`remedy.${remedy.id}.expect` as never) }), code: codeOf(remedy.id) },
  ]
}

interface Work {
  readonly authors: string
  readonly year: number
  readonly title: string
  readonly doi?: string
  readonly arxiv?: string
}

/** Titles stay in the language of the work. */
function workItem(id: string): Item {
  const works: Readonly<Record<string, Work>> = literature
  const { authors, year, title, doi, arxiv } = works[id]!
  const href = doi === undefined ? `https://arxiv.org/abs/${arxiv}` : `https://doi.org/${doi}`
  return { text: `${authors} (${year}): ${title}`, href }
}

function testText(test: { readonly id: string; readonly cost: string }, say: Speak): string {
  const sentence = say(`test.${test.id}` as never)
  return say('view.test', {
    test: sentence.slice(0, 1).toLocaleUpperCase() + sentence.slice(1),
    needs: say(`test.${test.id}.needs` as never),
    cost: say(`view.cost.${test.cost}` as never),
  })
}
