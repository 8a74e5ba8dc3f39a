// An explanation on the terminal, and the list of all that can be explained.

import { causes } from '../../causes/index.ts'
import { checks } from '../../checks/index.ts'
import { bullet, type Paper, paragraph, type Sheet, sheet } from '../page/sheet.ts'
import { width } from '../wrap.ts'
import type { Code, Explanation, Item } from './explanation.ts'

/** Ends in a newline; no line is wider than the paper. */
export function explanationText(explanation: Explanation, paper: Paper): string {
  const on = sheet(paper)
  const head = [
    on.ink.bold(explanation.title),
    ...paragraph(on, `${explanation.id} ${on.symbols.dot} ${explanation.aside}`, 0).map(on.ink.dim),
  ]
  const sections = explanation.sections.map(({ title, items }) => [
    on.ink.bold(title),
    ...items.flatMap((item) => itemLines(item, on)),
  ])
  const lead = explanation.lead === '' ? [] : [paragraph(on, on.line(explanation.lead), 0)]
  return `${[head, ...lead, ...sections].map((lines) => lines.join('\n').trimEnd()).join('\n\n')}\n`
}

function itemLines({ text, href, code = [] }: Item, on: Sheet): string[] {
  const line = href === undefined ? text : `${text} ${href}`
  const blocks = code.flatMap((one) => ['', ...codeLines(one, on)])
  return [...bullet(on, on.symbols.none, on.line(line, 1200)), ...blocks, ...(code.length > 0 ? [''] : [])]
}

/** Code is copied from here: a line is broken only where the window is narrower than it. */
function codeLines({ framework, text }: Code, on: Sheet): string[] {
  const room = on.columns - 4
  const lines = text.split('\n').flatMap((line) => line.match(new RegExp(`.{1,${room}}`, 'gu')) ?? [''])
  return [`    ${on.ink.dim(framework)}`, ...lines.map((line) => (line === '' ? '' : `    ${line}`))]
}

/** Every cause and every check with its title or question, by group. */
export function explanationList(paper: Paper): string {
  const on = sheet(paper)
  const known = [
    ...causes.map(({ id, group }) => ({ id, group, title: on.say(`cause.${id}` as never), kind: 'causes' as const })),
    ...checks.map(({ name, group }) => ({
      id: name,
      group,
      title: on.say(`check.${name}` as never),
      kind: 'checks' as const,
    })),
  ]
  const room = Math.max(...known.map((one) => width(one.id))) + 2
  const parts = (['causes', 'checks'] as const).map((kind) => {
    const own = known.filter((one) => one.kind === kind)
    const groups = [...new Set(own.map((one) => one.group))]
    const lines = groups.flatMap((group) => [
      `  ${on.ink.dim(on.say('explain.group', { group }))}`,
      ...own.filter((one) => one.group === group).flatMap((one) => entry(one.id, one.title, room, on)),
    ])
    return [on.ink.bold(on.say(`explain.${kind}`)), ...lines].join('\n')
  })
  return `${[...parts, on.say('explain.more')].join('\n\n')}\n`
}

/** The id and its title on one line, or below each other where the window is narrow. */
function entry(id: string, title: string, room: number, on: Sheet): string[] {
  const left = on.columns - room - 4
  if (left < 24) return [`    ${id}`, ...paragraph(on, title, 6)]
  const [first = '', ...rest] = paragraph(on, title, room + 4)
  return [`    ${id}${' '.repeat(room - width(id))}${first.trimStart()}`, ...rest]
}
