// What may still be taken of a cluster: the limits of all that runs and the time of all that ran never exceed it.

/** Seconds of processors and of GPUs that all trials together may take; absent: as many as it needs. */
export interface Cap {
  readonly cpu?: number
  readonly gpu?: number
}

export class Allowance {
  /** seconds of one trial after another: each takes the same processors and GPUs */
  readonly #most: number
  readonly #reserved = new Map<object, number>()
  #spent = 0

  constructor({ cpu, gpu }: Cap, each: { readonly cpus: number; readonly gpus: number }) {
    const byGpu = gpu === undefined || each.gpus === 0 ? Number.POSITIVE_INFINITY : gpu / each.gpus
    this.#most = Math.min((cpu ?? Number.POSITIVE_INFINITY) / each.cpus, byGpu)
  }

  /** Seconds that nothing has taken or may yet take. */
  left(): number {
    return this.#most - this.#spent - [...this.#reserved.values()].reduce((sum, one) => sum + one, 0)
  }

  /** Sets the longest that `who` may run aside; false where so much is not left. */
  reserve(who: object, seconds: number): boolean {
    if (this.#most !== Number.POSITIVE_INFINITY && seconds > this.left()) return false
    this.#reserved.set(who, seconds)
    return true
  }

  /** `who` is over and took so long. */
  settle(who: object, seconds: number): void {
    this.#reserved.delete(who)
    this.#spent += seconds
  }
}
