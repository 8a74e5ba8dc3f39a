// The explanation of a check: its question, the evidence it is asked of, the numbers it goes by.

import { checks } from '../../checks/index.ts'
import { has, type Language, number, type Speak } from '../../locales/speak.ts'
import type { Explanation } from './explanation.ts'

export function explainCheck(name: string, say: Speak, language: Language): Explanation {
  const check = checks.find((one) => one.name === name)!
  const how = (evidence: string) =>
    has(`how.${evidence}`) ? `${evidence}: ${say(`how.${evidence}` as never)}` : evidence
  return {
    id: name,
    kind: 'check',
    title: say(`check.${name}` as never),
    aside: say('explain.group', { group: check.group }),
    lead: '',
    sections: [
      { title: say('explain.needs'), items: check.needs.map((evidence) => ({ text: how(evidence) })) },
      { title: say('explain.helps'), items: check.helps.map((evidence) => ({ text: how(evidence) })) },
      {
        title: say('explain.limits'),
        items: Object.entries(check.limits).map(([key, value]) => ({ text: `${key} = ${number(value, language)}` })),
      },
    ],
  }
}
