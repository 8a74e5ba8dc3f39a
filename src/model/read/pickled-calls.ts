// What a pickle would call that no model needs: the loader of another program would run it, and its owner should know.

import { isGlobal, isObject, type Pickled } from './pickled.ts'

/** Modules whose functions start programs, reach the network or run code, and the builtins that do. */
const DANGEROUS =
  /^(?:(?:os|posix|nt|subprocess|pty|commands|socket|shutil|runpy|importlib(?:\..*)?|ctypes(?:\..*)?|webbrowser|code|sys)\..*|(?:builtins|__builtin__)\.(?:eval|exec|compile|open|__import__|getattr|apply|execfile|input))$/
/** Values that are looked at; an honest model has far fewer outside its tensors. */
const MOST = 2_000_000
const NAMED = 3

/** The first few such names, as `posix.system`. */
export function callsIn(root: Pickled): readonly string[] {
  const names = new Set<string>()
  const seen = new Set<Pickled>()
  const open: Pickled[] = [root]
  while (open.length > 0 && seen.size < MOST && names.size < NAMED) {
    const one = open.pop()!
    if (one === null || typeof one !== 'object' || one instanceof Uint8Array || seen.has(one)) continue
    seen.add(one)
    if (isGlobal(one) || isObject(one)) {
      const name = `${one.module}.${one.name}`
      if (DANGEROUS.test(name)) names.add(name.slice(0, 60))
    }
    for (const part of partsOf(one)) open.push(part)
  }
  return [...names]
}

function* partsOf(one: Exclude<Pickled, null | boolean | number | bigint | string | Uint8Array>): Iterable<Pickled> {
  if (one.kind === 'global') return
  if (one.kind === 'persistent') yield one.id
  else if (one.kind === 'dict' || one.kind === 'object') {
    if (one.kind === 'object') yield* [...one.args, ...(one.items ?? [])]
    for (const pair of one.map ?? []) yield* pair
    if (one.state !== undefined) yield one.state
  } else yield* one.items
}
