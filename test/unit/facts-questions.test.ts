// Whole questions as people paste them: all that is stated is found, and nothing else.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { told } from './facts-told.ts'

interface Question {
  readonly title: string
  readonly lines: readonly string[]
  readonly facts: Record<string, unknown>
}
const questions: readonly Question[] = JSON.parse(
  readFileSync(new URL('./facts-questions.json', import.meta.url), 'utf8'),
)

describe('whole questions', () => {
  it.each(questions)('$title', ({ lines, facts }) => {
    expect(told(lines.join('\n'))).toEqual(facts)
  })
})
