// Can every picture be read, and does each show something?

import { clear, defineCheck, finding, found } from '../check.ts'

export default defineCheck({
  name: 'picture-files',
  group: 'data',
  needs: ['pictures', 'parts'],
  helps: [],
  limits: {
    uniform: 0.002, // share of pictures of one colour from which they are worth a word
  },
  examine({ pictures, parts }, limits) {
    const rows = parts.reduce((sum, one) => sum + one.rows, 0)
    const unreadable = pictures.filter((one) => one.fault !== 'uniform')
    const uniform = pictures.filter((one) => one.fault === 'uniform')
    const values = {
      rows,
      unreadable: unreadable.length,
      uniform: uniform.length,
      file: (unreadable[0] ?? uniform[0])?.file ?? '',
    }
    const worth = unreadable.length > 0 || (uniform.length > limits.uniform * rows && uniform.length > 0)
    if (!worth) return clear(values)
    return found(
      finding({
        id: unreadable.length > 0 ? 'pictures-unreadable' : 'pictures-uniform',
        values,
        exhibits: [
          {
            kind: 'table',
            title: 'exhibit.picture-faults',
            columns: ['file', 'fault'],
            rows: pictures.slice(0, 20).map((one) => [one.file, one.fault]),
          },
        ],
        points: unreadable.length > 0 ? { 'missing-values': 2.6 } : { outliers: 1.6 },
        ground: 'data/pictures',
      }),
    )
  },
})
