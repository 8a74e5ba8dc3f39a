// The search for a better learning rate: by powers of ten in the direction that helps, then halfway between.

/** How far a rate may go from the script's own. */
const LEAST = 1e-4
const MOST = 1e3
const STEP = 10
/** so far the search goes on the side on which the diagnosis points, whatever comes of the steps between */
const POINTED = 1e-3

/** What came of one factor: the yardstick at the end, seen so that more is better; null where the training was lost. */
export type Tried = (factors: readonly number[]) => Promise<readonly (number | null)[]>

export interface Judging {
  /** good enough, so that the halves between the powers of ten are left out */
  isCure(value: number): boolean
  /** more by so much that it is worth going on that way; any more where it is not given */
  isMore(value: number, than: number): boolean
}

export type Hint = 'lower' | 'higher' | undefined

/**
 * Factors of the script's own rate and what they came to, in the order in which they were tried; 1 is `own`. Tries as
 * many at once as are independent of each other. `hint`: the side on which the diagnosis expects it.
 */
export async function searchRate(
  own: number | null,
  hint: Hint,
  tried: Tried,
  { isCure = () => false, isMore = (value, than) => value > than }: Partial<Judging> = {},
): Promise<ReadonlyMap<number, number | null>> {
  const known = new Map<number, number | null>([[1, own]])
  const ask = async (...factors: readonly number[]) => {
    const fresh = factors.map(plain).filter((one) => !known.has(one) && one >= LEAST && one <= MOST)
    const values = fresh.length > 0 ? await tried(fresh) : []
    fresh.forEach((one, i) => {
      known.set(one, values[i] ?? null)
    })
  }
  const cured = () => {
    const value = known.get(bestOf(known)) ?? null
    return bestOf(known) !== 1 && value !== null && isCure(value)
  }
  const along = async (way: number, isPointed: boolean) => {
    await ask(way)
    // a tenth is often not enough: where the diagnosis points, what changes nothing yet does not end the search
    const isOpen = (next: number) => isPointed && !cured() && next >= POINTED && next <= 1 / POINTED
    for (let at = way; isWithin(at * way); at *= way) {
      if (!isOpen(plain(at * way)) && !goesOn(known, plain(at), way, isMore)) break
      await ask(at * way)
    }
  }
  const [down, up] = [1 / STEP, STEP]
  if (hint === undefined) await ask(down, up)
  if (hint !== 'higher') await along(down, hint === 'lower')
  // the diagnosis may be wrong about the side
  if (hint === undefined || hint === 'higher' || bestOf(known) === 1) await along(up, hint === 'higher')
  if (hint === 'higher' && bestOf(known) === 1) await along(down, false)
  const best = bestOf(known)
  if (!cured()) await ask(best * Math.sqrt(STEP), best / Math.sqrt(STEP))
  return known
}

function isWithin(factor: number): boolean {
  return plain(factor) >= LEAST && plain(factor) <= MOST
}

/** The factor that did best; 1 where none is better, the smallest among equals. */
export function bestOf(known: ReadonlyMap<number, number | null>): number {
  let best = 1
  for (const [factor, value] of known) {
    const so = known.get(best) ?? null
    if (value !== null && (so === null || value > so)) best = factor
  }
  return best
}

/** Whether it is worth going on past `factor`: it gains on all before it, or nothing has come through on the way down. */
function goesOn(
  known: ReadonlyMap<number, number | null>,
  factor: number,
  way: number,
  isMore: Judging['isMore'],
): boolean {
  const value = known.get(factor) ?? null
  const others = [...known].flatMap(([other, one]) => (other === factor || one === null ? [] : [one]))
  if (value === null) return way < 1 && others.length === 0
  return others.every((one) => isMore(value, one))
}

function plain(factor: number): number {
  return Number(factor.toPrecision(2))
}
