// Reduces a line of code to what it sets: no comment, and an option of a parser as its default.

const DECLARED =
  /\badd_argument\(\s*(?:['"]-\w['"]\s*,\s*)?['"]--([\w-]{1,40})['"].{0,200}?\bdefault\s*=\s*(['"]?[^\s,'")]{1,40})/
const FLAGS = /^@?(?:click\.)?option\(\s*['"]--([\w-]{1,40})['"].{0,200}?\bdefault\s*=\s*(['"]?[^\s,'")]{1,40})/

/** The setting that a line makes, `''` where it is a comment or makes none, or the line itself where it is no code. */
export function asSetting(text: string, code: boolean): string {
  if (/^\s*(?:#|\/\/|%)\s?\S/.test(text)) return isMuted(text) ? '' : text
  const option = DECLARED.exec(text) ?? FLAGS.exec(text)
  if (option) return `${option[1]}=${option[2]}`
  if (text.includes('add_argument(')) return ''
  return code ? text.replace(/\s(?:#|\/\/)\s.*$/, '') : text
}

/** Code that was commented out says what was not done; a heading in markdown says something. */
function isMuted(text: string): boolean {
  return /^\s*(?:#|\/\/|%)\s?[\w.]+\s*(?:=|\()/.test(text) || /^\s*(?:#|\/\/|%).*[)\]}=]\s*$/.test(text)
}
