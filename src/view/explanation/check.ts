// The explanation of a check: its question, the evidence it is asked of, the numbers it goes by.

import type { Check } from '../../checks/check.ts'
import { has, type Language, number, type Speak } from '../../locales/speak.ts'
import type { Explanation, Item } from './explanation.ts'
import limitWords from './limits.generated.json' with { type: 'json' }

export function explainCheck(
  { name, group, needs, helps, limits }: Check,
  say: Speak,
  language: Language,
): Explanation {
  const evidence = (names: readonly string[]) => names.map((one) => evidenceItem(one, say))
  return {
    id: name,
    kind: 'check',
    title: say(`check.${name}` as never),
    aside: say('explain.group', { group }),
    lead: '',
    sections: [
      { title: say('explain.needs'), items: evidence(needs) },
      { title: say('explain.helps'), items: evidence(helps) },
      {
        title: say('explain.limits'),
        items: Object.entries(limits).map(([key, value]) => limitItem(name, key, number(value, language))),
      },
    ],
  }
}

/** What a limit means stands in the source, in English. */
function limitItem(check: string, limit: string, value: string): Item {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = limitWords
  const meaning = words[check]?.[limit]
  return { text: meaning ? `${limit} = ${value}: ${meaning}` : `${limit} = ${value}` }
}

/** What it is in words, and how to get it. */
function evidenceItem(evidence: string, say: Speak): Item {
  const words = say(`evidence.${evidence}` as never)
  const name = words.slice(0, 1).toLocaleUpperCase() + words.slice(1)
  return {
    text: has(`how.${evidence}`) ? say('explain.evidence', { name, how: say(`how.${evidence}` as never) }) : name,
  }
}
