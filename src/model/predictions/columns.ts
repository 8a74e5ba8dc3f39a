// Which columns of a file of predictions are the truth, the prediction and the probabilities: by their names, as people call them.

export interface PredictionColumns {
  /** one column, or one a label (or a class, of one-hot rows), with what it is of */
  readonly truth: readonly NamedColumn[]
  readonly predicted?: string
  /** one a class with the class's name, or a single one: of the named class, or where it names none of the second */
  readonly probabilities: readonly NamedColumn[]
  /** a single column of probabilities: of the predicted class rather than of class 1 */
  readonly confidence?: string
  /** the names say that the columns are logits */
  readonly logits: boolean
}

export interface NamedColumn {
  readonly column: string
  /** the class or the label; '' where the name tells none */
  readonly of: string
}

const BEST_TRUTH = /^y_?true$/i
const TRUTH = /^(?:y_?true|true|truth|labels?|targets?|actual|ground_?truth|gt|true_?label|y|expected|y_?test|class)$/i
const PREDICTED =
  /^(?:y_?pred|y_?hat|preds?|predictions?|predicted|outputs?|forecast|predicted_?(?:label|class)|pred_?(?:label|class))$/i
const SINGLE =
  /^(?:prob|proba|probability|score|y_?prob|y_?proba|y_?score|p|p_?1|prob_?1|proba_?1|probability_?1|logits?|y_?logits?)$/i
const CONFIDENCE = /^(?:confidence|conf|max_?prob|certainty)$/i
/** a word, then the name of the class */
const OF_CLASS =
  /^(?<kind>p|probs?|probas?|probability|probabilities|scores?|logits?|softmax|y_?probs?|y_?proba|y_?scores?|y_?pred|preds?|predictions?|outputs?)(?:[_ .:-]|(?=\d))(?<of>.+)$/i
const TRUTH_OF_CLASS = /^(?<kind>y_?true|true|truth|labels?|targets?|gt)(?:[_ .:-]|(?=\d))(?<of>.+)$/i
/** What follows such a word without being a class. */
const NO_CLASS = /^(?:labels?|class(?:es)?|idx|index|ids?|names?|text|time)$/i
/** A word of probabilities alone, whose single column may name its class. */
const OF_ONE = /^(?:p|probs?|probas?|probability|logits?)$/i
/** Words under which an array or a list of each row holds a number a class. */
const ROWS_OF_CLASSES = /^(?:y_?)?(?:probs|probas|probabilities|scores|logits|softmax)$/i
const ID = /(?:^|[_\s])(?:id|index|idx)$|^[a-z]+id$|^row$|^unnamed: 0$|^column0+$/i
const LOGIT = /logit/i

/** Undefined where no column is a prediction. Source of the names: what sklearn, Kaggle, Keras and PyTorch users write. */
export function predictionColumns(
  names: readonly string[],
  asked: { readonly truth?: string | undefined } = {},
): PredictionColumns | undefined {
  const at = (pattern: RegExp) => names.filter((name) => pattern.test(name.trim()))
  const [predicted] = at(PREDICTED)
  const perClass = ofClasses(names, OF_CLASS)
  const [single] = perClass.length > 0 ? [] : at(SINGLE)
  const [confidence] = at(CONFIDENCE)
  const truth = truthOf(names, asked.truth)
  const probabilities =
    single !== undefined ? [{ column: single, of: '' }] : perClass.length > 0 ? perClass : ofOneClass(names)
  // the single class of a column means something beside a prediction or a truth alone
  if (predicted === undefined && (probabilities.length === 0 || (probabilities.length === 1 && !single && !truth[0])))
    return submission(names)
  return {
    truth,
    ...(predicted === undefined ? {} : { predicted }),
    probabilities,
    ...(confidence === undefined ? {} : { confidence }),
    logits: probabilities.some((one) => LOGIT.test(one.column)),
  }
}

/** Whether a column or an array of this name belongs to predictions; extra arrays of other lengths may lie beside them. */
export function isOfPredictions(name: string): boolean {
  return [TRUTH, PREDICTED, SINGLE, CONFIDENCE, ROWS_OF_CLASSES].some((pattern) => pattern.test(name.trim()))
}

function truthOf(names: readonly string[], asked: string | undefined): readonly NamedColumn[] {
  if (asked !== undefined && names.includes(asked)) return [{ column: asked, of: '' }]
  const known = names.filter((name) => TRUTH.test(name.trim()))
  const best = known.find((name) => BEST_TRUTH.test(name.trim())) ?? known[0]
  return best === undefined ? ofClasses(names, TRUTH_OF_CLASS) : [{ column: best, of: '' }]
}

/** As competitions take them: the number of the row and its prediction, whatever that is called; or the prediction alone. */
function submission(names: readonly string[]): PredictionColumns | undefined {
  const own = names.filter((name) => !name.startsWith('__'))
  const alone = own.length === 1 && !ID.test(own[0]!.trim()) && !TRUTH.test(own[0]!.trim())
  if (!alone && !(own.length === 2 && ID.test(own[0]!.trim()))) return undefined
  return { truth: [], predicted: own.at(-1)!, probabilities: [], logits: false }
}

/** The largest set of columns that share a word and differ in the class's name. */
function ofClasses(names: readonly string[], pattern: RegExp): readonly NamedColumn[] {
  const kinds = new Map<string, NamedColumn[]>()
  for (const column of names) {
    const found = pattern.exec(column.trim())?.groups
    if (!found || NO_CLASS.test(found.of!)) continue
    const kind = found.kind!.toLowerCase()
    const own = kinds.get(kind)
    if (own) own.push({ column, of: found.of! })
    else kinds.set(kind, [{ column, of: found.of! }])
  }
  const most = [...kinds.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
  return most.length >= 2 ? most : []
}

/** `p_spam` beside a prediction: of one of two classes; whether there is such a class the cells tell. */
function ofOneClass(names: readonly string[]): readonly NamedColumn[] {
  const found = names.flatMap((column) => {
    const { kind, of } = OF_CLASS.exec(column.trim())?.groups ?? {}
    return kind !== undefined && OF_ONE.test(kind) && !NO_CLASS.test(of!) ? [{ column, of: of! }] : []
  })
  return found.length === 1 ? found : []
}
