// What part of the axis is looked at: one window for all plots of a run that share an axis.

export type Range = readonly [from: number, to: number]

export interface Zoom {
  /** undefined where everything is shown */
  get(): Range | undefined
  set(range: Range | undefined): void
  /** calls back at every change; returns how to stop */
  watch(changed: () => void): () => void
  /** widens what "everything" means to hold the range too */
  extend(range: Range): void
  all(): Range
}

const zooms = new Map<string, Zoom>()

/** The window of that name, made when it is first asked for. */
export function zoomOf(name: string): Zoom {
  const known = zooms.get(name)
  if (known) return known
  const zoom = makeZoom()
  zooms.set(name, zoom)
  return zoom
}

function makeZoom(): Zoom {
  let range: Range | undefined
  let whole: Range = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const watchers = new Set<() => void>()
  const tell = () => {
    for (const one of watchers) one()
  }
  return {
    get: () => range,
    set(next) {
      range = next && clamped(next, whole)
      tell()
    },
    watch(changed) {
      watchers.add(changed)
      return () => {
        watchers.delete(changed)
      }
    },
    extend([from, to]) {
      const wider: Range = [Math.min(whole[0], from), Math.max(whole[1], to)]
      if (wider[0] === whole[0] && wider[1] === whole[1]) return
      whole = wider
      tell()
    },
    all: () => (whole[0] < whole[1] ? whole : [whole[0] - 0.5, whole[0] + 0.5]),
  }
}

/** Within what there is; undefined where that is all of it. */
function clamped([from, to]: Range, [first, last]: Range): Range | undefined {
  const width = to - from
  if (!(width > 0) || width >= last - first) return undefined
  if (from < first) return [first, first + width]
  return to > last ? [last - width, last] : [from, to]
}

/** The window made `factor` times as wide around the position `at`. */
export function scaled(zoom: Zoom, factor: number, at?: number): void {
  const [from, to] = zoom.get() ?? zoom.all()
  const middle = at ?? (from + to) / 2
  const share = (middle - from) / (to - from)
  const width = (to - from) * factor
  zoom.set([middle - share * width, middle + (1 - share) * width])
}

/** The window moved by a share of its width. */
export function panned(zoom: Zoom, share: number): void {
  const [from, to] = zoom.get() ?? zoom.all()
  const by = (to - from) * share
  zoom.set([from + by, to + by])
}
