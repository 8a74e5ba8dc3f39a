// English sentences of the room `view`.

export const view = {} as const
