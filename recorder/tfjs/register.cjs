// The first of what Node loads under `whyloss run`, in words that any Node understands: a very old one is left alone.
try {
  if (parseInt(process.versions.node, 10) >= 16) require('./inject.cjs')
} catch (_) {
  // the training matters more
}
