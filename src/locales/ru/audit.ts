// Russian sentences around the data exam: its commands, steps and evidence, and what cannot be read.

import type { audit as english } from '../en/audit.ts'

export const audit = {
  'evidence.parts': 'данные и их разбиение',
  'evidence.profile': 'столбцы данных',
  'evidence.labels': 'строки каждого класса',
  'evidence.duplicates': 'одинаковые строки',
  'evidence.conflicts': 'одинаковые строки с разными метками',
  'evidence.nearDuplicates': 'почти одинаковые строки',
  'evidence.suspiciousLabels': 'метки, которые модели ставят под сомнение',
  'evidence.outlierRows': 'строки в стороне от остальных',
  'evidence.shift': 'различие выборок',
  'evidence.baselines': 'оценки простых моделей',
  'evidence.telling': 'что говорит каждый столбец сам по себе',
  'evidence.overlaps': 'группы и времена по обе стороны разбиения',
  'evidence.learningCurve': 'оценка в зависимости от числа строк',
  'evidence.rowOrder': 'порядок строк',
  'evidence.splitDistance': 'расстояние отложенных строк до обучающих',
  'evidence.pictures': 'дефекты картинок',

  'exhibit.column-scales': 'Масштаб столбцов',
  'exhibit.missing-map': 'Ячейки без значения',
  'exhibit.stand-ins': 'Значения вместо пропусков',
  'exhibit.outlying-cells': 'Далёкие ячейки',
  'exhibit.outlying-rows': 'Строки вдали от всех остальных',
  'exhibit.class-counts': 'Число строк по классам',
  'exhibit.contradicting-rows': 'Одинаковые строки с разными метками',
  'exhibit.doubtful-labels': 'Метки, которые стоит проверить, самые сомнительные впереди',
  'exhibit.repeated-rows': 'Повторные строки',
  'exhibit.rows-in-both': 'Строки в обеих выборках',
  'exhibit.near-copies': 'Почти одинаковые пары',
  'exhibit.telling-columns': 'Что говорит каждый столбец сам по себе',
  'exhibit.shifted-columns': 'Столбцы, различные в разных выборках',
  'exhibit.unseen-values': 'Значения, которых в обучении нет',
  'exhibit.learning-curve': 'Оценка в зависимости от числа строк',
  'exhibit.baselines': 'Простые модели на новых строках',
  'exhibit.picture-faults': 'Изображения с изъяном',

  'note.data.broken-rows':
    '{path}: {rows, plural, one {пропущена # нечитаемая строка} few {пропущены # нечитаемые строки} many {пропущено # нечитаемых строк} other {пропущено # нечитаемой строки}}, первая под номером {line} ({what, select, quote {незакрытая кавычка} more {слишком много ячеек} fewer {слишком мало ячеек} encoding {не UTF-8} other {неподходящая ячейка}}).',
  'note.data.left-out': '{path}: пропущены столбцы, которые нельзя измерить: {columns}.',
  'note.data.sampled':
    'Модели, почти одинаковые строки и квантили {split, select, all {данных} other {{split}}} посчитаны по {sampled, number} из {rows, number} строк, выбранных по md5 их текста; счётчики, пропуски, моменты и равные строки точны.',
  'note.data.taken-for.label': 'Меткой считается «{column}»; другой столбец задаёт --label.',
  'note.data.taken-for.group': 'Группами считается «{column}»; другой столбец задаёт --group.',
  'note.data.taken-for.time': 'Временем считается «{column}»; другой столбец задаёт --time.',

  'data.step.profile': 'подсчёт по столбцам',
  'data.step.sample': 'выбор строк',
  'data.step.rows': 'сравнение всех строк',
  'data.step.learn': 'опрос простых моделей',
  'data.step.near': 'поиск почти одинаковых',
  'data.step.splits': 'сравнение выборок',
  'data.progress': '{step} ({share, number, ::percent @##}{left, select, none {} other {, осталось {left}}})',

  'data.error.none': '{path}: такого файла нет.',
  'data.error.unreadable': '{path}: не удалось прочитать.',
  'data.error.empty': '{path}: файл пуст.',
  'data.error.lfs': '{path}: это указатель Git-LFS, а не данные; выполните `git lfs pull`.',
  'data.error.kind':
    '{path}: {kind, select, pickle {pickle может выполнить код и не открывается; сохраните как Parquet} zip {это архив; распакуйте его и передайте папку} hdf5 {HDF5 пока не читается; сохраните как Parquet или NPZ} gzip {архив повреждён} other {это не набор данных ({kind}); передайте CSV, Parquet, JSONL, Arrow, NPY, NPZ, IDX или папку с изображениями}}.',
  'data.error.pattern': '{path}: под шаблон не подходит ни один файл.',
  'data.error.folder':
    '{path}: {files, plural, one {есть # файл} few {есть # файла} many {есть # файлов} other {есть # файла}}, но ни таблиц, ни изображений (CSV, TSV, Parquet, JSONL, Arrow, NPY, NPZ, IDX, PNG, JPEG).',
  'data.error.no-pictures':
    '{path}: не читается ни одно из {files, plural, one {# изображения} few {# изображений} many {# изображений} other {# изображения}}.',
  'data.error.no-rows': '{path}: строк нет.',
  'data.error.file': '{path}: {message}',
  'data.error.sql': '{engine}: {message}',
  'data.error.numpy': '{path}: такой массив прочитать нельзя ({what}); объекты хранятся как pickle и не открываются.',
  'data.error.idx': '{path}: файл IDX короче, чем сказано в его заголовке, или неизвестного типа.',
  'data.error.lengths': '{path}: строк {rows, number}, а в {other} их {expected, number}.',
  'data.error.arrow': '{path}: Arrow сообщает: {message}',
  'data.error.no-arrow': '{path}: для файлов Arrow нужен пакет apache-arrow: npm install apache-arrow',
  'data.error.engine': '--engine принимает duckdb или адрес сервера Spark Connect (sc://host:15002), а не {given}.',
  'data.error.spark-unreachable': 'по адресу {address} сервер Spark Connect не отвечает.',
  'data.error.spark-broken': 'соединение со Spark ({address}) прервалось, запрос остался без ответа.',
  'data.error.spark-table': 'Spark не находит ни таблицы, ни пути Parquet с именем {table}.',
  'data.error.spark-arrow':
    'Spark отвечает в формате Arrow, для него нужен пакет apache-arrow: npm install apache-arrow',
  'data.error.no-duckdb': 'для проверки данных нужен DuckDB: npm install @duckdb/node-api',
  'data.error.column':
    '{flag}: столбца {column} нет{nearest, select, none {} other {; ближайший по имени: {nearest}}}. Есть: {known}.',

  'cli.audit': 'проверить данные и их разбиение: утечки, копии, метки, пропуски, сдвиг',
  'cli.audit.data': 'таблицы, папки или шаблоны; а с --train и --val выборки ещё и сравниваются',
  'cli.audit.quick':
    'только подсчёт и сравнение: без моделей и поиска почти одинаковых строк; около секунды на 100 000 строк',
  'cli.audit.write':
    'записать в эту папку то, что пригодится дальше: строки на проверку, разбиение без утечек, веса, масштабы',
  'cli.audit.wrote':
    'В {folder} {files, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}; как их загрузить, сказано там же в README.md.',
  'cli.audit.after': `
Примеры:
  whyloss audit --train train.csv --val val.csv --label y
  whyloss audit data.parquet                          одна таблица, метка находится сама и называется
  whyloss audit data/                                 папка: таблицы или изображения, по папке на класс
  whyloss audit data.csv --split part --group user_id
  whyloss audit --train train.csv --val val.csv --write mended/
  whyloss diagnose train.log --train train.csv --val val.csv --label y    лог и данные в одном заключении

CSV, TSV, JSONL (также .gz, .zst), Parquet, Arrow, наборы Hugging Face на диске, NPY, NPZ, IDX, PNG, JPEG.`,
  'cli.data.train': 'обучающие данные: файл, папка или шаблон; можно повторять',
  'cli.data.val': 'валидационные данные',
  'cli.data.test': 'тестовые данные',
  'cli.data.label': 'столбец метки',
  'cli.data.group': 'столбец людей, пациентов или источников, которых нельзя делить между выборками',
  'cli.data.time': 'столбец времени',
  'cli.data.weight': 'столбец веса каждой строки',
  'cli.data.split': 'столбец, где для каждой строки сказано train, val или test',
  'cli.data.task': 'classification или regression (по умолчанию судя по метке)',
  'cli.data.engine':
    'duckdb (по умолчанию) или сервер Spark Connect: sc://host:15002; тогда DATA есть имя таблицы или путь к Parquet',
  'cli.error.audit.nothing': 'команде audit нужны данные: whyloss audit --train train.csv --val val.csv --label y',
  'data.error.task': '--task принимает classification или regression, а не {given}.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
