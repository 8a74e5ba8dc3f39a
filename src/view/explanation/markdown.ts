// An explanation as Markdown, for the docs.

import type { Code, Explanation, Item } from './explanation.ts'

/** Where a page's links lead, as seen from it. */
export interface Addresses {
  /** of the page of a cause or check */
  id(id: string): string
  /** of a file of the project; undefined where the reader has none */
  file(path: string): string | undefined
}

/** Ends in a newline. */
export function explanationMarkdown(explanation: Explanation, addresses: Addresses): string {
  const sections = explanation.sections.map(({ title, items }) =>
    [`## ${title}`, '', ...items.map((item) => itemText(item, addresses))].join('\n').trimEnd(),
  )
  const head = [`# ${inert(explanation.title)}`, `\`${explanation.id}\` · ${explanation.aside}`]
  const lead = explanation.lead === '' ? [] : [inert(explanation.lead)]
  return `${[...head, ...lead, ...sections].join('\n\n')}\n`
}

function itemText({ text, to, href, code = [] }: Item, addresses: Addresses): string {
  const address = to === undefined ? '' : ` [${to}](${addresses.id(to)})`
  const outside = href === undefined ? '' : ` <${href}>`
  const line = `- ${inert(text)}${address}${outside}`
  if (code.length === 0) return line
  // code closes the list: what follows it begins one anew
  return `${[line, ...code.map((one) => codeText(one, addresses))].join('\n\n')}\n`
}

function codeText({ framework, language, text, path }: Code, addresses: Addresses): string {
  const file = addresses.file(path)
  const title = file === undefined ? framework : `[${framework}](${file})`
  return [title, '', `\`\`\`${language}`, text, '```'].join('\n')
}

/** Our own sentences hold few signs that Markdown would act upon. */
function inert(text: string): string {
  return text.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;')).replace(/([*_])(?=\S)/g, '\\$1')
}
