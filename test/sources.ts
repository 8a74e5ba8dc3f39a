// The project's own source files, as the tests that judge them read them.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The rooms of src/ in the order of imports (design, section 2): a file imports from its own room or one before it. */
export const ROOMS = [
  'locales',
  'record',
  'signal',
  'causes',
  'formats',
  'gather',
  'data',
  'model',
  'checks',
  'diagnosis',
  'live',
  'trials',
  'view',
  'cli',
] as const

/** Rooms that run in a browser unchanged. */
export const BROWSER: readonly string[] = ['locales', 'record', 'signal', 'causes', 'formats', 'checks', 'diagnosis']

export interface SourceFile {
  /** from the project's root, with forward slashes */
  readonly path: string
  readonly text: string
  /** the room in src/, `app` below app/, or '' for a file that lies in none */
  readonly room: string
  /** a test, or what only tests use */
  readonly test: boolean
}

/** Every TypeScript and JavaScript file below the folders, sorted by path; what a folder lacks is no error. */
export function sources(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) => below(folder)).sort((a, b) => (a.path < b.path ? -1 : 1))
}

function below(folder: string): SourceFile[] {
  let entries: ReturnType<typeof list>
  try {
    entries = list(folder)
  } catch {
    return []
  }
  return entries
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => {
      const full = join(entry.parentPath, entry.name)
      const path = relative(ROOT, full).replaceAll('\\', '/')
      const room = /^src\/([^/]+)\//.exec(path)?.[1] ?? (path.startsWith('app/') ? 'app' : '')
      return {
        path,
        room,
        text: readFileSync(full, 'utf8'),
        test: /[.](test|fixture)[.]tsx?$/.test(path) || path.startsWith('test/'),
      }
    })
}

function list(folder: string) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
}

export function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(
    file.path,
    file.text,
    ts.ScriptTarget.ES2023,
    true,
    file.path.endsWith('x') ? ts.ScriptKind.TSX : undefined,
  )
}

/** What a file imports or re-exports, types and `import()` too, as written. */
export function importsOf(file: SourceFile): readonly string[] {
  return ts.preProcessFile(file.text, true, true).importedFiles.map((one) => one.fileName)
}
