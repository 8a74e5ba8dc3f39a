// A model that runs: rows of numbers in, rows of numbers out.

export interface Runner {
  /** features of a row: the values of all inputs, one input after another, each flattened in row-major order */
  readonly inputs: number
  /** values that are given out for a row: those of one output, flattened */
  readonly outputs: number
  /** what runs it, for the report: name, version and threads */
  readonly engine: string
  /**
   * @param rows at least count x inputs, row-major
   * @returns count x outputs, row-major
   * Throws ModelError `run` where the model refuses the values.
   */
  run(rows: Float32Array, count: number): Promise<Float64Array>
  /** gives the memory back; may be called twice */
  close(): Promise<void>
}
