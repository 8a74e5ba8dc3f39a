// What a trial finds in its environment: the recorder first, then what makes its change, and where that is written down.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { recorderFolder, recording } from '../live/environment.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The user's environment for one trial. Throws where the recorder was not built in. */
export function trialEnvironment(env: Env, record: string, spec: string, gpu: string | undefined): Env {
  const recorder = recorderFolder()
  const changer = recorder === undefined ? undefined : join(recorder, '../inject-trial')
  if (recorder === undefined || changer === undefined || !existsSync(changer))
    throw new Error('the recorder is missing')
  const watched = recording(env, record, recorder)
  const [first, ...rest] = (watched.PYTHONPATH ?? '').split(delimiter)
  return {
    ...watched,
    PYTHONPATH: [first, changer, ...rest].join(delimiter),
    WHYLOSS_TRIAL: spec,
    // many short lives: what is printed must not wait in a buffer for a process that is ended
    PYTHONUNBUFFERED: '1',
    ...(gpu === undefined ? {} : { CUDA_VISIBLE_DEVICES: gpu }),
  }
}
