// A Slurm cluster of two nodes on this machine, whose daemons tests may end and start again.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { treeOf } from '../src/live/processes.ts'
import { type Component, SHARED } from './components.ts'
import { eventually, isAlive } from './watched.ts'

const SCRIPT = join(SHARED, 'tools/slurm-test-cluster.sh')
const MUNGE = '/run/munge/munged.pid'

export const slurm: Component = {
  name: 'Slurm, as root',
  how: 'apt-get install slurmctld slurmd slurm-client slurm-wlm-jwt-plugin munge',
  there: () =>
    process.getuid?.() === 0 && ['slurmctld', 'slurmd', 'sbatch', 'munged'].every(isThere) && existsSync(SCRIPT),
}

function isThere(program: string): boolean {
  return ['/usr/bin', '/usr/sbin'].some((folder) => existsSync(join(folder, program)))
}

export class SlurmCluster {
  readonly #folder = mkdtempSync(join(tmpdir(), 'whyloss-slurm-'))
  readonly #munge = !existsSync(MUNGE) || !isAlive(Number(readFileSync(MUNGE, 'utf8')))
  readonly env = { ...process.env, SLURM_CONF: join(this.#folder, 'slurm.conf') }

  start(): void {
    const { status, stdout, stderr } = spawnSync('bash', [SCRIPT], {
      env: { ...process.env, SLURM_TEST_DIR: this.#folder },
      encoding: 'utf8',
      timeout: 120_000,
      // daemons would keep a pipe open
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    if (status !== 0 || !/idle/.test(stdout)) throw new Error(`no cluster: ${stdout}${stderr ?? ''}`)
  }

  call(program: string, ...words: readonly string[]): string {
    return spawnSync(program, words, { env: this.env, encoding: 'utf8' }).stdout.trim()
  }

  /** Tasks in the queue: `raw id, array_task, state, node, name`. */
  queue(...more: readonly string[]): readonly (readonly string[])[] {
    const text = this.call('squeue', '--noheader', '--array', '--format=%A %i %T %N %j', ...more)
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => line.trim().split(/ /))
  }

  #pid(daemon: string): number {
    return Number(readFileSync(join(this.#folder, `${daemon}.pid`), 'utf8'))
  }

  async killController(): Promise<void> {
    await kill([this.#pid('ctld')])
  }

  startController(): void {
    spawnSync('slurmctld', ['-f', this.env.SLURM_CONF], { env: this.env, stdio: 'ignore' })
  }

  /** What keeps a job on its node: the process of Slurm that waits for it; what it started lives on. */
  steps(raw: string): readonly number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && commandOf(name).startsWith(`slurmstepd: [${raw}.`))
      .map(Number)
  }

  /** Kills a node's daemon and what holds that job there; `all`: the job too. The processes of the job are answered. */
  async killNode(node: string, raw: string, all: boolean): Promise<readonly number[]> {
    const steps = this.steps(raw)
    const job = steps.flatMap((step) => treeOf(step).slice(1))
    await kill([...steps, this.#pid(`d.${node}`), ...(all ? job : [])])
    return job
  }

  startNode(node: string): void {
    spawnSync('slurmd', ['-f', this.env.SLURM_CONF, '-N', node], { env: this.env, stdio: 'ignore' })
  }

  /**
   * After its job was killed: Slurm misses the node, puts the job back into the queue, and has the node again. A node that
   * came back at once would be asked for its jobs only when its turn comes, which may take minutes.
   */
  async loseNode(node: string, raw: string): Promise<void> {
    await eventually(() => this.queue(`--job=${raw}`)[0]?.[2] === 'PENDING', 180)
    this.startNode(node)
    // it would wait two minutes before it starts again what a node has lost
    this.call('scontrol', 'update', `JobId=${raw}`, 'StartTime=now')
  }

  /** Slurm 22.05 takes the processor of a node that was lost for taken, and what counts it anew loses jobs: a new cluster. */
  async renew(): Promise<void> {
    await this.#end()
    this.start()
  }

  async stop(): Promise<void> {
    await this.#end()
    if (this.#munge && existsSync(MUNGE)) process.kill(Number(readFileSync(MUNGE, 'utf8')))
  }

  async #end(): Promise<void> {
    this.call('scancel', '--quiet', '--signal=KILL', '--full', `--user=${process.env.USER ?? 'root'}`)
    await wait(500)
    await kill(['ctld', 'd.n1', 'd.n2'].map((one) => this.#pid(one)))
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

async function kill(pids: readonly number[]): Promise<void> {
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // it is gone
    }
  await eventually(() => !pids.some(isAlive))
}
