// English sentences of the room `checks`.

export const checks = {} as const
