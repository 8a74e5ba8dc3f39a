// Puts a page's data into its template: one file that needs nothing else.

import type { PageData } from '../../diagnosis/page.ts'
import type { ColumnText } from './pack.ts'

/** Where the template wants its data. */
const PLACE = '<!--data-->'

/** The page as one HTML file. Throws where the template has no place for data. */
export function html(template: string, page: PageData, columns: readonly ColumnText[]): string {
  const at = template.indexOf(PLACE)
  if (at < 0) throw new Error(`the template of the page has no ${PLACE}`)
  const data = `<script type="application/json" id="page">${inert(JSON.stringify(page))}</script>`
  const texts = columns.map(({ id, text }) => `<script type="text/plain" id="${id}">${text}</script>`)
  return `${template.slice(0, at)}${[data, ...texts].join('\n')}${template.slice(at + PLACE.length)}`
}

/** JSON that no HTML parser takes for markup, whatever its strings hold. */
function inert(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
