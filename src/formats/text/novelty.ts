// Which unread lines are worth a look for facts: a log repeats itself without end, settings and questions do not.

/** No more than this many unread lines of one text are looked at, and of one wording, numbers aside. */
const MOST_LINES = 6000
const MOST_ALIKE = 200
const MOST_KINDS = 20_000
const MOST_LOOKED = 200_000

/** Opens a judge of unread lines; its answers depend only on the lines before. */
export function openNovelty(): (text: string) => boolean {
  const seen = new Map<number, number>()
  let lines = 0
  let looked = 0
  return (text) => {
    // Behind so much noise nobody states a fact.
    if (lines >= MOST_LINES || ++looked > MOST_LOOKED) return false
    const kind = wording(text)
    const times = seen.get(kind) ?? 0
    if (times >= MOST_ALIKE) return false
    if (times > 0 || seen.size < MOST_KINDS) seen.set(kind, times + 1)
    lines++
    return true
  }
}

/** A hash of the line without its digits. */
function wording(text: string): number {
  let hash = 17
  const end = Math.min(text.length, 400)
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) hash = (Math.imul(hash, 31) + code) | 0
  }
  return hash
}
