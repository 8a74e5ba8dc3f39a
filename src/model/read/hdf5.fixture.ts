// A small writer of HDF5 for the tests: groups with attributes and datasets, out of a plain tree.

import { File, type Group, ready } from 'h5wasm'

export interface Branch {
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>
  readonly groups?: Readonly<Record<string, Branch>>
  readonly datasets?: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>
  >
}

let written = 0

export async function hdf5(tree: Branch): Promise<Uint8Array> {
  const module = await ready
  const path = `/written-${written++}.h5`
  const file = new File(path, 'w')
  grow(file, tree)
  file.close()
  const { FS } = module as unknown as { FS: { readFile(path: string): Uint8Array; unlink(path: string): void } }
  const bytes = FS.readFile(path).slice()
  FS.unlink(path)
  return bytes
}

function grow(group: Group, { attributes = {}, groups = {}, datasets = {} }: Branch): void {
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === 'string') group.create_attribute(name, value)
    else if (value.length > 0)
      group.create_attribute(name, [...value], null, `S${Math.max(...value.map((one) => one.length))}`)
  for (const [name, { shape, values }] of Object.entries(datasets))
    group.create_dataset({ name, data: Float32Array.from(values), shape: [...shape] })
  for (const [name, branch] of Object.entries(groups)) grow(group.create_group(name), branch)
}
