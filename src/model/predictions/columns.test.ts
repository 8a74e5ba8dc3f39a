import { describe, expect, test } from 'vitest'
import { isOfPredictions, predictionColumns } from './columns.ts'

const of = (...names: string[]) => predictionColumns(names)
const truth = (...names: string[]) => of(...names)!.truth.map((one) => one.column)

describe('columns of predictions', () => {
  test('the truth goes by the names that people give it', () => {
    for (const name of 'y_true label labels target targets true actual ground_truth gt y Y_True truth expected y_test class'.split(
      ' ',
    ))
      expect(truth('id', name, 'y_pred')).toEqual([name])
    expect(truth('label', 'y_true', 'y_pred')).toEqual(['y_true'])
    expect(truth('text', 'y_pred')).toEqual([])
  })

  test('the prediction goes by the names that people give it', () => {
    for (const name of 'y_pred pred prediction predicted output preds predictions outputs y_hat yhat forecast predicted_label pred_class Prediction'.split(
      ' ',
    ))
      expect(of('y_true', 'x', name)).toMatchObject({ predicted: name, probabilities: [] })
  })

  test('a single probability goes by prob, score and the like, and tells whether it is a logit', () => {
    for (const name of ['prob', 'proba', 'probability', 'score', 'y_prob', 'y_score', 'p', 'p_1', 'p1', 'prob_1'])
      expect(of('y_true', name)).toMatchObject({ probabilities: [{ column: name, of: '' }], logits: false })
    for (const name of ['logit', 'logits', 'y_logit'])
      expect(of('y_true', name)).toMatchObject({ probabilities: [{ column: name, of: '' }], logits: true })
  })

  test('probabilities of each class name it', () => {
    expect(of('y_true', 'p_cat', 'p_dog')!.probabilities.map((one) => one.of)).toEqual(['cat', 'dog'])
    expect(of('y_true', 'prob_real', 'prob_fake', 'distil_confidence')!.probabilities).toHaveLength(2)
    expect(of('label', 'logit 0', 'logit 1', 'logit 2')).toMatchObject({
      logits: true,
      probabilities: [{ of: '0' }, {}, {}],
    })
    expect(of('y_true', 'p0', 'p1', 'p2')!.probabilities.map((one) => one.of)).toEqual(['0', '1', '2'])
    expect(of('y_true', 'y_pred_0', 'y_pred_1')!.probabilities.map((one) => one.of)).toEqual(['0', '1'])
    // the larger set, and no label or number of a row
    expect(of('y', 'score_a', 'score_b', 'p_a', 'p_b', 'p_c')!.probabilities.map((one) => one.column)).toEqual([
      'p_a',
      'p_b',
      'p_c',
    ])
    expect(of('y_true', 'y_pred', 'pred_id', 'pred_time')!.probabilities).toEqual([])
  })

  test('one column of a named class, and a confidence, stand beside a prediction', () => {
    expect(of('y_true', 'y_pred', 'p_spam')!.probabilities).toEqual([{ column: 'p_spam', of: 'spam' }])
    expect(of('y_true', 'p_spam')!.probabilities).toEqual([{ column: 'p_spam', of: 'spam' }])
    expect(of('y_true', 'y_pred', 'confidence')).toMatchObject({ confidence: 'confidence', probabilities: [] })
    expect(of('x', 'confidence', 'y_true')).toBeUndefined()
  })

  test('several columns of the truth are labels or one-hot rows', () => {
    expect(of('y_true_a', 'y_true_b', 'p_a', 'p_b')!.truth.map((one) => one.of)).toEqual(['a', 'b'])
    expect(of('y_true_0', 'y_true_1', 'y_pred_0', 'y_pred_1')!.truth).toHaveLength(2)
    expect(of('label_id', 'label_name', 'y_pred')!.truth).toEqual([])
  })

  test('a competition’s file is the number of a row and its prediction, whatever it is called', () => {
    for (const [id, name] of [
      ['Id', 'SalePrice'],
      ['PassengerId', 'Survived'],
      ['id', 'target'],
      ['image_id', 'label'],
    ])
      expect(of(id!, name!)).toEqual({ truth: [], predicted: name, probabilities: [], logits: false })
    expect(of('anything')).toMatchObject({ predicted: 'anything', truth: [] })
    for (const names of [['x', 'z'], ['y_true'], ['id'], ['id', 'x', 'z'], []]) expect(of(...names)).toBeUndefined()
  })

  test('the user’s word for the truth goes before all others, where there is such a column', () => {
    expect(predictionColumns(['y_true', 'price', 'y_pred'], { truth: 'price' })!.truth).toEqual([
      { column: 'price', of: '' },
    ])
    expect(predictionColumns(['y_true', 'y_pred'], { truth: 'price' })!.truth).toEqual([{ column: 'y_true', of: '' }])
  })

  test('arrays that belong to predictions are told from others', () => {
    expect(['y_true', 'probs', 'logits', 'y_pred', 'y_scores'].map(isOfPredictions)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(['X', 'ids', 'loss', 'timesteps'].map(isOfPredictions)).toEqual([false, false, false, false])
  })
})
