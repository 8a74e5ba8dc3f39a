// Says any message of whyloss in one of its languages.

import { en, type MessageId } from './en/index.ts'
import { LANGUAGES, type Language, type Message, number, speakerOf } from './message.ts'
import { ru } from './ru/index.ts'
import { zh } from './zh/index.ts'

export { LANGUAGES, type Language, type Message, type MessageId, number }

/** Says the message `id` with its values. An unknown id is a fault of ours and throws. */
export type Speak = (id: MessageId, values?: Readonly<Record<string, unknown>>) => string

const catalogues: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = { en, zh, ru }

export function speaker(language: Language): Speak {
  return speakerOf(language, catalogues[language])
}

/** Whether there is that message; ids that are built from names must ask first. */
export function has(id: string): id is MessageId {
  return id in en
}

/** A message to be said later, in the reader's language. */
export function message(id: MessageId, values: Message['values'] = {}): Message {
  return { id, values }
}

/** A message that was kept unspoken, with the messages inside it. */
export function tell(message: Message, speak: Speak): string {
  const inner = Object.entries(message.inner ?? {}).map(([name, one]) => [name, tell(one, speak)])
  return speak(message.id as MessageId, { ...message.values, ...Object.fromEntries(inner) })
}
