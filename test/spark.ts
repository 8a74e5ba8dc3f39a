// A real Spark for tests: a master, two workers and the server of Spark Connect, on free ports of this machine.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SPARK } from './components.ts'

/** A cluster as its users have it: a master, two workers, and the server of Spark Connect as the driver. */
export class Cluster {
  readonly url: string
  readonly workers: ChildProcess[] = []
  readonly #all: ChildProcess[] = []
  readonly #folder: string
  readonly #home: string
  readonly #ports: readonly number[]
  server!: ChildProcess

  /** Logs and temporary files go to `folder`. */
  constructor(folder: string, ports: readonly number[]) {
    this.#folder = folder
    const python = ['-c', 'import pyspark, os; print(os.path.dirname(pyspark.__file__))']
    this.#home = spawnSync(SPARK, python, { encoding: 'utf8' }).stdout.trim()
    this.#ports = ports
    this.url = `sc://127.0.0.1:${ports[2]}`
  }

  #at(name: string): string {
    return join(this.#folder, name)
  }

  async start(): Promise<void> {
    mkdirSync(this.#at('local'), { recursive: true })
    const [port, page, own] = this.#ports
    const master = `spark://127.0.0.1:${port}`
    const deploy = 'org.apache.spark.deploy'
    const daemon = (name: string, ...words: string[]) =>
      this.#spawn(name, 'spark-class', words, { SPARK_DAEMON_MEMORY: '256m' })
    daemon('master', `${deploy}.master.Master`, '--host', '127.0.0.1', '--port', `${port}`, '--webui-port', `${page}`)
    for (const i of [1, 2])
      this.workers.push(
        daemon(`worker-${i}`, `${deploy}.worker.Worker`, '-c', '1', '-m', '1g', '--webui-port', '0', master),
      )
    const settings = {
      'spark.sql.shuffle.partitions': '4',
      'spark.ui.enabled': 'false',
      'spark.sql.warehouse.dir': this.#at('warehouse'),
      'spark.connect.grpc.binding.address': '127.0.0.1',
      'spark.connect.grpc.binding.port': `${own}`,
    }
    const words = Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${value}`])
    const memory = ['--driver-memory', '768m', '--executor-memory', '768m', '--executor-cores', '1']
    const main = ['--class', 'org.apache.spark.sql.connect.service.SparkConnectServer', 'spark-internal']
    this.server = this.#spawn('server', 'spark-submit', ['--master', master, ...memory, ...words, ...main], {})
    await this.#listening(own!)
  }

  #spawn(name: string, program: string, words: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    const log = openSync(this.#at(`${name}.log`), 'w')
    const places = { SPARK_HOME: this.#home, SPARK_WORKER_DIR: this.#at('work'), SPARK_LOCAL_DIRS: this.#at('local') }
    // what a killed process leaves behind goes with the folder
    const local = { SPARK_LOCAL_IP: '127.0.0.1', JAVA_TOOL_OPTIONS: `-Djava.io.tmpdir=${this.#at('local')}` }
    const child = spawn(join(this.#home, 'bin', program), words, {
      cwd: this.#folder,
      env: { ...process.env, ...places, ...local, ...env },
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    this.#all.push(child)
    return child
  }

  async #listening(port: number): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      if (this.server.exitCode !== null) throw new Error(`the server ended:\n${this.log('server').slice(-2000)}`)
      if (await answers(port)) return
      await wait(200)
    }
    throw new Error(`no server after two minutes:\n${this.log('server').slice(-2000)}`)
  }

  log(name: string): string {
    return readFileSync(this.#at(`${name}.log`), 'utf8')
  }

  async stop(): Promise<void> {
    // the driver first: it takes its executors along
    for (const child of [...this.#all].reverse()) await end(child, 'SIGTERM')
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const done = (well: boolean) => {
      socket.destroy()
      resolve(well)
    }
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
}

/** Ends a process, by force where it takes its time. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  const killed = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(killed)
}

/** A port that takes connections and says nothing. */
export function listener(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

/** All at once, so that no two are the same. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listener))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
