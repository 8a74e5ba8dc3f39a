// Posts an examination to an address that the user gave: once, and never for long.

const LIMIT = 5000

/** Resolves to why it failed, or undefined where it arrived. Only http and https are spoken, and no redirect is followed. */
export async function post(url: string, json: string, limit = LIMIT): Promise<string | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'whyloss' },
      body: json,
      redirect: 'manual',
      signal: AbortSignal.timeout(limit),
    })
    await answer.body?.cancel()
    return answer.ok ? undefined : `HTTP ${answer.status}`
  } catch (error) {
    return reasonOf(error, limit)
  }
}

function reasonOf(error: unknown, limit: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `> ${limit / 1000} s`
  const { cause } = error as { cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? error.message
}

/** Whether something can be posted there. */
export function isAddress(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url).protocol)
  } catch {
    return false
  }
}
