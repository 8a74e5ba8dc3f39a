// Pictures -> what the exam knows of each: size, brightness, contrast, noise, a hash of its pixels, a thumbnail.

import { createHash } from 'node:crypto'

/** Pixels row by row; channels beside each other, 0..255. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly data: ArrayLike<number>
}

export interface PictureFacts {
  readonly width: number
  readonly height: number
  /** mean, 0..1 */
  readonly brightness: number
  /** standard deviation, 0..1 */
  readonly contrast: number
  /** mean absolute Laplacian, 0..1 */
  readonly noise: number
  /** mean distance of the channels from grey, 0..1 */
  readonly colour: number
  /** of the pixels, in hexadecimal */
  readonly pixels: string
  readonly hash: readonly [number, number]
  readonly thumbnail: Float32Array
}

export const THUMBNAIL = 8 * 8 * 3
/** A picture that claims more pixels is not unpacked. */
export const MOST_PIXELS = 100_000_000

/** Decodes PNG and JPEG. Throws for what is neither, is damaged, or claims more than MOST_PIXELS. */
export async function decodePicture(bytes: Uint8Array): Promise<Pixels> {
  if (bytes[0] === 0x89) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < 33 || view.getUint32(16) * view.getUint32(20) > MOST_PIXELS) throw new Error('size')
    const { decode, convertIndexedToRgb } = await import('fast-png')
    const png = decode(bytes)
    const { width, height } = png
    if (png.palette) return { width, height, channels: png.palette[0]!.length, data: convertIndexedToRgb(png) }
    const data = png.depth === 16 ? Uint8Array.from(png.data as Uint16Array, (value) => value >> 8) : png.data
    return { width, height, channels: png.channels, data }
  }
  const { default: jpeg } = await import('jpeg-js')
  const { width, height, data } = jpeg.decode(bytes, {
    useTArray: true,
    maxMemoryUsageInMB: 1024,
    maxResolutionInMP: 100,
  })
  return { width, height, channels: 4, data }
}

/** Everything of one picture, in one pass over a grey copy. */
export function pictureFacts(pixels: Pixels): PictureFacts {
  const grey = greyOf(pixels)
  const { mean, spread } = moments(grey)
  return {
    width: pixels.width,
    height: pixels.height,
    brightness: mean,
    contrast: spread,
    noise: laplacian(grey, pixels.width, pixels.height),
    colour: colourOf(pixels),
    pixels: createHash('sha1')
      .update(Uint8Array.from(pixels.data))
      .update(`${pixels.width}`)
      .digest('hex')
      .slice(0, 16),
    hash: differenceHash(grey, pixels.width, pixels.height),
    thumbnail: thumbnailOf(pixels),
  }
}

function colours(channels: number): number {
  return channels >= 3 ? 3 : 1
}

function greyOf({ width, height, channels, data }: Pixels): Float32Array {
  const own = colours(channels)
  const grey = new Float32Array(width * height)
  for (let i = 0; i < grey.length; i++) {
    let sum = 0
    for (let c = 0; c < own; c++) sum += data[i * channels + c]!
    grey[i] = sum / own / 255
  }
  return grey
}

function moments(values: Float32Array): { readonly mean: number; readonly spread: number } {
  let [sum, square] = [0, 0]
  for (const value of values) {
    sum += value
    square += value * value
  }
  const mean = sum / values.length
  return { mean, spread: Math.sqrt(Math.max(0, square / values.length - mean * mean)) }
}

function laplacian(grey: Float32Array, width: number, height: number): number {
  let [sum, count] = [0, 0]
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      sum += Math.abs(4 * grey[i]! - grey[i - 1]! - grey[i + 1]! - grey[i - width]! - grey[i + width]!)
      count++
    }
  return count > 0 ? sum / count / 4 : 0
}

function colourOf({ width, height, channels, data }: Pixels): number {
  if (channels < 3) return 0
  let sum = 0
  for (let i = 0; i < width * height; i++) {
    const [r, g, b] = [data[i * channels]!, data[i * channels + 1]!, data[i * channels + 2]!]
    sum += Math.max(r, g, b) - Math.min(r, g, b)
  }
  return sum / (width * height) / 255
}

/** Mean of a rectangle whose bounds are shares of the picture; at least one pixel. */
function boxMean(
  grey: ArrayLike<number>,
  width: number,
  height: number,
  box: readonly [number, number, number, number],
) {
  const [left, top] = [Math.floor(box[0] * width), Math.floor(box[1] * height)]
  const right = Math.max(left + 1, Math.floor(box[2] * width))
  const bottom = Math.max(top + 1, Math.floor(box[3] * height))
  let sum = 0
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += grey[y * width + x]!
  return sum / ((right - left) * (bottom - top))
}

/** Whether each of 8 x 8 boxes is brighter than the one at its right (dHash), as two 32-bit words. */
function differenceHash(grey: Float32Array, width: number, height: number): readonly [number, number] {
  const words = [0, 0]
  for (let y = 0; y < 8; y++) {
    const row = Array.from({ length: 9 }, (_, x) =>
      boxMean(grey, width, height, [x / 9, y / 8, (x + 1) / 9, (y + 1) / 8]),
    )
    for (let x = 0; x < 8; x++) {
      const bit = y * 8 + x
      if (row[x]! > row[x + 1]! + 1e-6) words[bit >> 5]! |= 1 << (bit & 31)
    }
  }
  return [words[0]! >>> 0, words[1]! >>> 0]
}

function thumbnailOf(pixels: Pixels): Float32Array {
  const { width, height, channels, data } = pixels
  const out = new Float32Array(THUMBNAIL)
  const own = colours(channels)
  for (let c = 0; c < 3; c++) {
    const channel = new Float32Array(width * height)
    for (let i = 0; i < channel.length; i++) channel[i] = data[i * channels + Math.min(c, own - 1)]! / 255
    for (let y = 0; y < 8; y++)
      for (let x = 0; x < 8; x++)
        out[(y * 8 + x) * 3 + c] = boxMean(channel, width, height, [x / 8, y / 8, (x + 1) / 8, (y + 1) / 8])
  }
  return out
}
