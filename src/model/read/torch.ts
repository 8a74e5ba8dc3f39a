// PyTorch files (.pt, .pth, .ckpt, .bin): the zip archives of torch.save since 1.6 and of TorchScript, without executing anything.

import { message } from '../../locales/speak.ts'
import type { OpenedModel } from '../opened.ts'
import { type Bytes, damaged, openBytes } from './file.ts'
import { readPickle } from './pickle.ts'
import { callsIn } from './pickled-calls.ts'
import { shardsOf } from './shards.ts'
import { readLegacy } from './torch-legacy.ts'
import { contentsOf, type Unpickled } from './torch-opened.ts'
import type { Storages } from './torch-tensors.ts'
import { type Member, zipMembers } from './zip.ts'

/**
 * Opens a file of PyTorch: a state dictionary wherever it lies, a whole module, a scripted one, or a checkpoint of a
 * trainer; those before 1.6 as well. Where it holds no model (the state of a schedule, arguments) there are no layers,
 * and a note says what it holds. Throws ModelError: `pickle`, `damaged`, `limit`, `none`, `unreadable`, `empty`.
 * Source: torch/serialization.py.
 */
export function readTorch(path: string): OpenedModel {
  const { files, alone } = shardsOf(path, 'PyTorch')
  const opened: Bytes[] = []
  const close = () => {
    for (const bytes of opened) bytes.close()
  }
  try {
    const parts = files.map((file) => {
      const bytes = openBytes(file, 'PyTorch')
      opened.push(bytes)
      return unpickled(bytes)
    })
    const contents = contentsOf(parts, path)
    const calls = parts.flatMap(({ root }) => callsIn(root))
    const notes = [
      ...(alone === undefined ? [] : [message('note.model.one-shard', { of: alone })]),
      ...(calls.length === 0 ? [] : [message('note.model.calls', { names: calls.join(', ') })]),
    ]
    const bytes = opened.reduce((sum, one) => sum + one.size, 0)
    return { format: 'torch', path, bytes, ...contents, notes: [...contents.notes, ...notes], close }
  } catch (error) {
    close()
    throw error
  }
}

/** The same of the bytes of one file that are open. */
export function torchIn(bytes: Bytes): Omit<OpenedModel, 'close'> {
  return { format: 'torch', path: bytes.path, bytes: bytes.size, ...contentsOf([unpickled(bytes)], bytes.path) }
}

function unpickled(bytes: Bytes): Unpickled {
  const start = bytes.read(0, Math.min(4, bytes.size))
  return start[0] === 0x50 && start[1] === 0x4b ? archiveOf(bytes) : readLegacy(bytes)
}

function archiveOf(bytes: Bytes): Unpickled {
  const members = zipMembers(bytes)
  const pickles = [...members.keys()].filter((name) => /(^|\/)data\.pkl$/.test(name))
  const name = pickles.sort((one, other) => one.length - other.length)[0]
  if (name === undefined) throw damaged(bytes, 'it is a zip archive without data.pkl')
  const { value } = readPickle(members.get(name)!.open())
  return { root: value, storages: storagesIn(bytes, members, name.slice(0, -'data.pkl'.length)) }
}

/** Storages are members `data/KEY` beside the pickle, in the byte order of the member `byteorder`. */
function storagesIn(bytes: Bytes, members: ReadonlyMap<string, Member>, folder: string): Storages {
  const order = members.get(`${folder}byteorder`)?.open()
  const little = !order || Buffer.from(order.read(0, Math.min(3, order.size))).toString() !== 'big'
  const member = (key: string) => members.get(`${folder}data/${key}`)
  return {
    path: bytes.path,
    format: bytes.format,
    little,
    sizeOf: (key) => member(key)?.size,
    open: (key) => {
      const found = member(key)
      if (!found) throw damaged(bytes, `the storage ${key.slice(0, 40)} is missing`)
      return found.open()
    },
  }
}
