// Folders, environment, ending and posting: what a watched run does to the world around it.

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recorderFolder, recording, withRegister } from './environment.ts'
import { finishedStreams, hasStream, innerTraces, makeFolder, removeFolder, tellOuter } from './folder.ts'
import { KEPT, passThrough } from './pass-through.ts'
import { isRunning, treeOf } from './processes.ts'
import { stopTree } from './stop.ts'
import { isAddress, post } from './webhook.ts'

const root = mkdtempSync(join(tmpdir(), 'whyloss-live-'))
const home = process.cwd()
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the folder of a record', () => {
  const noon = new Date(2026, 0, 31, 12, 0, 5)
  beforeEach(() => {
    mkdirSync(join(root, 'here'), { recursive: true })
    process.chdir(join(root, 'here'))
  })
  afterEach(() => {
    process.chdir(home)
    rmSync(join(root, 'here'), { recursive: true, force: true })
  })

  it('is named by the time, each run has its own, and none is anybody\u2019s source', () => {
    const [one, two] = [makeFolder(undefined, noon), makeFolder(undefined, noon)]
    expect([one.path, two.path]).toEqual(
      ['2026-01-31T12-00-05', '2026-01-31T12-00-05-2'].map((name) => join(process.cwd(), '.whyloss', name)),
    )
    expect(readFileSync('.whyloss/.gitignore', 'utf8')).toBe('*\n')
  })

  it('is gone again where nothing came of it, and stays where something lies in it', () => {
    const [one, two] = [makeFolder(undefined, noon), makeFolder(undefined, noon)]
    writeFileSync(join(one.path, 'output.log'), 'x')
    writeFileSync(join(two.path, 'mine'), 'x')
    removeFolder(one.path, ['output.log'])
    removeFolder(two.path, ['output.log'])
    expect([existsSync(one.path), existsSync(two.path)]).toEqual([false, true])
    rmSync(two.path, { recursive: true })
    removeFolder(makeFolder(undefined, noon).path, [])
    expect(readdirSync('.')).toEqual([])
  })

  it('keeps the record of a process that runs on', () => {
    const { path } = makeFolder('y', noon)
    for (const pid of [process.pid, 4194305]) writeFileSync(join(path, `process-${pid}-0.jsonl`), '')
    expect(finishedStreams(path)).toEqual(['process-4194305-0.jsonl'])
  })

  it('that was asked for is made where it was asked for', () => {
    expect(makeFolder('a/b', noon)).toEqual({ path: join(process.cwd(), 'a/b'), ours: false, elsewhere: false })
    writeFileSync('file', '')
    expect(() => makeFolder('file/b', noon)).toThrow('ENOTDIR')
  })

  it('tells whether a record began, and of a run inside', () => {
    const { path } = makeFolder('x', noon)
    expect([hasStream(path), innerTraces(path)]).toEqual([false, []])
    writeFileSync(join(path, 'process-12-0.jsonl'), '')
    tellOuter(path)
    tellOuter('/no/such/folder')
    tellOuter(undefined)
    expect([hasStream(path), innerTraces(path)]).toEqual([true, [`.inner-${process.pid}`]])
  })
})

describe('the environment', () => {
  const recorder = recorderFolder()!

  it('holds the way to the recorder, and what was there before', () => {
    const env = { PATH: '/bin', PYTHONPATH: '/a:/b' }
    const { NODE_OPTIONS, ...rest } = recording(env, '/out', recorder)
    expect(NODE_OPTIONS ?? '--require "/x/tfjs/register.cjs"').toMatch(/^--require "\/.*\/tfjs\/register\.cjs"$/)
    expect(rest).toEqual({
      PATH: '/bin',
      PYTHONPATH: `${recorder}:/a:/b`,
      WHYLOSS_OUT: '/out',
      WHYLOSS_PARENT: String(process.pid),
    })
    expect(recording({}, '/out', recorder).PYTHONPATH).toBe(recorder)
    expect(recording({ PYTHONPATH: '' }, '/out', recorder).PYTHONPATH).toBe(recorder)
  })

  it('holds one recorder, whoever put one there before', () => {
    const outer = recording({ PYTHONPATH: '/a' }, '/outer', recorder)
    expect(recording(outer, '/inner', recorder)).toMatchObject({ PYTHONPATH: `${recorder}:/a`, WHYLOSS_OUT: '/inner' })
    expect(recording({ PYTHONPATH: '/mine/recorder/inject' }, '/out', recorder).PYTHONPATH).toContain('/mine')
  })

  it('keeps what Node is told beside the recorder', () => {
    expect(withRegister('', '/a b/tfjs/register.cjs')).toBe('--require "/a b/tfjs/register.cjs"')
    const mine = '--max-old-space-size=4096 --require "./mine.cjs"'
    const once = withRegister(mine, '/here/tfjs/register.cjs')
    expect(once).toBe(`--require "/here/tfjs/register.cjs" ${mine}`)
    expect(withRegister(once, '/there/tfjs/register.cjs')).toBe(`--require "/there/tfjs/register.cjs" ${mine}`)
  })
})

