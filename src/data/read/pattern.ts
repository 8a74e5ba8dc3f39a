// Patterns of paths as a shell knows them: *, ?, [abc], {a,b} and ** for any folders.

/** Whether `path` fits `pattern`; both with the separators as they were written. */
export function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${expression(tidy(pattern))}$`).test(tidy(path))
}

function tidy(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '')
}

function expression(pattern: string): string {
  return pattern.replace(/\*\*\/|\*\*|\*|\?|\[[^\]]+\]|\{[^}]+\}|[.+^$()|\\{}[\]]/g, (part) => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    if (part === '?') return '[^/]'
    if (part.length > 1 && part.startsWith('[')) return part.replace(/^\[!/, '[^').replaceAll('\\', '\\\\')
    if (part.length > 1 && part.startsWith('{')) return `(?:${part.slice(1, -1).split(',').map(expression).join('|')})`
    return `\\${part}`
  })
}
