// The few places where the SQL of the engines differs; everything else of the exam is plain SQL.

export interface Dialect {
  readonly name: 'duckdb' | 'spark'
  /** a column's or table's name */
  quote(name: string): string
  /** a string constant */
  constant(text: string): string
  /** as double precision */
  double(expression: string): string
  /** as double precision, NULL for text that is no number */
  tryDouble(expression: string): string
  /** as text */
  text(expression: string): string
  /** a date or time as whole microseconds since 1970 in UTC */
  micros(expression: string): string
  /** about how many different values */
  distinct(expression: string): string
  /** whether a floating-point value is NaN, and whether it is infinite */
  isNaN(expression: string): string
  isInfinite(expression: string): string
  /** a 64-bit hash of several values together, NULLs included */
  hash(expressions: readonly string[]): string
  /** a statement whose first two columns are the names and the types of a relation's columns */
  describe(relation: string): string
  /** standard deviation with n - 1 */
  spread(expression: string): string
}

const DUCKDB: Dialect = {
  name: 'duckdb',
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  constant: (text) => `'${text.replaceAll("'", "''")}'`,
  double: (expression) => `CAST(${expression} AS DOUBLE)`,
  tryDouble: (expression) => `TRY_CAST(${expression} AS DOUBLE)`,
  text: (expression) => `CAST(${expression} AS VARCHAR)`,
  micros: (expression) => `epoch_us(${expression})`,
  distinct: (expression) => `approx_count_distinct(${expression})`,
  isNaN: (expression) => `isnan(${expression})`,
  isInfinite: (expression) => `isinf(${expression})`,
  hash: (expressions) => `hash(${expressions.join(', ')})`,
  describe: (relation) => `DESCRIBE SELECT * FROM ${relation}`,
  spread: (expression) => `stddev_samp(${expression})`,
}

/**
 * Text that DuckDB takes for a number. Java would also take `1d`, `0x1p3` and control characters, and no `1_000`. Without a
 * backslash, which stands for itself in Spark's strings or not, as the server is set.
 */
const DIGITS = '[0-9]+(_[0-9]+)*'
const SPACES = '[ \t\n\u000b\f\r]*'
const NUMBER = `^${SPACES}[+-]?((${DIGITS}([.](${DIGITS})?)?|[.]${DIGITS})([eE][+-]?${DIGITS})?|(?i:inf|infinity|nan))${SPACES}$`

const SPARK: Dialect = {
  name: 'spark',
  quote: (name) => `\`${name.replaceAll('`', '``')}\``,
  constant: (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  double: (expression) => `CAST(${expression} AS DOUBLE)`,
  tryDouble: (expression) =>
    `CASE WHEN ${expression} RLIKE '${NUMBER}' THEN TRY_CAST(replace(${expression}, '_', '') AS DOUBLE) END`,
  text: (expression) => `CAST(${expression} AS STRING)`,
  micros: (expression) => `unix_micros(CAST(${expression} AS TIMESTAMP))`,
  // approx_count_distinct is 5 % off, or slow where less is asked; the sketch counts no NULL, but takes few types
  distinct: (expression) =>
    `hll_sketch_estimate(hll_sketch_agg(CASE WHEN ${expression} IS NOT NULL THEN xxhash64(${expression}) END, 14))`,
  isNaN: (expression) => `isnan(${expression})`,
  isInfinite: (expression) => `abs(${expression}) = CAST('Infinity' AS DOUBLE)`,
  // NULL leaves the hash as it is: without a word on each value's absence (1, NULL) would be equal to (NULL, 1)
  hash: (expressions) => `xxhash64(${expressions.flatMap((one) => [one, `${one} IS NULL`]).join(', ')})`,
  describe: (relation) => `DESCRIBE QUERY SELECT * FROM ${relation}`,
  spread: (expression) => `stddev_samp(${expression})`,
}

export const dialects = { duckdb: DUCKDB, spark: SPARK } as const
