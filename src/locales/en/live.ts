// English sentences of the room `live`.

export const live = {
  'live.not-finite': '{metric} is {is}',
  'live.diverged': '{metric} has left for good, from {first} to {last}',
  'live.not-moved': 'no weight has moved in {looks, plural, one {# look} other {# looks}}',
  'live.line.fatal': '{named, select, yes {{run}, } other {}}{axis, select, epoch {epoch} other {step}} {at}: {what}.',
  'live.line.fatal-because':
    '{named, select, yes {{run}, } other {}}{axis, select, epoch {epoch} other {step}} {at}: {what}. Most likely: {cause} ({certainty}).',
  'live.line.fault':
    '{named, select, yes {{run}, } other {}}{axis, select, epoch {epoch} other {step}} {at}: {cause} ({certainty}). {claim}',

  'live.none.inner': 'another whyloss run inside this command watched it; its report stands above.',
  'live.shut':
    'Python was called with {flag}, which keeps the recorder out: only what is printed can be read. Leave {flag} away, or add to the script: import whyloss; whyloss.watch(model, optimizer)',
  'live.none.python':
    'nothing was recorded: no Python 3.9 or later trained or printed anything here, or something set PYTHONPATH anew. In that case add to the script: import whyloss; whyloss.watch(model, optimizer)',
  'live.none.shell':
    'nothing was recorded: no Python 3.9 or later trained or printed anything in this command. Where a script sets PYTHONPATH anew, add to the training: import whyloss; whyloss.watch(model, optimizer)',
  'live.none.untrained':
    'nothing was trained here that could be seen, and nothing that was printed looks like a loss or a metric.',
  'live.none.text': 'nothing that was printed looks like a loss or a metric.',
  'live.none.silent': 'the command printed nothing, so there is nothing to judge.',
  'live.none.unread':
    'nothing could be read: the command writes to the terminal by itself. Pipe it through cat, and what it prints is read.',
} as const
