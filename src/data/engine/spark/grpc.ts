// gRPC over node:http2, as much of it as Spark Connect needs: one message goes out, any number come back, a status ends it.

import { type ClientHttp2Session, type ClientHttp2Stream, connect, type IncomingHttpHeaders } from 'node:http2'
import type { SparkTarget } from './url.ts'

/**
 * `unreachable`: no server answered, or one that does not speak gRPC. `broken`: the connection ended in the middle.
 * `status`: the server's own word.
 */
export class CallError extends Error {
  readonly kind: 'unreachable' | 'broken' | 'status'
  /** of gRPC, where the server gave one */
  readonly status: number

  constructor(kind: CallError['kind'], message: string, status = -1) {
    super(message)
    this.kind = kind
    this.status = status
  }
}

export interface Channel {
  /** Calls a method; throws a CallError. `patience` in ms is for the whole call, which may else last as long as it likes. */
  call(path: string, message: Uint8Array, take: (message: Uint8Array) => void, patience?: number): Promise<void>
  close(): void
}

/** gRPC's "the service cannot be reached", said by a server in between. */
export const UNAVAILABLE = 14
/** Bytes on the way at most; HTTP/2's own 64 KiB would make each batch wait. */
const WINDOW = 16 * 2 ** 20
/** A message that claims more is none. */
const LARGEST = 2 ** 30
/** A host that is gone says nothing: TCP's probes tell a long query from a dead server. */
const PROBE = 30_000

/** Connects at the first call, and anew where a server in between has closed an idle connection. */
export function openChannel(target: SparkTarget, patience: number): Channel {
  let current: ClientHttp2Session | undefined
  let closed = false
  const usable = () => current !== undefined && !current.closed && !current.destroyed
  return {
    async call(path, message, take, within) {
      if (closed) throw new CallError('broken', 'closed')
      if (!usable()) current = await connected(target, patience)
      await exchange(current!, target, { path, message, take, within })
    },
    close() {
      closed = true
      current?.destroy()
    },
  }
}

/** A session whose server has spoken HTTP/2: a port that only listens, or speaks otherwise, is no server. */
function connected({ origin }: SparkTarget, patience: number): Promise<ClientHttp2Session> {
  return new Promise((resolve, reject) => {
    const session = connect(origin, { settings: { enablePush: false, initialWindowSize: WINDOW } })
    const fail = (error?: Error) => {
      clearTimeout(timer)
      session.destroy()
      reject(new CallError('unreachable', error?.message ?? 'no answer'))
    }
    const timer = setTimeout(fail, patience)
    session.on('error', fail)
    session.on('close', fail)
    session.once('connect', (_, socket) => {
      session.setLocalWindowSize(WINDOW)
      socket.setKeepAlive(true, PROBE)
    })
    session.once('remoteSettings', () => {
      clearTimeout(timer)
      session.off('close', fail)
      resolve(session)
    })
  })
}

interface Call {
  readonly path: string
  readonly message: Uint8Array
  take(message: Uint8Array): void
  readonly within: number | undefined
}

function exchange(session: ClientHttp2Session, target: SparkTarget, call: Call): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = session.request({
      ':method': 'POST',
      ':path': call.path,
      'content-type': 'application/grpc',
      te: 'trailers',
      'grpc-accept-encoding': 'identity',
      'user-agent': 'whyloss',
      ...target.headers,
    })
    const late = () => end(new CallError('unreachable', 'no answer'))
    const timer = call.within === undefined ? undefined : setTimeout(late, call.within)
    const end = (error?: CallError) => {
      clearTimeout(timer)
      if (!stream.destroyed) stream.close()
      if (error) reject(error)
      else resolve()
    }
    listen(stream, call.take, end)
    stream.end(framed(call.message))
  })
}

/** Calls `end` at least once; what it is called with later does not count any more. */
function listen(
  stream: ClientHttp2Stream,
  take: (message: Uint8Array) => void,
  end: (error?: CallError) => void,
): void {
  const messages = unframed(take)
  let last: IncomingHttpHeaders = {}
  stream.on('response', (headers) => {
    const speaks = headers[':status'] === 200 && /^application\/grpc/.test(headers['content-type'] ?? '')
    if (!speaks) end(new CallError('unreachable', `HTTP ${headers[':status']}`))
    // an error before the first message comes without trailers
    last = headers
  })
  stream.on('trailers', (trailers: IncomingHttpHeaders) => {
    last = trailers
  })
  stream.on('data', (chunk: Buffer) => {
    try {
      messages(chunk)
    } catch (error) {
      end(error instanceof CallError ? error : new CallError('broken', String(error)))
    }
  })
  stream.on('error', (error) => end(new CallError('broken', error.message)))
  stream.on('close', () => {
    const status = last['grpc-status']
    if (status === undefined) end(new CallError('broken', 'closed'))
    else if (status === '0') end()
    else end(new CallError('status', unescaped(String(last['grpc-message'] ?? '')), Number(status)))
  })
}

/** A message with the five bytes before it: not compressed, and so long. */
export function framed(message: Uint8Array): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt32BE(message.length, 1)
  return Buffer.concat([head, message])
}

/** Takes bytes as they come and hands on whole messages. */
export function unframed(take: (message: Uint8Array) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let have = 0
  let length: number | undefined
  const cut = (size: number) => {
    const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
    chunks = [all.subarray(size)]
    have -= size
    return all.subarray(0, size)
  }
  return (chunk) => {
    chunks.push(chunk)
    have += chunk.length
    for (;;) {
      if (length === undefined) {
        if (have < 5) return
        const head = cut(5)
        length = head.readUInt32BE(1)
        if (head[0] !== 0 || length > LARGEST) throw new CallError('broken', 'not a message')
      }
      if (have < length) return
      take(cut(length))
      length = undefined
    }
  }
}

/** gRPC's percent encoding of UTF-8; what is not encoded so stays as it is. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
