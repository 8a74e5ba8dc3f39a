// Writes schema/examination.schema.json, the JSON Schema of the output, from src/view/schema.ts. `--check` only compares.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { jsonSchema } from '../src/view/schema.ts'

const path = fileURLToPath(new URL('../schema/examination.schema.json', import.meta.url))
const text = `${JSON.stringify(jsonSchema(), null, 2)}\n`
const old = existsSync(path) ? readFileSync(path, 'utf8') : ''
if (old !== text && process.argv.includes('--check')) {
  console.error('schema/examination.schema.json is not fresh. Run `npm run gen`.')
  process.exit(1)
}
if (old !== text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
