// The explanation of a format: what it is recognised by, what is read of it and what is not.

import type { Format } from '../../formats/format.ts'
import { has, type Speak } from '../../locales/speak.ts'
import type { Explanation, Item } from './explanation.ts'

export function explainFormat({ name, title }: Format, say: Speak): Explanation {
  const read = (['values', 'axes', 'facts', 'events'] as const).flatMap((part): Item[] =>
    has(`format.${name}.${part}`)
      ? [{ text: say(`explain.read.${part}`, { what: say(`format.${name}.${part}` as never) }) }]
      : [],
  )
  return {
    id: name,
    kind: 'format',
    title,
    aside: say('explain.format'),
    lead: say(`format.${name}.what` as never),
    sections: [
      { title: say('explain.recognised'), items: [{ text: say(`format.${name}.recognises` as never) }] },
      { title: say('explain.read'), items: read },
      { title: say('explain.unread'), items: [{ text: say(`format.${name}.not` as never) }] },
    ],
  }
}
