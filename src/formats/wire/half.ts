// Floats of 16 bits, as event files, arrays and models hold them.

/** The value of IEEE 754 binary16 bits, 0..65535. */
export function half(raw: number): number {
  const sign = raw & 0x8000 ? -1 : 1
  const exponent = (raw >> 10) & 31
  const fraction = raw & 1023
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25))
}

const word = new DataView(new ArrayBuffer(4))

/** The value of bfloat16 bits: the upper half of a float32. */
export function brain(raw: number): number {
  word.setUint32(0, raw << 16)
  return word.getFloat32(0)
}