describe('ending a command', () => {
  const quick = [
    ['SIGINT', 700],
    ['SIGTERM', 700],
    ['SIGKILL', 700],
  ] as const
  /** A shell and a process below it, both deaf to these signals; resolves when they stand. */
  async function family(deaf: string): Promise<{ readonly root: number; readonly below: number }> {
    const inner = `trap "echo" ${deaf} ; echo $$; while :; do sleep 0.05; done`
    const child = spawn('sh', ['-c', `trap "echo" ${deaf} TERM INT; sh -c '${inner}'; true`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const line = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve))
    return { root: child.pid!, below: Number(String(line)) }
  }

  it.each(['USR1', 'INT', 'INT TERM'])('ends all of its processes, be they deaf to %s', async (deaf) => {
    const { root, below } = await family(deaf)
    expect(treeOf(root)).toContain(below)
    await stopTree(root, quick)
    expect([isRunning(root), isRunning(below)]).toEqual([false, false])
  })

  it('leaves one alone that has ended', async () => {
    const child = spawn('true')
    await new Promise((resolve) => child.once('close', resolve))
    await stopTree(child.pid!, quick)
    expect(isRunning(child.pid!)).toBe(false)
  })
})

describe('passing output through', () => {
  it('changes no byte and keeps a copy of the beginning', async () => {
    const [from, to, path] = [new PassThrough(), new PassThrough(), join(root, 'copy')]
    const passage = passThrough(from, to, path)
    const piece = Buffer.alloc(1 << 20, 'loss 1\n')
    let came = 0
    to.on('data', (chunk: Buffer) => {
      came += chunk.length
    })
    const pieces = (KEPT >> 20) + 3
    for (let at = 0; at < pieces; at++) if (!from.write(piece)) await new Promise((go) => from.once('drain', go))
    from.end()
    await new Promise((resolve) => from.once('close', resolve))
    expect([passage.passed(), passage.kept(), came]).toEqual([pieces << 20, KEPT, pieces << 20])
    expect(readFileSync(path).subarray(0, 7).toString()).toBe('loss 1\n')
  })

  it('lets the command notice that its reader went away', async () => {
    const [from, to] = [new PassThrough(), new PassThrough()]
    passThrough(from, to, join(root, 'gone'))
    to.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' }))
    await new Promise((resolve) => from.once('close', resolve))
    expect(from.destroyed).toBe(true)
  })
})

describe('posting', () => {
  async function posted(answer: RequestListener, limit?: number): Promise<string | undefined> {
    const server = createServer(answer).listen(0)
    try {
      return await post(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, '{"schema":1}', limit)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }

  it('sends the examination once, as JSON', async () => {
    const got: unknown[] = []
    const failure = await posted((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        got.push([request.method, request.url, request.headers['content-type'], body])
        response.end()
      })
    })
    expect([failure, got]).toEqual([undefined, [['POST', '/hook', 'application/json', '{"schema":1}']]])
  })

  it('says in a word why it failed', async () => {
    expect(await posted((_, response) => void response.writeHead(500).end())).toBe('HTTP 500')
    expect(await posted((_, response) => void response.writeHead(302, { location: 'http://x/' }).end())).toBe(
      'HTTP 302',
    )
    expect(await posted(() => {}, 100)).toBe('> 0.1 s')
    const closed = createServer().listen(0)
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    expect(await post(`http://127.0.0.1:${port}/`, '{}')).toBe('ECONNREFUSED')
    expect(await post('http://127.0.0.1:1/', '{}')).toBe('bad port')
    expect(['http://a/b', 'https://a', 'ftp://a', 'a', 'file:///etc/passwd'].map(isAddress)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
