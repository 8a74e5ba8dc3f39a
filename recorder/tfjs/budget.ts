// When to look closely: the cost of looking is measured, and kept below a share of the training's own time.

/** seconds that the start may cost beyond the share */
const ALLOWANCE = 0.2
/** of the allowance, for what is costly; the rest is for plain looks */
const AMPLE = 0.5
/** of the training's time; a third of the promised 1 % is left for what no clock sees */
const SHARE = 0.007
/** seconds that a step costs which is not looked at */
const FAST = 12e-6
/** seconds after which a long training is looked at again */
const OFTEN = 60
/** looks for each e-fold of steps */
const SPREAD = 8
/** hooks and cold code are not in what the clock saw */
const UNSEEN = 1.4

/** Seconds since some moment. */
export function seconds(): number {
  return performance.now() / 1000
}

export class Budget {
  spent = 0
  sampled = 0
  private startup = 0
  private begun: number | undefined
  /** what a look is thought to cost: at first much, since code is compiled as it runs */
  private cost = 0.01

  /** The first step begins now; `startup` seconds went into getting ready. */
  start(startup: number): void {
    this.begun = seconds()
    this.startup = startup
    this.spent = startup
  }

  /** Seconds that were spent. */
  charge(spent: number): void {
    this.spent += spent
  }

  /** A close look has ended, which cost so many of the seconds that were charged. */
  looked(cost: number): void {
    this.sampled++
    // the first looks are dear, and soon forgotten
    this.cost += 0.5 * (UNSEEN * cost - this.cost)
  }

  /** Seconds since the first step. */
  elapsed(): number {
    return this.begun === undefined ? 0 : seconds() - this.begun
  }

  /** Whether a look may cost several times what it must: enough is left for the looks that follow. */
  ample(step: number): boolean {
    return this.spent + FAST * step < AMPLE * ALLOWANCE + SHARE * this.elapsed()
  }

  /** The step to look at after `step` was looked at. */
  next(step: number): number {
    const elapsed = this.elapsed()
    const perStep = Math.max(elapsed / Math.max(1, step), 1e-6)
    const spread = Math.max(1, Math.min(Math.floor(step / SPREAD), Math.floor(OFTEN / perStep)))
    const lacking = this.spent + FAST * step + this.cost - ALLOWANCE - SHARE * elapsed
    if (lacking <= 0) return step + spread
    // every step earns its share, less what it costs unlooked
    const earned = SHARE * perStep - FAST
    if (earned <= 0) return step + Math.max(spread, Math.floor(OFTEN / perStep))
    return step + Math.max(spread, Math.floor(lacking / earned) + 1)
  }

  /** What was measured, as a line of the stream. */
  row(step: number): Readonly<Record<string, unknown>> {
    const round = (value: number, places: number) => Number(value.toFixed(places))
    return {
      k: 'cost',
      steps: step,
      seconds: round(this.elapsed(), 4),
      spent: round(this.spent, 5),
      startup: round(this.startup, 5),
      sampled: this.sampled,
    }
  }
}
