// Russian sentences around the model exam: its command, steps and evidence, and what cannot be opened.

import type { inspect as english } from '../en/inspect.ts'

export const inspect = {
  'model.step.weights': 'просмотр весов',
  'model.step.predict': 'предсказания модели',
  'model.step.measure': 'подсчёт оценок и потерь',
  'model.step.explain': 'поиск того, на чём держатся предсказания',

  'cli.inspect': 'разобрать файл модели и её предсказания, пример за примером',
  'cli.inspect.model':
    'ONNX, Keras, PyTorch, safetensors, SavedModel, TensorFlow.js или GGUF; ничего из файла не выполняется',
  'cli.inspect.data': 'данные, на которых запускается модель ONNX; или --train, --val и --test',
  'cli.model': 'файл модели этого обучения',
  'cli.predictions':
    'файлы со столбцами y_true, y_pred и p_CLASS (CSV, Parquet, JSON lines, NPZ), по одному на выборку: test.csv или val=file.csv',
  'cli.predict': 'команда, которая читает строки в виде JSON lines и пишет по предсказанию на строку',
  'cli.inspect.after': `
Примеры:
  whyloss inspect model.keras
  whyloss inspect model.onnx --train train.csv --test test.csv --label y
  whyloss inspect --predictions predictions-train.csv predictions-test.csv
  whyloss inspect model.pt --data test.csv --label y --predict "python predict.py"
  whyloss diagnose train.log --model model.onnx --train train.csv --test test.csv --label y
`,
  'cli.error.inspect.nothing':
    'команде inspect нужна модель или предсказания: whyloss inspect model.onnx или whyloss inspect --predictions file.csv',
  'cli.error.predict.data':
    'для --predict нужны строки, которые предсказывать: передайте --data или --train, --val и --test.',
  'cli.error.predictions.split':
    'и {first}, и {second} приняты за {split}: укажите, где какая выборка: --predictions train={first} test={second}',

  'model.error.command': 'команда «{command}» завершилась неудачей ({code}): {last}',
  'model.error.command-line': 'в выводе «{command}» строка {line} — не JSON: {text}',
  'model.error.command-lines':
    '«{command}» на {rows, plural, one {# строку} few {# строки} many {# строк} other {# строки}} данных вывела {lines, plural, one {# строку} few {# строки} many {# строк} other {# строки}}: нужна ровно одна на каждую.',
  'model.error.none': '{path}: такого файла нет.',
  'model.error.unreadable': '{path}: не удалось прочитать.',
  'model.error.empty': '{path}: файл пуст.',
  'model.error.lfs': '{path}: это указатель Git-LFS, а не модель; выполните `git lfs pull`.',
  'model.error.kind':
    '{path}: такую модель whyloss не открывает ({kind}); открываются ONNX, Keras, PyTorch, safetensors, SavedModel, TensorFlow.js и GGUF.',
  'model.error.folder':
    '{path}: модели в папке нет ({files, plural, =0 {папка пуста} one {в ней # файл} few {в ней # файла} many {в ней # файлов} other {в ней # файла}}).',
  'model.error.damaged': '{path}: файл {format} повреждён: {what}.',
  'model.error.limit': '{path}: файл не открыт: заявлено слишком много ({what}), whyloss принимает не больше {most}.',
  'model.error.pickle': '{path}: чтение pickle прекращено: {what}. Ничего из него не выполнено.',
  'model.error.shard': '{path}: не хватает части модели: {shard}.',
  'model.error.run': '{path}: модель не удалось запустить: {message}.',
  'model.error.run-engine':
    'ONNX Runtime ({engine}) не загружается, и модель не запускалась; он входит в состав whyloss: установите whyloss заново.',
  'model.error.no-hdf5': 'для файлов HDF5 нужен пакет h5wasm: npm install h5wasm',
  'model.error.no-prediction-column':
    '{path}: нет столбца с именем y_pred, prediction, p_CLASS или подобным; есть: {known}.',
  'model.error.no-label-column': '{path}: столбца {label} нет; есть: {known}.',
  'model.error.one-probability':
    '{path}: столбец вероятностей только один, {column}, а классов {classes, number}: нужен столбец на каждый класс, и лишь для двух классов хватает одного.',
  'model.error.prediction-rows':
    'в выборке {split} {expected, plural, one {# строка} few {# строки} many {# строк} other {# строки}}, а предсказаний {rows, number}: нужно по одному на строку, в порядке данных.',
  'model.error.no-predictions': '{path}: предсказаний нет.',
  'model.error.labels-and-outputs': '{path}: столбцов с метками {labels, number}, а с вероятностями {outputs, number}.',

  'note.model.inputs-differ':
    '{path} принимает {inputs, plural, one {# значение} few {# значения} many {# значений} other {# значения}} на строку, а в данных {columns, plural, one {# числовой признак} few {# числовых признака} many {# числовых признаков} other {# числового признака}}: модель на них не запускалась. Передайте строки в том виде, в каком их получает модель, или --predictions.',
  'note.model.no-label': '{path}: оценки нет; назовите столбец с истинными значениями (--label).',
  'note.model.classes-differ':
    'У {path} {outputs, plural, one {# выход} few {# выхода} many {# выходов} other {# выхода}}, а у метки {classes, plural, one {# класс} few {# класса} many {# классов} other {# класса}}: оценить такие ответы нельзя.',
  'note.model.not-run':
    '{path}: здесь запускаются только модели ONNX; передайте готовые предсказания в --predictions или команду в --predict.',
  'note.model.no-truth':
    '{path}: столбца с истинными значениями нет (y_true, label, target), оценить нечего; просмотрены только сами предсказания.',
  'note.model.subgraphs':
    '{count, plural, one {Не прочитана # часть графа, которая выполняется} few {Не прочитаны # части графа, которые выполняются} many {Не прочитано # частей графа, которые выполняются} other {Не прочитано # части графа, которые выполняются}} по условию или в цикле.',
  'note.model.left':
    'Значения {count, plural, one {# тензора} few {# тензоров} many {# тензоров} other {# тензора}} не прочитаны: {why, select, quantised {они квантованы} sparse {они хранятся разреженно} meta {их нет в файле} packed {они упакованы блоками} layout {их тип или раскладка не поддерживается} other {их вид неизвестен}}.',
  'note.model.tied':
    'В {tensor} и {other} одни и те же значения{count, plural, =1 {} other {, и есть ещё такие тензоры}}: общие веса посчитаны один раз.',
  'note.model.other-parts': 'В файле больше одной модели: прочитана {part}; пропущено: {others}.',
  'note.model.no-model':
    'Весов модели в файле нет, есть только {what, select, optimizer {состояние оптимизатора} schedule {состояние расписания скорости обучения} random {состояние генераторов случайных чисел} settings {настройки обучения} other {другие значения}}.',
  'note.model.calls':
    'При загрузке в Python этот файл вызвал бы {names}; ни одной модели это не нужно: не загружайте его. whyloss ничего не вызывал.',
  'note.model.one-shard': 'Модель разделена на файлы (всего {of}), это один из них; остальные не прочитаны.',
  'note.model.lambda':
    '{count, plural, one {# слой содержит код (Lambda): он не прочитан и не выполнен} few {# слоя содержат код (Lambda): они не прочитаны и не выполнены} many {# слоёв содержат код (Lambda): они не прочитаны и не выполнены} other {# слоя содержат код (Lambda): они не прочитаны и не выполнены}}.',
  'note.model.no-weights': 'В файле только архитектура, без весов.',
  'note.model.shards': 'Весов нет (не хватает {shard}): просмотрена только описанная в файле архитектура.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
