// Runs the snippets that are named, all in one process, and prints a line of JSON for each: its path, seconds and error.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// what a snippet prints is none of the answer
console.log = console.error
for (const path of process.argv.slice(2)) {
  const start = performance.now()
  let error = null
  try {
    await import(pathToFileURL(resolve(path)).href)
  } catch (thrown) {
    error = thrown?.stack ?? String(thrown)
  }
  const seconds = Math.round(performance.now() - start) / 1000
  process.stdout.write(`${JSON.stringify({ path, seconds, error })}\n`)
}
