// What comes from a program, cut where it is endless.

export function shortened(text: string, most: number): string {
  const letters = [...text.slice(0, 2 * most)]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}
