// The reader of catboost_training.json.

import { describe, expect, it } from 'vitest'
import catboost from './catboost-json.ts'
import { bytesOf, entriesOf, holdsContract, pointsOf } from './contract.fixture.ts'

const TRAINING = `{
"meta":{"test_sets":["test"],"test_metrics":[{"best_value":"Min","name":"Logloss"},{"best_value":"Max","name":"AUC"}],"learn_metrics":[{"best_value":"Min","name":"Logloss"}],"iteration_count":3,"name":"experiment"},
"iterations":[
{"learn":[0.6875],"iteration":0,"passed_time":0.25,"remaining_time":9,"test":[0.69,0.5]},
{"learn":[0.5],"iteration":1,"passed_time":0.5,"remaining_time":8,"test":[0.625,0.75]}`

describe('catboost-json', () => {
  it('reads each iteration of a file that is still being written', () => {
    expect(pointsOf(entriesOf(catboost, bytesOf(TRAINING), 'catboost_training.json'))).toEqual([
      'train:Logloss step 0 0.6875',
      'val:Logloss step 0 0.69',
      'val:AUC step 0 0.5',
      'train:Logloss step 1 0.5',
      'val:Logloss step 1 0.625',
      'val:AUC step 1 0.75',
    ])
  })
})

holdsContract(catboost, { 'catboost_training.json': bytesOf(TRAINING), 'whole.json': bytesOf(`${TRAINING}\n]}`) })
