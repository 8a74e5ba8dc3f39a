// Builds dist/: the command (what it imports lazily stays lazy), the public door with its types, the page, the recorder.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'tsdown'
import { build as vite } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const ENTRIES = { 'cli/main': 'src/cli/main.ts', index: 'src/index.ts' }
const SHEBANG = '#!/usr/bin/env node\n'

/** What every answer loads is bundled: resolving it as packages costs 30 ms a start, half of what bare Node takes. */
const START = [/^commander$/, /^picocolors$/, /^string-width$/, /^intl-messageformat$/]
/** ONNX Runtime would bring a dependency with an install script, which what is bundled does not need. */
const MODELS = [/^onnxruntime-web$/, /^onnxruntime-common$/]
const BUNDLED = [...START, ...MODELS]

/** Bundles into `outDir`; returns the names of the packages whose code went in. */
async function bundle(outDir) {
  const entry = Object.fromEntries(Object.entries(ENTRIES).filter(([, path]) => existsSync(join(root, path))))
  if (Object.keys(entry).length === 0) return []
  const shared = {
    cwd: root,
    config: false,
    outDir,
    clean: false,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warn',
    // a busy machine is no news
    checks: { pluginTimings: false },
    report: false,
    fixedExtension: false,
    define: { __WHYLOSS_VERSION__: JSON.stringify(version) },
    deps: { alwaysBundle: BUNDLED, onlyBundle: false },
  }
  const [bundles] = await Promise.all([
    build({ ...shared, entry, dts: false }),
    entry.index ? build({ ...shared, entry: { index: entry.index }, dts: { emitDtsOnly: true } }) : [],
    tfjs({ ...shared, outDir: join(outDir, 'tfjs') }),
  ])
  const modules = bundles.flatMap((one) => one.chunks).flatMap((chunk) => chunk.moduleIds ?? [])
  return packagesOf(modules)
}

/** The recorder of TensorFlow.js: what a program imports, and what is put before it, which may meet an older Node. */
async function tfjs(shared) {
  const index = { index: 'recorder/tfjs/index.ts' }
  await build({ ...shared, entry: index, dts: true, platform: 'neutral' })
  await build({ ...shared, entry: index, dts: false, platform: 'neutral', ...CJS })
  const inject = { inject: 'recorder/tfjs/inject.ts' }
  await build({ ...shared, entry: inject, dts: false, target: 'node16', ...CJS })
  copyFileSync(join(root, 'recorder/tfjs/register.cjs'), join(shared.outDir, 'register.cjs'))
}
/** with no advice to leave CommonJS: an older Node has nothing else that is loaded before a program */
const CJS = { format: 'cjs', logLevel: 'error', outExtensions: () => ({ js: '.cjs' }) }

/** Builds the page without its data, one file; returns the names of the packages whose code went in. */
async function page(outDir) {
  const modules = []
  // before the chunk is put into the page, and is gone
  const witness = {
    name: 'witness',
    enforce: 'pre',
    renderChunk: (_, chunk) => void modules.push(...chunk.moduleIds),
  }
  await vite({
    configFile: join(root, 'app/vite.config.ts'),
    logLevel: 'warn',
    plugins: [witness],
    build: { outDir, emptyOutDir: false },
  })
  return packagesOf(modules)
}

function packagesOf(modules) {
  const packages = modules.map((id) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]).filter(Boolean)
  return [...new Set(packages)]
}

/** The licences of what was bundled, as they ask. */
function licences(packages) {
  const texts = packages.map((name) => {
    const folder = join(root, 'node_modules', name)
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
    const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : UNSTATED[name]
    return `${name} (${license})\n\n${text ?? ''}\n`
  })
  return `whyloss contains code of these packages.\n\n${texts.join('\n\n')}`
}

/** Licences of packages that come without their text. */
const MIT = (holder) => `MIT License

${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
const MICROSOFT = MIT('Copyright (c) Microsoft Corporation')
const UNSTATED = {
  'onnxruntime-common': MICROSOFT,
  'onnxruntime-web': `${MICROSOFT}

What ONNX Runtime itself is made of: https://github.com/microsoft/onnxruntime/blob/main/ThirdPartyNotices.txt`,
}

function files(folder, under = '') {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(under, relative(folder, join(file.parentPath, file.name))))
}

/** The recorder as Python loads it: the package, and the folder that puts it into a process. */
function recorder(outDir) {
  for (const path of ['inject', 'inject-trial', 'whyloss', 'whyloss_trial'].flatMap((name) =>
    files(join(root, 'recorder', name), name),
  )) {
    if (!path.endsWith('.py')) continue
    mkdirSync(dirname(join(outDir, 'recorder', path)), { recursive: true })
    copyFileSync(join(root, 'recorder', path), join(outDir, 'recorder', path))
  }
}

/** What ONNX Runtime loads beside its bundled part: the glue, and 14 MB of WebAssembly, packed to a fifth. */
function runtime(outDir) {
  const from = join(root, 'node_modules/onnxruntime-web/dist')
  mkdirSync(join(outDir, 'ort'))
  copyFileSync(join(from, 'ort-wasm-simd-threaded.mjs'), join(outDir, 'ort/ort-wasm-simd-threaded.mjs'))
  const code = readFileSync(join(from, 'ort-wasm-simd-threaded.wasm'))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  }
  writeFileSync(join(outDir, 'ort/ort-wasm-simd-threaded.wasm.br'), brotliCompressSync(code, { params }))
}

/** Moves the new files over the old ones, entries last, so that dist/ can be run at every moment; then drops the rest. */
function publish(from, to) {
  const fresh = files(from).sort((a, b) => Number(a in asEntry) - Number(b in asEntry))
  for (const path of fresh) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    renameSync(join(from, path), join(to, path))
  }
  for (const path of files(to)) if (!fresh.includes(path)) rmSync(join(to, path))
}
const asEntry = Object.fromEntries(Object.keys(ENTRIES).map((name) => [`${name}.js`, true]))

const cache = join(root, 'node_modules', '.cache')
mkdirSync(cache, { recursive: true })
const work = mkdtempSync(join(cache, 'build-'))
try {
  const packages = [...new Set([...(await bundle(work)), ...(await page(work))])].sort()
  const main = join(work, 'cli/main.js')
  if (existsSync(main)) {
    const text = readFileSync(main, 'utf8')
    if (!text.startsWith('#!')) writeFileSync(main, SHEBANG + text)
    chmodSync(main, 0o755)
  }
  if (packages.length > 0) writeFileSync(join(work, 'licenses.txt'), licences(packages))
  const schema = join(root, 'schema/examination.schema.json')
  if (existsSync(schema)) copyFileSync(schema, join(work, 'examination.schema.json'))
  recorder(work)
  runtime(work)
  mkdirSync(join(root, 'dist'), { recursive: true })
  publish(work, join(root, 'dist'))
} catch (error) {
  // the builder's own account of what it could not resolve or parse; its stack says nothing more
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
