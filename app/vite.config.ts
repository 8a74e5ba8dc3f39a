// Freezes the page into one HTML file that makes no request and runs no script but its own.

import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Allows exactly the scripts and styles that the file holds, by their hashes, and nothing from elsewhere. */
function sealed(html: string): string {
  const hashes = (tag: string) =>
    [
      ...html.matchAll(
        new RegExp(`<${tag}(?![^>]*type="(?:application/json|text/plain)")[^>]*>([\\s\\S]*?)</${tag}>`, 'g'),
      ),
    ]
      .map((match) => `'sha256-${createHash('sha256').update(match[1]!).digest('base64')}'`)
      .join(' ')
  const policy = `default-src 'none'; script-src ${hashes('script')}; style-src ${hashes('style')}; img-src data:; base-uri 'none'; form-action 'none'`
  return html.replace('<meta charset="utf-8">', `$&\n<meta http-equiv="Content-Security-Policy" content="${policy}">`)
}

/** The script runs when the data before it have been parsed: it stands last, and is a module, so it waits anyway. */
function seal(): Plugin {
  let out = ''
  return {
    name: 'seal',
    configResolved(config) {
      out = config.build.outDir
    },
    closeBundle() {
      const from = join(out, 'index.html')
      writeFileSync(from, sealed(readFileSync(from, 'utf8')))
      renameSync(from, join(out, 'page.html'))
    },
  }
}

export default defineConfig({
  root,
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: join(root, '../dist'),
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
  },
  plugins: [viteSingleFile({ removeViteModuleLoader: true }), seal()],
})
