// Tells sentences of people from lines of programs, which end in a number and go on without capitals.

/** A stop behind which another sentence begins, or one that only Chinese has. */
const WITHIN = /\p{L}\S{0,40}[.?!]\s+\p{Lu}\p{Ll}|[。？！]/u

/** Whether a line ends as sentences do (`... batch 32.`, but not `loading ...`), or holds the end of one. */
export function isSentence(text: string): boolean {
  let end = text.length - 1
  while (end > 0 && text.charCodeAt(end) === 32) end--
  const code = text.charCodeAt(end)
  if (code === 63 || code === 33 || code === 0x3002 || code === 0xff1f || code === 0xff01) return true
  if (code === 46) return text.charCodeAt(end - 1) !== 46
  const inside =
    text.includes('. ') || text.includes('? ') || text.includes('! ') || text.includes('。') || text.includes('？')
  return inside && text.length < 2000 && WITHIN.test(text)
}
