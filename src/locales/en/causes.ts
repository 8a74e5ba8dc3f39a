// English sentences of the room `causes`.

export const causes = {} as const
