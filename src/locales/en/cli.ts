// English sentences of the room `cli`.

export const cli = {} as const
