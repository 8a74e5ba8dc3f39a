// What the exit code says.

import { describe, expect, it } from 'vitest'
import { examinationOf, healthy, ill, undecided } from '../view/examinations.fixture.ts'
import { exitCode } from './exit.ts'

const likelyOnly = { ...ill, diagnosis: ill.diagnosis.slice(1) }
const empty = { ...undecided, diagnosis: [] }

describe('exitCode', () => {
  it('is 0 for an ill run, unless asked otherwise', () => {
    expect(exitCode(examinationOf(ill), 'never')).toBe(0)
    expect(exitCode(examinationOf(healthy, ill), 'strong')).toBe(1)
    expect(exitCode(examinationOf(likelyOnly), 'strong')).toBe(0)
    expect(exitCode(examinationOf(likelyOnly), 'likely')).toBe(1)
    expect(exitCode(examinationOf(healthy), 'likely')).toBe(0)
  })

  it('does not take a possible fault or a benign cause for a fault', () => {
    expect(exitCode(examinationOf(undecided), 'likely')).toBe(0)
    const benign = { ...ill.diagnosis[0]!, kind: 'benign' as const }
    expect(exitCode(examinationOf({ ...healthy, diagnosis: [benign] }), 'likely')).toBe(0)
  })

  it('is 3 only where no run says anything', () => {
    expect(exitCode(examinationOf(empty), 'never')).toBe(3)
    expect(exitCode(examinationOf(), 'never')).toBe(3)
    expect(exitCode(examinationOf(empty, healthy), 'never')).toBe(0)
    expect(exitCode(examinationOf(undecided), 'never')).toBe(0)
  })
})
