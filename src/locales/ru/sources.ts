// Russian sentences of the explanations of formats: what each is recognised by, what is read of it and what is not.

import type { sources as english } from '../en/sources.ts'

export const sources = {
  'format.catboost-json.what': 'Файл, который CatBoost переписывает в train_dir, пока идёт обучение.',
  'format.catboost-json.recognises':
    'Объект JSON с learn_metrics или test_metrics и iterations, как бы ни назывался файл.',
  'format.catboost-json.values':
    'Каждая метрика learn (обучение) и test (выборка, по которой CatBoost останавливается, то есть валидация) на каждой итерации; если тестовых выборок несколько, то всех.',
  'format.catboost-json.axes': 'Итерация считается шагом; эпох нет.',
  'format.catboost-json.facts': 'Фреймворк и запланированное число итераций.',
  'format.catboost-json.not': 'Время, а также learn_error.tsv и test_error.tsv рядом: в них то же самое.',

  'format.csv.what':
    'История в виде таблицы: Keras CSVLogger, Lightning, fastai, results.csv от Ultralytics, timm, DVCLive, CatBoost, Ray, выгрузки TensorBoard и Weights & Biases, таблицы, написанные руками.',
  'format.csv.recognises':
    'Заголовок, в котором названы эпоха или шаг, потери или метрика, а под ним строки чисел; разделители: запятая, табуляция, точка с запятой или черта; понимаются кавычки, десятичная запятая (при точке с запятой) и строки, начинающиеся с #. Таблица данных отвергается с объяснением.',
  'format.csv.values':
    'Каждый столбец с метрикой; пустая ячейка или NA значит, что записи не было, nan и inf остаются значениями. Оценки без приставки рядом с train_loss и valid_loss относятся к валидации.',
  'format.csv.axes':
    'Столбцы эпохи и шага; если нет ни того, ни другого, строки считаются эпохами при наличии валидации, иначе шагами. Повторный заголовок начинает новый запуск.',
  'format.csv.facts':
    'В самой таблице их нет; читаются файлы настроек, оставленные рядом: args.yaml, opt.yaml, hyp.yaml, hparams.yaml, params.json.',
  'format.csv.not': 'Столбцы со временем, именами машин и номерами, текст в ячейках.',

  'format.json-history.what':
    'История одним документом JSON: History.history из Keras, evals_result бустинга, pandas, списки строк, под какими бы ключами они ни лежали.',
  'format.json-history.recognises':
    'Объект или список JSON, где столбцы или поля строк названы как потери или метрики. Ноутбуки и файлы моделей за историю не принимаются.',
  'format.json-history.values':
    'Списки чисел под именем метрики или строки с метриками; ключи выше говорят, какая это выборка. null между числами значит, что записи не было; null до конца полного столбца есть NaN: так его пишет JSON.',
  'format.json-history.axes':
    'Список или поле эпохи либо шага рядом со значениями; без них одно значение на эпоху, по порядку. Второй объект того же вида считается вторым запуском.',
  'format.json-history.facts': 'Настройки среди ключей, например learning_rate, batch_size, optimizer.',
  'format.json-history.not': 'Итоги рядом со строками или столбцами и текст.',

  'format.jsonl.what':
    'По объекту JSON на строку: detectron2 и mmdetection, LLaMA-Factory, Ray, DINO, колбэки Keras, свои логи.',
  'format.jsonl.recognises':
    'Не меньше половины первых строк являются объектами JSON, и хотя бы в одном есть потери или метрика.',
  'format.jsonl.values':
    'Каждое число в поле, вложенные поля как a/b; также строки вида «имя, значение». Поле вроде mode или phase говорит, какая это выборка.',
  'format.jsonl.axes': 'Поля эпохи и шага, как бы они ни назывались (iter, global_step, training_iteration).',
  'format.jsonl.facts': 'Настройки в поле config и в файлах настроек рядом с логом.',
  'format.jsonl.not':
    'Поля о машине (perf, timers, system), списки длиннее одного значения и строки, которые не JSON; последние подсчитываются, и об этом сообщается.',

  'format.notebook.what':
    'Блокнот Jupyter (.ipynb), сохранённый после выполнения: из JupyterLab, VS Code, Colab или Kaggle, nbformat 3 и 4.',
  'format.notebook.recognises': 'Объект JSON с ячейками, у которых есть cell_type, или с nbformat; имя файла не важно.',
  'format.notebook.values':
    'Напечатанное в ячейках читается как текст консоли, stdout и stderr отдельно; значения выражений тоже. Таблицы HTML с историей обучения: Trainer из Hugging Face, fastai, таблицы pandas из History. История, показанная ещё раз после обучения, считается один раз.',
  'format.notebook.axes':
    'Как в тексте консоли и в таблицах; ячейки идут в том порядке, в каком выполнялись (execution_count), ячейки без номера — за той, за которой они стоят.',
  'format.notebook.facts':
    'То, что прямо написано в коде выполненных ячеек: скорость обучения, размер батча, оптимизатор, функция потерь, число эпох, модель, фреймворк; описания моделей; шаги и эпохи из полосы Trainer. Место указано как In [5] и Out [5].',
  'format.notebook.events': 'Ошибки ячеек, в которых шло обучение, и нехватка памяти.',
  'format.notebook.not':
    'Изображения, виджеты, текстовые ячейки, невыполненные ячейки, таблицы с данными и отчёты самого whyloss.',

  'format.recorder.what':
    'То, что пишет регистратор whyloss под whyloss run или после whyloss.watch в своей программе: по объекту JSON в строке, по файлу на каждый обучающий процесс.',
  'format.recorder.recognises': 'Первая строка: в ней k: start и версия формата.',
  'format.recorder.values':
    'Потери на каждом шаге и при каждой оценке; на шагах, рассмотренных подробно, ещё нормы градиентов и весов, величина обновлений, доли мёртвых и насыщенных нейронов, для всего запуска и для каждого слоя. Напечатанное программой читается как текст консоли; если ту же метрику записал регистратор, учитывается только его значение.',
  'format.recorder.axes': 'Шаги оптимизатора; эпохи оценок: по загрузчику данных или по их счёту.',
  'format.recorder.facts':
    'Настройки оптимизатора, размер батча, функция потерь, число классов, диапазоны входов и целей, слои; цитата показывает, что именно было увидено. Ещё таблицы первых батчей, вызовов функции потерь, начальных весов и порядка меток.',
  'format.recorder.not':
    'Записи процессов, которые не обучали, если другой обучал; повреждённые строки: их число сообщается.',

  'format.tensorboard.what':
    'Файлы событий, которые TensorFlow, Keras, PyTorch, Lightning и тренер Hugging Face пишут для TensorBoard.',
  'format.tensorboard.recognises':
    'Запись в начале файла или tfevents в имени. Несколько файлов одной папки составляют один запуск; папки train и validation считаются его выборками.',
  'format.tensorboard.values':
    'Каждый скаляр, записан ли он числом или тензором, в обеих версиях формата. Ничего не прореживается: доходит каждое значение.',
  'format.tensorboard.axes': 'Шаг каждого события или эпоха, если так говорит тег (epoch_loss в Keras).',
  'format.tensorboard.facts':
    'Гиперпараметры плагина HParams, аргументы, записанные тренером как текст, слои модели Keras, если был записан её граф, файлы настроек рядом.',
  'format.tensorboard.not':
    'Гистограммы, изображения, звук, прочие графы и профили. Запись с неверной контрольной суммой пропускается, и об этом сообщается; то, что лежит за испорченной длиной, прочитать нельзя.',

  'format.text.what':
    'Всё, что состоит из строк: вывод любого фреймворка, print в цикле, вставленный вопрос вместе с логом.',
  'format.text.recognises':
    'Текст в UTF-8 или UTF-16, где мало управляющих символов и который не признал своим другой формат. Может прийти со стандартного ввода: `whyloss diagnose -`.',
  'format.text.values':
    'Раскладки, которым нужен свой читатель: полосы Keras, tqdm, таблицы fastai и Ultralytics, словари Hugging Face, рамки Stable-Baselines, estimator, scikit-learn, Caffe, Darknet, бустинг, истории, напечатанные списками; во всём остальном имена, за которыми стоят числа.',
  'format.text.axes':
    'Счётчики эпох и шагов в любом написании; заголовки, которые только называют выборку или начинают запуск; шаги, отсчёт которых начинается заново каждую эпоху, выкладываются подряд.',
  'format.text.facts':
    'Напечатанные настройки, сводки модели и слова людей: «учу Adam, скорость обучения 0.01, 500 картинок», по-русски, по-английски и по-китайски, всегда вместе с самой цитатой.',
  'format.text.events':
    'Контрольные точки, возобновления, ранние остановки, снижения скорости, переполнение, нехватка памяти, трассировки.',
  'format.text.not':
    'Незавершённые полосы, за которыми идёт завершённая, строки, повторённые несколькими процессами, и всё, что в строке лежит дальше мебибайта.',

  'format.trainer-state.what':
    'Файл trainer_state.json, который тренер Hugging Face хранит в каждой контрольной точке.',
  'format.trainer-state.recognises':
    'Объект JSON с log_history. Из нескольких контрольных точек одного запуска читается новейшая: в ней есть и остальные.',
  'format.trainer-state.values':
    'Каждое число в log_history: loss (среднее с прошлой записи), метрики eval_, learning_rate, grad_norm.',
  'format.trainer-state.axes': 'step и epoch каждой записи.',
  'format.trainer-state.facts': 'Шаги в эпохе, размер батча и число эпох, как они указаны в файле; фреймворк.',
  'format.trainer-state.events': 'Лучшая контрольная точка и её метрика.',
  'format.trainer-state.not':
    'Последняя запись с итогами запуска. Лежащий рядом training_args.bin является pickle и не читается.',

  'format.ultralytics-results.what':
    'Файл results.txt от YOLOv3, YOLOv5 (до появления results.csv) и YOLOv7: столбцы без заголовка.',
  'format.ultralytics-results.recognises': 'В каждой строке эпоха (3/99), память (2.4G) и тринадцать столбцов.',
  'format.ultralytics-results.values':
    'Потери box, objectness, class и общие на обучении; precision, recall, два mAP и три вида потерь на валидации.',
  'format.ultralytics-results.axes': 'Эпоха.',
  'format.ultralytics-results.facts': 'Число эпох и настройки из opt.yaml и hyp.yaml рядом.',
  'format.ultralytics-results.not': 'Число меток, размер изображений, память.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
