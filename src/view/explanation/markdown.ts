// An explanation as Markdown, for the docs.

import type { Explanation } from './explanation.ts'

/** `link` gives the address of an id, as seen from this page. Ends in a newline. */
export function explanationMarkdown(explanation: Explanation, link: (id: string) => string): string {
  const sections = explanation.sections.map(({ title, items }) => {
    const lines = items.map(
      ({ text, to }) => `- ${to === undefined ? inert(text) : `${inert(text)} [${to}](${link(to)})`}`,
    )
    return [`## ${title}`, '', ...lines].join('\n')
  })
  const head = [`# ${inert(explanation.title)}`, `\`${explanation.id}\` · ${explanation.aside}`]
  const lead = explanation.lead === '' ? [] : [inert(explanation.lead)]
  return `${[...head, ...lead, ...sections].join('\n\n')}\n`
}

/** Our own sentences hold few signs that Markdown would act upon. */
function inert(text: string): string {
  return text.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;')).replace(/([*_])(?=\S)/g, '\\$1')
}
