// Where a trial works: a copy of the user's folder, so that no trial meets another's checkpoint and none touches the user's.

import { constants, cpSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join, sep } from 'node:path'

/** Entries larger than this, in files or bytes, are linked to instead: data sets are read, not written. */
const FILES = 2000
const BYTES = 64 * 2 ** 20
/** What no training reads: never copied, never linked. */
const LEFT = new Set(['.git', '.hg', '.svn', '.whyloss', '__pycache__', '.ipynb_checkpoints'])
/** Environments of a language: linked however small, since their own paths point into them. */
const LINKED = new Set(['node_modules', '.venv', 'venv', 'env', '.conda', '.tox'])

/**
 * Makes the copy of `from` in `to`. Files come as clones where the file system can. `home`: the folder of the experiment,
 * which may lie in `from` and is no part of the copy.
 */
export function makeWorkplace(from: string, to: string, home: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    const path = join(from, name)
    if (LEFT.has(name) || path === home) continue
    if (home.startsWith(path + sep)) makeWorkplace(path, join(to, name), home)
    else if (LINKED.has(name) || isLarge(path)) symlinkSync(path, join(to, name))
    else copy(path, join(to, name))
  }
}

export function removeWorkplace(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 })
}

function copy(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
    preserveTimestamps: true,
    filter: (path) => !LEFT.has(basename(path)) && isPlain(path),
  })
}

/** Sockets, pipes and devices are no files to copy. */
function isPlain(path: string): boolean {
  const entry = lstatSync(path)
  return entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()
}

function isLarge(path: string): boolean {
  const left = { files: FILES, bytes: BYTES }
  const walk = (at: string): boolean => {
    const entry = lstatSync(at)
    left.files--
    left.bytes -= entry.isFile() ? entry.size : 0
    if (left.files < 0 || left.bytes < 0) return true
    return entry.isDirectory() && readdirSync(at).some((name) => !LEFT.has(name) && walk(join(at, name)))
  }
  return walk(path)
}
