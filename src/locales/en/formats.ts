// English sentences of the room `formats`.

export const formats = {} as const
