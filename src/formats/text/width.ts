// Full-width digits and punctuation, and signs that only look like ASCII, written as ASCII.

const WIDE = /[！-～　−–—，。：；（）％＝‐‑‒﹣]/
const ALL_WIDE = /[！-～　−–—，。：；（）％＝‐‑‒﹣]/g

/** The same text with ASCII digits, letters and punctuation; other characters stay. */
export function narrow(text: string): string {
  return WIDE.test(text) ? text.replace(ALL_WIDE, narrowed) : text
}

function narrowed(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code === 0x3000) return ' '
  if (code === 0x3002) return '. '
  return '-'
}
