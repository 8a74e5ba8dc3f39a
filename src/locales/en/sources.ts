// English sentences of the explanations of formats: what each is recognised by, what is read of it and what is not.

export const sources = {
  'format.catboost-json.what': 'The file that CatBoost rewrites in its train_dir while it trains.',
  'format.catboost-json.recognises':
    'A JSON object with learn_metrics or test_metrics and iterations, whatever its name.',
  'format.catboost-json.values':
    'Each metric of learn (training) and of test (the set that CatBoost stops by: validation) at each iteration; of several test sets each.',
  'format.catboost-json.axes': 'The iteration is the step; there are no epochs.',
  'format.catboost-json.facts': 'The framework, and the planned number of iterations.',
  'format.catboost-json.not': 'Times, and learn_error.tsv and test_error.tsv beside it, which say the same.',

  'format.csv.what':
    'Histories as tables: Keras CSVLogger, Lightning, fastai, Ultralytics results.csv, timm, DVCLive, CatBoost, Ray, exports of TensorBoard and Weights & Biases, tables written by hand.',
  'format.csv.recognises':
    'A header whose columns name an epoch or a step, a loss or a metric, over rows of numbers; commas, tabs, semicolons or strokes, quotes, decimal commas after semicolons, lines that begin with #. A table of data is refused as one.',
  'format.csv.values':
    'Every column that is a metric; an empty cell or NA was not logged, nan and inf are values. Bare scores beside train_loss and valid_loss are of the validation.',
  'format.csv.axes':
    'The columns for epoch and step; without either, rows are epochs where there is a validation, else steps. A header that comes again begins a new run.',
  'format.csv.facts':
    'None in the table; settings files that trainers leave beside it are read: args.yaml, opt.yaml, hyp.yaml, hparams.yaml, params.json.',
  'format.csv.not': 'Columns of times, machines and ids, and text in cells.',

  'format.json-history.what':
    "Histories as one JSON document: Keras' History.history, evals_result of boosting, pandas, lists of rows, kept below any keys.",
  'format.json-history.recognises':
    'A JSON object or list in which columns or rows are called like losses or metrics. Notebooks and model files are not taken for one.',
  'format.json-history.values':
    'Lists of numbers below a metric, or rows with a metric each; keys above them tell the split. null among numbers was not logged; null to the end of a full column is NaN, as JSON writes it.',
  'format.json-history.axes':
    'A list or field for epoch or step beside the values; else one value an epoch, in order. A second object of the same shape is a second run.',
  'format.json-history.facts': 'Settings among the keys, such as learning_rate, batch_size, optimizer.',
  'format.json-history.not': 'Summaries that stand beside rows or columns, and text.',

  'format.jsonl.what':
    'One JSON object a line: detectron2 and mmdetection, LLaMA-Factory, Ray, DINO, callbacks of Keras, logs written by hand.',
  'format.jsonl.recognises':
    'Half of the first lines or more are JSON objects, and one of them holds a loss or a metric.',
  'format.jsonl.values':
    'Every number in a field, nested ones as a/b; also rows of the kind name, value. A field such as mode or phase tells the split.',
  'format.jsonl.axes':
    'The fields for epoch and step, whatever they are called (iter, global_step, training_iteration).',
  'format.jsonl.facts': 'Settings in a field config, and those in settings files beside the log.',
  'format.jsonl.not':
    'Fields that describe the machine (perf, timers, system), lists of more than one value, and lines that are no JSON; these are counted and told.',

  'format.notebook.what':
    'A Jupyter notebook (.ipynb) as it was saved after it ran: from JupyterLab, VS Code, Colab or Kaggle, nbformat 3 and 4.',
  'format.notebook.recognises': 'A JSON object with cells that say cell_type, or with nbformat, whatever its name.',
  'format.notebook.values':
    'What the cells printed is read as console text, stdout and stderr each; results too. Tables in HTML that are histories: the Hugging Face trainer’s, fastai’s, pandas’ of a History. A history that is shown again after the training counts once.',
  'format.notebook.axes':
    'As in console text and in the tables; cells in the order in which they were run (execution_count), those without a number behind the cell that they stand behind.',
  'format.notebook.facts':
    'What code states plainly in cells that were run: learning rate, batch size, optimizer, loss, epochs, model, framework; model summaries; the trainer’s bar with steps and epochs. In [5] and Out [5] say where.',
  'format.notebook.events': 'Errors of cells that had trained, and running out of memory.',
  'format.notebook.not':
    'Images, widgets, text cells, cells that were not run, tables of data, and reports of whyloss itself.',

  'format.recorder.what':
    'What the recorder of whyloss writes under whyloss run, or after whyloss.watch in a program of one’s own: one JSON object a line, a file for each process that trains.',
  'format.recorder.recognises': 'Its first line, which says k: start and the version of the layout.',
  'format.recorder.values':
    'Every loss of a step and of an evaluation; at the steps that were looked at closely also norms of gradients and weights, sizes of updates, dead and saturated shares, for the run and for each layer. What the program printed is read as console text, and where the recorder has the same metric, only the recorder’s counts.',
  'format.recorder.axes': 'Steps of the optimizer; epochs of evaluations, by the loader or by their number.',
  'format.recorder.facts':
    'Settings of the optimizer, batch size, loss function, classes, ranges of inputs and targets, the layers, with what was seen as the quote; also tables of first batches, loss calls, initial weights and the order of labels.',
  'format.recorder.not':
    'What a process wrote that did not train beside one that did; lines that are damaged, which are counted and told.',

  'format.tensorboard.what':
    'Event files as TensorFlow, Keras, PyTorch, Lightning and the Hugging Face trainer write them for TensorBoard.',
  'format.tensorboard.recognises':
    'The record at its beginning, or tfevents in its name. Several files of one folder are one run; folders named train and validation are its splits.',
  'format.tensorboard.values':
    'Every scalar, as a plain value or as a tensor, in both versions of the format. Nothing is sampled: each value arrives.',
  'format.tensorboard.axes': 'The step of each event, or the epoch where the tag says so (epoch_loss of Keras).',
  'format.tensorboard.facts':
    'Hyper-parameters of the HParams plugin, arguments that the trainer wrote as text, the layers of a Keras model where its graph was written, settings files beside the events.',
  'format.tensorboard.not':
    'Histograms, images, audio, graphs of other kinds and profiles. A record with a wrong checksum is left out and told; what lies behind a damaged length cannot be read.',

  'format.text.what':
    'Anything that is lines: the output of any framework, prints of a loop, a pasted question with its log in it.',
  'format.text.recognises':
    'Text in UTF-8 or UTF-16 with few control characters that no other format claims. It may come on standard input: `whyloss diagnose -`.',
  'format.text.values':
    "Layouts that need their own reader: Keras' bars, tqdm, fastai and Ultralytics tables, Hugging Face's printed dictionaries, Stable-Baselines boxes, estimators, scikit-learn, Caffe, Darknet, boosting, histories printed as lists; for all else names with numbers behind them.",
  'format.text.axes':
    'Epoch and step counters of any spelling; headings that only name a split or begin a run; steps that begin anew each epoch are laid end to end.',
  'format.text.facts':
    'Settings that were printed, model summaries, and what people write: "I use Adam with lr 0.01 on 500 images", in English, Chinese and Russian, each with the words that said so.',
  'format.text.events': 'Checkpoints, resumes, early stops, cuts of the rate, overflow, out of memory, tracebacks.',
  'format.text.not':
    'Unfinished bars where a finished one follows, lines that several processes repeat, and what lies beyond a mebibyte in one line.',

  'format.trainer-state.what': 'The trainer_state.json that the Hugging Face trainer keeps in each checkpoint.',
  'format.trainer-state.recognises':
    'A JSON object with log_history. Of several checkpoints of one run the newest is read: it holds the others.',
  'format.trainer-state.values':
    'Every number in log_history: loss (a mean since the last print), eval_ metrics, learning_rate, grad_norm.',
  'format.trainer-state.axes': 'step and epoch of each entry.',
  'format.trainer-state.facts': 'Steps an epoch, batch size and epochs as the file states them; the framework.',
  'format.trainer-state.events': 'The best checkpoint with its metric.',
  'format.trainer-state.not':
    'The last entry, which sums up the run. training_args.bin beside it is a pickle and is not read.',

  'format.ultralytics-results.what':
    'The results.txt of YOLOv3, of YOLOv5 before its results.csv, and of YOLOv7: columns without a header.',
  'format.ultralytics-results.recognises': 'Every line is an epoch (3/99), a memory (2.4G) and thirteen columns.',
  'format.ultralytics-results.values':
    'Box, objectness, class and total loss of the training; precision, recall, two mAP and three losses of the validation.',
  'format.ultralytics-results.axes': 'The epoch.',
  'format.ultralytics-results.facts': 'The number of epochs, and the settings in opt.yaml and hyp.yaml beside it.',
  'format.ultralytics-results.not': 'The count of labels, the size of the images, the memory.',
} as const
