// Russian sentences of the room `formats`.

import type { formats as english } from '../en/formats.ts'

export const formats = {
  'error.empty': '{path}: файл пуст.',
  'error.binary':
    '{path}: это {kind, select, png {изображение PNG} jpeg {изображение JPEG} gif {изображение GIF} pdf {документ PDF} torch {контрольная точка PyTorch (zip)} keras {модель Keras (.keras)} npz {архив NumPy (.npz)} zip {архив zip} gzip {архив gzip} zstd {архив Zstandard} xz {архив xz} bzip2 {архив bzip2} tar {архив tar} hdf5 {файл HDF5, такими бывают модели Keras} sqlite {база данных SQLite} mlflow {база данных MLflow (SQLite)} optuna {база данных Optuna (SQLite)} wandb {журнал Weights & Biases} swanlab {журнал SwanLab} parquet {таблица Parquet} arrow {таблица Arrow} npy {массив NumPy} pickle {файл pickle} gguf {модель GGUF} safetensors {модель safetensors} savedmodel {модель TensorFlow SavedModel} onnx {модель ONNX} tfrecord {набор данных TFRecord} mat {файл MATLAB} elf {программа} other {двоичный файл}}, кривых для чтения в нём нет. {hint, select, log {Передайте лог обучения, файлы событий или историю в CSV.} unpack {Распакуйте и передайте содержимое.} mlflow {Выгрузите метрики в CSV или передайте лог обучения.} wandb {Передайте files/output.log из той же папки запуска или историю, выгруженную в CSV.} table {Выгрузите историю в CSV и передайте её.} other {Передайте лог обучения.}}',
  'error.lfs-pointer': '{path}: вместо файла здесь указатель Git LFS. Выполните `git lfs pull` и повторите.',
  'error.no-runs':
    '{path}: ни один файл в этой папке не является записью обучения ({files, plural, =0 {файлов в ней нет} one {просмотрен # файл} few {просмотрено # файла} many {просмотрено # файлов} other {просмотрено # файла}}).',
  'error.no-curve':
    '{path}: здесь нет ничего похожего на потери или метрику обучения. Передайте лог, файлы событий или историю.',
  'error.table':
    '{path}: это таблица данных ({columns}), а не история обучения: ни один столбец не является потерями или метрикой.',
  'error.no-points': '{path}: прочитано как {format}, но в нём нет ни одного значения метрики.',
  'error.traceback': '{path}: это трассировка ошибки, а не лог обучения. Она заканчивается так: {line}',
  'error.notebook-not-run':
    '{path}: в этом блокноте нет результатов выполнения. Выполните его и сохраните либо укажите журнал обучения.',
  'error.notebook-no-curve':
    '{path}: ни одна ячейка этого блокнота не вывела ни потерь, ни метрик. Выведите потери в ячейке, выполните её и сохраните блокнот.',
  'error.notebook-failed':
    '{path}: ни одна ячейка этого блокнота не вывела ни потерь, ни метрик, а одна завершилась ошибкой: {line}',
  'error.not-found': '{path}: такого файла или папки нет.',
  'error.unreadable': '{path}: не удалось прочитать ({reason}).',
  'error.too-long':
    '{path}: {what, select, line {строка} row {строка таблицы} key {имя} other {запись}} на байте {byte} длиннее {limit} байт; это не запись обучения.',
  'error.too-deep': '{path}: вложенность на байте {byte} глубже {limit} уровней.',
  'error.malformed-json': '{path}: байт {byte} не может стоять в JSON на этом месте.',
  'error.too-many-values':
    '{path}: в одном документе JSON больше {limit} значений. Запишите историю в CSV или построчным JSON.',
  'error.not-events': '{path}: с байта {byte} не начинается запись событий.',
  'note.bad-checksum':
    '{count, plural, one {У # записи} few {У # записей} many {У # записей} other {У # записи}} неверная контрольная сумма, они пропущены; первая на байте {byte}.',
  'note.bad-length': 'Длина записи на байте {byte} повреждена; дальше прочитать ничего не удалось.',
  'note.bad-record':
    'Не удалось разобрать {count, plural, one {# запись} few {# записи} many {# записей} other {# записи}}; первая на байте {byte}.',
  'note.large-record':
    '{count, plural, one {Пропущена # запись} few {Пропущены # записи} many {Пропущено # записей} other {Пропущено # записи}} длиннее {limit} байт.',
  'note.bad-lines':
    '{count, plural, one {Пропущена # строка} few {Пропущены # строки} many {Пропущено # строк} other {Пропущено # строки}}, это не JSON; первая под номером {line}.',
  'note.torn': 'Файл обрывается посреди значения, как бывает, пока его ещё пишут.',
  'note.notebook-large': 'В блокноте больше текста, чем читается из одного файла; последние результаты пропущены.',
  'note.too-many-names': 'Разных метрик больше {limit}; остальные пропущены.',
  'note.too-many-segments': 'Шаги возвращаются назад больше {limit} раз; дальнейшее оставлено в порядке файла.',
  'note.repeated': 'Те же значения напечатаны ниже ещё раз; они учтены один раз.',
  'note.same-run':
    'В той же папке о том же запуске {count, plural, one {говорит ещё # файл} few {говорят ещё # файла} many {говорят ещё # файлов} other {говорят ещё # файла}} ({files}); пропущено.',
  'note.same-training':
    'О том же обучении, за которым следил регистратор, {count, plural, one {говорит ещё # файл} few {говорят ещё # файла} many {говорят ещё # файлов} other {говорят ещё # файла}} ({files}); чего не было в записи, добавлено.',
  'note.broke-off': 'Чтение прервалось: {why}',
  'note.unmoving-steps': 'Все значения {name} помечены шагом {step}; они взяты в порядке файла.',
  'note.long-line': 'Строка {line} длиннее мебибайта; то, что дальше, не прочитано.',
  'note.unnamed-columns': 'Столбцы без названий прочитаны как эпоха, {names}.',
  'note.bad-rows':
    '{count, plural, one {Не удалось понять # строку} few {Не удалось понять # строки} many {Не удалось понять # строк} other {Не удалось понять # строки}} записи, пропущено; первая под номером {line}.',
  'note.newer-recorder': 'Запись сделана более новой версией whyloss; то, чего эта версия не знает, пропущено.',
  'note.recorder-silent': 'Запись прервалась до конца обучения ({why}); что было потом, неизвестно.',
  'note.recorder-slow': 'Наблюдение заняло {share, number, ::percent .0} времени обучения, больше допустимого 1 %.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
