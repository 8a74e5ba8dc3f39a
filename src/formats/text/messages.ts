// Sentences that tell an event of the run: saved, resumed, stopped early, rate reduced, out of memory.

import type { EventKind } from '../../record/run.ts'

const KINDS: readonly (readonly [EventKind, string])[] = [
  [
    'out-of-memory',
    'CUDA out of memory|OutOfMemoryError|ResourceExhaustedError|OOM when allocating|oom-kill|Out Of Memory|CUBLAS_STATUS_ALLOC_FAILED',
  ],
  [
    'rate-reduced',
    'ReduceLROnPlateau reducing|[Rr]educing learning rate|reducing lr|learning rate (?:was )?(?:reduced|decreased|decayed)|Change learning rate to|LR (?:reduced|decayed|dropped)|Adjusting learning rate|Decay(?:ing|ed)? (?:the )?(?:learning rate|lr)',
  ],
  [
    'early-stop',
    '[Ee]arly stop(?:ping|ped)(?! (?:patience|counter|rounds?|callback|is|will|with|monitor|=|:)|_)|[Ss]topp(?:ing|ed) early|Did not meet early stopping|Training stopped:? no improve',
  ],
  ['scale-skip', 'OVERFLOW!|Overflow detected|Gradient overflow|gradient overflow|Grad overflow|inf or nan .*skip'],
  [
    'aborted',
    ', stopping training|[Ll]oss is not finite|Invalid loss, terminating|Loss became infinite or NaN|Training (?:aborted|interrupted)|KeyboardInterrupt|^Killed$|FloatingPointError|Segmentation fault|DUE TO TIME LIMIT|NaN loss detected|diverged',
  ],
  [
    'resume',
    '[Rr]esum(?:e|ed|ing) (?:training )?from|[Rr]estor(?:ed|ing) (?:parameters|from|checkpoint)|(?:[Ll]oad(?:ed|ing)|=> loaded) checkpoint|Resuming training|[Cc]ontinuing training from|Continuing from (?:epoch|step|iter|checkpoint)|Starting training from iteration [1-9]',
  ],
  ['no-improvement', 'did not improve|no improvement|not improved|EarlyStopping counter'],
  [
    'checkpoint',
    String.raw`saving model to|[Ss]aving (?:model )?checkpoint|[Ss]aved (?:model|checkpoint|best|weights)|\[SAVE\]|[Ss]napshotting to|improved from .*saving|[Ss]aving (?:the )?(?:best|current|new best)? ?model|Checkpoint saved|Save(?:d|ing)? (?:the )?(?:best |full )?checkpoint|Restoring model weights from the end of the best epoch|best model (?:at|saved)|Best model at`,
  ],
]

const ANY = new RegExp(KINDS.map(([, source]) => `(?:${source})`).join('|'))
const EACH: readonly (readonly [EventKind, RegExp])[] = KINDS.map(([kind, source]) => [kind, new RegExp(source)])

/** Whether a text tells any event. */
export function isMessage(text: string): boolean {
  return ANY.test(text)
}

/** Which event a sentence tells, or undefined. */
export function messageKind(text: string): EventKind | undefined {
  return EACH.find(([, pattern]) => pattern.test(text))?.[0]
}
