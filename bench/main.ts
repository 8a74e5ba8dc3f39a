// Runs the benchmarks: `npm run bench` all of them, `npm run bench NAME` one.
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'

/** What each is to reach; where it is given the benchmark prints its own figure beside it. */
const TARGETS: Readonly<Record<string, string>> = {
  signal: 'no curve measure is slower than a pass over the points with a small constant',
  text: 'at least 50 MB/s of console text on one core',
  tensorboard: 'at least 2,000,000 points/s on one core, checksums on',
  page: 'first picture of 1,000,000 points in 150 ms; no task above 100 ms with 60 tags of 100,000 points',
  live: 'what is fatal is on the screen within 2 s of the step that shows it',
  whole: '10 million points in less than 10 s and 1 GiB; a 100-line paste in less than 0.4 s',
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in TARGETS))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown[0]}; there are ${Object.keys(TARGETS).join(', ')}.`)
  process.exit(2)
}
console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown processor'}`)
let failed = 0
for (const [name, target] of Object.entries(TARGETS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n${name}: ${target}`)
  const file = new URL(`./${name}.ts`, import.meta.url)
  try {
    if (!existsSync(file)) throw new Error(`bench/${name}.ts is missing`)
    const { main } = (await import(file.href)) as { main: () => Promise<void> }
    await main()
  } catch (error) {
    failed++
    console.error(`  failed: ${error instanceof Error ? error.message : error}`)
  }
}
process.exit(failed > 0 ? 1 : 0)
