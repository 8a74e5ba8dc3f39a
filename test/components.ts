// What a suite may need beyond Node: where it is missing the suite is skipped by name, or fails where all is required.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { CHROMIUM } from './chromium.ts'
import { ROOT } from './sources.ts'

/** The folder of shared material beside the project; tests read it, nothing of it is copied. */
export const SHARED = join(ROOT, '..', 'shared')

/** Python with TensorFlow's Keras, as `.ci/run` makes it; the environment may name another. */
export const KERAS = process.env.WHYLOSS_KERAS ?? home('.cache/whyloss/keras/bin/python')

/** Python with PyTorch: Debian's own unless the environment names another. */
export const TORCH = process.env.WHYLOSS_TORCH ?? '/usr/bin/python3'

/** Python with the oldest Keras that is watched, a Keras 2. */
export const KERAS2 = process.env.WHYLOSS_KERAS2 ?? home('.cache/whyloss/keras2/bin/python')

/** Python with a current PyTorch, its newest trainers, and Keras on it. */
export const TORCH2 = process.env.WHYLOSS_TORCH2 ?? home('.cache/whyloss/torch2/bin/python')

/** Python with trainers over PyTorch: the oldest that this Python takes, over Debian's own PyTorch, as `.ci/run` makes it. */
export const TRAINERS = process.env.WHYLOSS_TRAINERS ?? home('.cache/whyloss/trainers-old/bin/python')

/** Python with a Jupyter kernel and a client for it, over Debian's PyTorch, as `.ci/run` makes it. */
export const NOTEBOOK = process.env.WHYLOSS_NOTEBOOK ?? home('.cache/whyloss/notebook/bin/python')

/** Python with PySpark, whose package is the whole of Spark, as `.ci/run` makes it. */
export const SPARK = process.env.WHYLOSS_SPARK ?? home('.cache/whyloss/spark/bin/python')

/** Python with ONNX Runtime, shap, lime and scikit-learn, as `.ci/run` makes it. */
export const EXPLAIN = process.env.WHYLOSS_EXPLAIN ?? home('.cache/whyloss/explain/bin/python')

export interface Component {
  readonly name: string
  /** how to get it, in a few words */
  readonly how: string
  there(): boolean
  /** whether its suites may be left out where all else is required */
  readonly optional?: boolean
}

export const shared: Component = {
  name: 'the folder ../shared',
  how: 'check out the shared material beside the project',
  there: () => existsSync(join(SHARED, 'catalogue.md')),
}

export const torch: Component = {
  name: `PyTorch in ${TORCH}`,
  how: 'apt-get install python3-torch, or set WHYLOSS_TORCH',
  there: () => imports(TORCH, 'torch'),
}

export const trainers: Component = {
  name: `the oldest transformers, lightning and accelerate in ${TRAINERS}`,
  how: 'see .ci/run, or set WHYLOSS_TRAINERS',
  there: () => imports(TRAINERS, 'transformers, pytorch_lightning, accelerate'),
}

export const keras: Component = {
  name: `Keras in ${KERAS}`,
  how: 'see .ci/run, or set WHYLOSS_KERAS',
  there: () => imports(KERAS, 'tensorflow'),
}

export const jax: Component = {
  name: `JAX in ${KERAS}`,
  how: 'see .ci/run, or set WHYLOSS_KERAS',
  there: () => imports(KERAS, 'jax'),
}

export const keras2: Component = {
  name: `Keras 2 in ${KERAS2}`,
  how: 'see .ci/run, or set WHYLOSS_KERAS2',
  there: () => imports(KERAS2, 'tensorflow'),
}

/** Several GiB to fetch, so that its suites are left out where it is not there. */
export const torch2: Component = {
  name: `a current PyTorch in ${TORCH2}`,
  how: 'pip install torch keras transformers accelerate lightning there, or set WHYLOSS_TORCH2',
  there: () => imports(TORCH2, 'torch'),
  optional: true,
}

export const notebook: Component = {
  name: `a Jupyter kernel with PyTorch in ${NOTEBOOK}`,
  how: "python3 -m venv --system-site-packages over Debian's python3-torch, with ipykernel nbclient pandas, or set WHYLOSS_NOTEBOOK",
  there: () => ['ipykernel', 'nbclient', 'torch'].every((module) => imports(NOTEBOOK, module)),
}

export const spark: Component = {
  name: `Spark in ${SPARK} and Java`,
  how: "apt-get install openjdk-17-jre-headless, pip install 'pyspark==4.0.*' there, or set WHYLOSS_SPARK",
  there: () => imports(SPARK, 'pyspark') && spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0,
}

export const explainers: Component = {
  name: `ONNX Runtime, shap, lime and scikit-learn in ${EXPLAIN}`,
  how: 'pip install onnxruntime onnx skl2onnx shap lime scikit-learn there, or set WHYLOSS_EXPLAIN',
  there: () => imports(EXPLAIN, 'onnxruntime, onnx, skl2onnx, shap, lime, sklearn'),
}

export const built: Component = {
  name: 'the built command dist/cli/main.js',
  how: 'npm run build',
  there: () => existsSync(join(ROOT, 'dist/cli/main.js')),
}

export const chromium: Component = {
  name: `Chromium at ${CHROMIUM}`,
  how: 'apt-get install chromium fonts-noto-cjk, or set WHYLOSS_CHROMIUM',
  there: () => existsSync(CHROMIUM),
}

export const golden: Component = {
  name: 'the golden runs in corpus/runs',
  how: 'they are part of the repository',
  there: () => existsSync(join(ROOT, 'corpus/runs')),
}

/**
 * A suite that needs components. Without them it is skipped and its title says which; under WHYLOSS_REQUIRE=all that
 * is a failure.
 */
export function suite(name: string, needs: readonly Component[], body: () => void): void {
  const missing = needs.filter((need) => !need.there())
  if (missing.length === 0) {
    describe(name, body)
    return
  }
  const why = missing.map((need) => `${need.name} is missing (${need.how})`).join('; ')
  if (process.env.WHYLOSS_REQUIRE === 'all' && missing.some((need) => !need.optional)) {
    test(`${name}: ${why}`, () => {
      throw new Error(why)
    })
  } else {
    describe(name, () => {
      test.skip(`skipped: ${why}`, () => {})
    })
  }
}

function home(path: string): string {
  return join(process.env.HOME ?? '/root', path)
}

function imports(python: string, module: string): boolean {
  return spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore', timeout: 120_000 }).status === 0
}
