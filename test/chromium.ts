// The one way in which Chromium is started: for tests of the page, for its bench and for the gallery.
import { type Browser, chromium } from 'playwright-core'

/** A Chromium with a page: Debian's own unless the environment names another. */
export const CHROMIUM = process.env.WHYLOSS_CHROMIUM ?? '/usr/bin/chromium'

const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') })
}
