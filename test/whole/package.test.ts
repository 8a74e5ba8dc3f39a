// The package as a stranger gets it: packed, installed in an empty folder, run.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { built, suite } from '../components.ts'
import { ROOT } from '../sources.ts'

const FULL = '1.2 2.1 2.2 3.4 5.5 8.9'
  .split(' ')
  .map((loss, i) => `epoch ${i + 1} loss ${loss}\n`)
  .join('')

suite('the package', [built], () => {
  const folder = mkdtempSync(join(tmpdir(), 'whyloss-package-'))
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  let files: readonly string[] = []

  beforeAll(() => {
    // the build is there already: packing must not run it under the feet of the suites beside this one
    const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [tarball] = JSON.parse(packed)
    files = tarball.files.map((file: { path: string }) => file.path)
    writeFileSync(join(folder, 'package.json'), '{"name":"stranger","private":true,"type":"module"}\n')
    execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball.filename}`], {
      cwd: folder,
      stdio: 'pipe',
    })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = (args: readonly string[], input = '') =>
    spawnSync(join(folder, 'node_modules/.bin/whyloss'), args, { cwd: folder, input, encoding: 'utf8' })

  test('holds what it should and nothing of the workshop', () => {
    expect(files).toContain('dist/cli/main.js')
    expect(files).toContain('dist/index.d.ts')
    for (const name of ['index.js', 'index.cjs', 'index.d.ts', 'inject.cjs', 'register.cjs'])
      expect(files).toContain(`dist/tfjs/${name}`)
    expect(files).toContain('LICENSE')
    for (const path of [
      ...['inject/sitecustomize.py', 'whyloss/begin.py', 'whyloss/pytorch/__init__.py'],
      ...['inject-trial/sitecustomize.py', 'whyloss_trial/begin.py', 'whyloss_trial/pytorch/__init__.py'],
    ])
      expect(files).toContain(`dist/recorder/${path}`)
    expect(files.filter((path) => path.includes('__pycache__'))).toEqual([])
    expect(files.filter((path) => /^(src|test|corpus|tools|bench)\//.test(path) || /\.test\./.test(path))).toEqual([])
  })

  test('every path that package.json names is in it', () => {
    const named = JSON.stringify([manifest.bin, manifest.exports]).match(/dist\/[^"]+/g) ?? []
    expect(named.length).toBeGreaterThan(2)
    expect(named.filter((path) => !files.includes(path))).toEqual([])
  })

  test('publint has nothing to say', async () => {
    const { messages } = await publint({ pkgDir: join(folder, 'node_modules/whyloss'), strict: true, pack: false })
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([])
  })

  test('the command can be executed and tells its version', () => {
    expect(statSync(join(folder, 'node_modules/whyloss/dist/cli/main.js')).mode & 0o111).toBeGreaterThan(0)
    const { stdout, status } = run(['--version'])
    expect([stdout.trim(), status]).toEqual([manifest.version, 0])
  })

  test('the command answers a paste', () => {
    const { stdout, status, stderr } = run(['diagnose', '-', '--json'], FULL)
    expect([status, stderr]).toEqual([0, ''])
    const examination = JSON.parse(stdout)
    expect(examination).toMatchObject({ schema: 1, whyloss: manifest.version })
    expect(examination.runs[0].series[0]).toMatchObject({ points: 6, first: 1.2, last: 8.9 })
  })

  test('the public door answers the same', () => {
    const code = `import { diagnose } from 'whyloss'\nconsole.log(JSON.stringify(await diagnose(${JSON.stringify(FULL)})))\n`
    writeFileSync(join(folder, 'ask.mjs'), code)
    const answer = execFileSync(process.execPath, ['ask.mjs'], { cwd: folder, encoding: 'utf8' })
    const command = JSON.parse(run(['diagnose', '-', '--json'], FULL).stdout)
    expect(JSON.parse(answer).runs[0].diagnosis).toEqual(command.runs[0].diagnosis)
  })

  test('the types of the public door stand alone', () => {
    writeFileSync(
      join(folder, 'typed.mts'),
      "import { diagnose, type Examination } from 'whyloss'\nconst answer: Examination = await diagnose('loss 1')\nconsole.log(answer.runs[0]?.verdict)\n",
    )
    const options = { noEmit: true, strict: true, target: 'es2022', module: 'nodenext', types: [] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['typed.mts'] }))
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [tsc], { cwd: folder, encoding: 'utf8' })
    expect(stdout).toBe('')
  })

  test('nothing that it installs runs a script at install', () => {
    const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
    const scripted = Object.entries<{ hasInstallScript?: boolean }>(lock.packages).filter(
      ([, one]) => one.hasInstallScript,
    )
    expect(scripted.map(([path]) => path)).toEqual([])
  })
})
