// Spark Connect's addresses, as its own clients read them: sc://host:port/;token=…;use_ssl=true;x-header=….

import { EngineError } from '../engine.ts'

export interface SparkTarget {
  /** host and port, as messages name the server; never a token */
  readonly address: string
  /** what node:http2 connects to */
  readonly origin: string
  readonly user: string
  /** sent with every call: the token, and parameters that only a server in between understands */
  readonly headers: Readonly<Record<string, string>>
}

const PORT = 15_002
const FORM = /^sc:\/\/(\[[0-9a-f:.]+\]|[^\s:/;[\]]+)(?::(\d{1,5}))?\/?(?:;(.*))?$/i
/** Parameters that are no headers. */
const OWN = new Set(['token', 'use_ssl', 'user_id', 'user_agent', 'session_id'])

/** Throws an EngineError for what is no such address. */
export function targetOf(url: string): SparkTarget {
  const [, host, port = String(PORT), rest = ''] = FORM.exec(url) ?? []
  const parameters = parametersOf(rest)
  if (host === undefined || Number(port) > 65_535 || !parameters)
    throw new EngineError('data.error.engine', { given: withoutSecret(url) })
  const address = `${host}:${port}`
  const token = parameters.get('token')
  // a token in clear text only where the user says so
  const secure = parameters.get('use_ssl')?.toLowerCase() ?? String(token !== undefined)
  const headers = [...parameters].filter(([name]) => !OWN.has(name))
  return {
    address,
    origin: `${secure === 'true' ? 'https' : 'http'}://${address}`,
    user: parameters.get('user_id') ?? 'whyloss',
    headers: { ...Object.fromEntries(headers), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
  }
}

/** undefined where one is no `name=value` that can stand in a header. */
function parametersOf(text: string): ReadonlyMap<string, string> | undefined {
  const parameters = new Map<string, string>()
  for (const part of text.split(';')) {
    if (part === '') continue
    const [, name, value] = /^([\w-]+)=(.*)$/.exec(part) ?? []
    const plain = value === undefined ? undefined : unescaped(value)
    if (name === undefined || plain === undefined || !/^[\x20-\x7e]*$/.test(plain)) return undefined
    parameters.set(name.toLowerCase(), plain)
  }
  return parameters
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** An address that may be shown: values of parameters may be secrets. */
export function withoutSecret(url: string): string {
  return url.replace(/=[^;]*/g, '=…')
}
