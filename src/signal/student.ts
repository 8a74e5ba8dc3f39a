// Student's t distribution: how far a mean of few values may lie from the truth by chance (Student, 1908).

/** P(|T| > t) for `df` degrees of freedom, by the finite series of Abramowitz and Stegun 26.7.3 and 26.7.4. */
export function studentTwoSided(t: number, df: number): number {
  const angle = Math.atan2(Math.abs(t), Math.sqrt(df))
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  let sum = 0
  let term = df % 2 === 0 ? 1 : cos
  for (let k = df % 2 === 0 ? 2 : 3; k <= df; k += 2) {
    sum += term
    term *= (cos * cos * (k - 1)) / k
  }
  const inside = df % 2 === 0 ? sin * sum : (2 / Math.PI) * (angle + sin * sum)
  return Math.max(0, 1 - inside)
}

/** The t that |T| exceeds with probability `p`, by bisection; 0 < p < 1, df >= 1. */
export function studentQuantile(p: number, df: number): number {
  let [low, high] = [0, 1]
  while (studentTwoSided(high, df) > p && high < 1e12) high *= 2
  for (let i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    const middle = (low + high) / 2
    if (studentTwoSided(middle, df) > p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
