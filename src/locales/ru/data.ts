// Russian sentences of the data exam: what its checks claim and ask, its steps, and what cannot be read.

import type { data as english } from '../en/data.ts'

/** Every question about the data waits for the same thing. */
const AUDIT = 'Передайте данные: --train train.csv --val val.csv --label y (или запустите отдельно whyloss audit).'

export const data = {
  'claim.columns-uneven':
    'Столбцы разного масштаба: у «{wide}» разброс {most}, у «{narrow}» {least}, отношение {ratio} к 1. Нормируйте их, прежде чем подавать в сеть.',
  'claim.label-column-large':
    'Метка «{column}» лежит от {min} до {max} с разбросом {spread}; квадрат ошибки на ней огромен.',
  'claim.cells-missing':
    '{split, select, all {В данных} other {В выборке {split}}} в «{column}» пропущено {share, number, ::percent @##} ячеек (всего {cells, number}){columns, plural, =1 {} other {; пропуски есть в {columns, plural, one {# столбце} few {# столбцах} many {# столбцах} other {# столбца}}: {names}}}.',
  'claim.cells-infinite':
    '{split, select, all {В данных} other {В выборке {split}}} в «{column}» {cells, plural, one {# ячейка} few {# ячейки} many {# ячеек} other {# ячейки}} с бесконечным или нечисловым значением{columns, plural, =1 {} other {; такие столбцы: {names}}}.',
  'claim.labels-missing':
    '{split, select, all {В данных} other {В выборке {split}}} метки «{column}» нет в {cells, plural, one {# строке} few {# строках} many {# строках} other {# строки}} ({share, number, ::percent @##}).',
  'claim.zeros-stand-in':
    'В «{column}» {count, plural, one {# ячейка равна} few {# ячейки равны} many {# ячеек равны} other {# ячейки равны}} 0 ({share, number, ::percent @##}), намного ниже всех остальных значений: 0 здесь значит «не измерено»{columns, plural, =1 {} other {. Так в {columns, plural, one {# столбце} few {# столбцах} many {# столбцах} other {# столбца}}: {names}}}.',
  'claim.number-stands-in':
    'В «{column}» в {count, plural, one {# ячейке} few {# ячейках} many {# ячейках} other {# ячейки}} стоит {value} ({share, number, ::percent @##}), далеко от всех остальных значений: это значит «неизвестно»{columns, plural, =1 {} other {. Так в {columns, plural, one {# столбце} few {# столбцах} many {# столбцах} other {# столбца}}: {names}}}.',
  'claim.columns-constant':
    'Столбцов с одним-единственным значением {constant} из {columns}, научиться по ним нечему: {names}.',
  'claim.cells-apart':
    'В «{column}» есть значение {farthest}: даже с поправкой на асимметрию столбца это {score} стандартных отклонений от середины{columns, plural, =1 {} other {; такие ячейки есть в {columns, plural, one {# столбце} few {# столбцах} many {# столбцах} other {# столбца}}: {names}}}.',
  'claim.rows-apart':
    'Строк вдали от всех остальных: {rows} из {of, number}; у самой далёкой расстояние до соседей ×{score} к обычному, больше всего по столбцам: {names}.',
  'claim.classes-uneven':
    'В классе «{most}» {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}, в классе «{least}» {few, number}: {ratio} к 1. Если всегда отвечать «{most}», верных ответов будет {share, number, ::percent @##}.',
  'claim.classes-somewhat-uneven':
    'В классе «{most}» {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}, в классе «{least}» {few, number}: {ratio} к 1. Смотрите на полноту каждого класса, а не только на точность.',
  'claim.rows-contradict':
    '{split, select, all {В данных} other {В выборке {split}}} строк, равных другим во всех столбцах, но с другой меткой: {rows, number} из {of, number}; точность выше {ceiling, number, ::percent @##} там недостижима ни для какой модели.',
  'claim.labels-doubted':
    'Меток, против которых говорят модели, не видевшие строку: {rows, number} из {of, number} ({share, number, ::percent @##}), а правы эти модели в {accuracy, number, ::percent @##} случаев; у самой сомнительной стоит {given}, а похоже на {likely}.',
  'claim.some-labels-doubted':
    'Меток, которые кажутся неверными моделям, не видевшим строку: {rows, number} из {of, number} ({share, number, ::percent @##}); у самой сомнительной стоит {given}, а похоже на {likely}. Проверьте их.',
  'claim.rows-repeat':
    '{split, select, all {В данных} other {В выборке {split}}} строк, повторяющих уже имеющиеся: {rows, number} из {of, number}.',
  'claim.rows-in-both':
    'Строк {second}, которые есть и в {first} (равны во всех столбцах): {rows, number} из {of, number} ({share, number, ::percent @##}); оценка на них говорит лишь о заучивании.',
  'claim.coarse-rows-in-both':
    'Строк {second}, которые есть и в {first}: {rows, number} из {of, number}, но столбцы так грубы, что {byChance, number, ::percent @##} строк повторяется и без утечки.',
  'claim.copies-nearly-equal':
    '{first, select, all {В данных} other {В выборке {first}}} {kind, select, texts {текстов} pictures {изображений} other {строк}}, почти равных другим: {rows, number} из {of, number}.',
  'claim.near-copies-in-both':
    'В выборке {second} {kind, select, texts {текстов} pictures {изображений} other {строк}}, почти равных чему-то из {first}: {rows, number} из {of, number} ({share, number, ::percent @##}).',
  'claim.held-out-near':
    'Строки {second} лежат к {first} ближе, чем строки {first} друг к другу ({ratio, number, ::percent @##} того расстояния): такая выборка проще, чем будут новые данные.',
  'claim.held-out-far':
    'Строки {second} лежат от {first} дальше, чем строки {first} друг от друга (×{ratio}): это данные другого рода.',
  'claim.column-tells-all':
    'Один только столбец «{column}» даёт на новых строках оценку {alone, number, ::percent @##}; лучшая модель без него {without, number, ::percent @##}. Возможно, он получен из метки.',
  'claim.column-tells-most':
    'Один только столбец «{column}» даёт на новых строках оценку {alone, number, ::percent @##}, а лучшая модель без него — лишь {without, number, ::percent @##}. Выясните, когда он становится известен: столбец, который заполняют после метки, её выдаёт.',
  'claim.groups-shared':
    'Значений «{column}» в {second}, которые есть и в {first}: {shared, number} из {of, number}; модель снова встречает тех же самых.',
  'claim.times-mixed':
    'По «{column}» {share, number, ::percent @##} строк {second} не позже самой новой строки {first}; если модель должна предсказывать будущее, разбивайте по времени.',
  'claim.splits-differ':
    'Классификатор отличает {first} от {second}: площадь под ROC-кривой {auc} (0.5 значит, что различий нет){names, select, none {} other {, главным образом по столбцам: {names}}}.',
  'claim.columns-shifted':
    'Средние «{column}» в {second} и {first} расходятся на {size} стандартных отклонений{columns, plural, =1 {} other {; {columns, plural, one {сместился # столбец} few {сместились # столбца} many {сместились # столбцов} other {сместились # столбца}}: {names}}}.',
  'claim.columns-distributed-otherwise':
    'Распределения «{column}» в {second} и {first} различаются: кривые расходятся на {ks} (0 — совпадают, 1 — не пересекаются){columns, plural, =1 {} other {; {columns, plural, one {различается # столбец} few {различаются # столбца} many {различаются # столбцов} other {различаются # столбца}}: {names}}}.',
  'claim.categories-unseen':
    'В {second} {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}} ({share, number, ::percent @##}) со значениями «{column}», которых в {first} нет, например «{value}».',
  'claim.splits-scaled-otherwise':
    'Столбцов, масштаб которых в {second} иной, чем в {first}: {odd} из {columns}; «{column}» лежит от {min} до {max} в {first} и от {low} до {high} в {second}.',
  'claim.class-beyond-units': 'Метки доходят до {high}, а на выходе единиц {units}: классы от 0 до {units} минус 1.',
  'claim.class-below-zero': 'Метки лежат от {low} до {high}; кросс-энтропия принимает классы от 0.',
  'claim.class-numbers-gap':
    'Метки (всего {classes}) лежат от {low} до {high} с пропусками; кросс-энтропия принимает от 0 до K минус 1, а так единиц нужно {high} плюс 1.',
  'claim.class-numbers-from-one':
    'Метки (всего {classes}) идут от {low} до {high}; кросс-энтропия принимает от 0 до K минус 1.',
  'claim.split-of-one-class':
    'У всех строк {split, select, all {данных} other {выборки {split}}} ({rows, number}) одна метка: {label}.',
  'claim.classes-unknown-to-training':
    'Метки, которых в обучении нет, стоят у {share, number, ::percent @##} строк {split}: {names}.',
  'claim.rows-sorted-by-label':
    '{split, select, all {В данных} other {В выборке {split}}} одинаковые метки идут подряд в среднем по {labelRun}; перемешанные шли бы по {expectedRun}. Перемешайте, прежде чем отрезать валидацию с конца.',
  'claim.rows-drift-with-label':
    '{split, select, all {В данных} other {В выборке {split}}} метка следует за местом в файле (ранговая корреляция {drift}): отрезанный конец будет данными другого рода.',
  'claim.nothing-held-out':
    'Для обучения есть {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}, а отложенных нет: знание от заучивания не отличить.',
  'claim.held-out-small':
    'В выборке {split} лишь {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}: {task, select, regression {оценка на них во многом случайна} other {стандартная ошибка точности {error, number, ::percent @##}, и различия меньше двух таких ничего не значат}}.',
  'claim.more-rows-help':
    'Оценка простой модели растёт с {before} на {half, plural, one {# строке} few {# строках} many {# строках} other {# строки}} до {score} на {rows, number}: каждое удвоение ещё помогает.',
  'claim.nothing-foreseen':
    'Ни одна простая модель не предсказывает метку новых строк: у лучшей {measure, select, accuracy {точность} other {R2}} {score}, у постоянного ответа {guess}. В признаках нет ответа, или метки не от них.',
  'claim.label-foreseen':
    'Метку можно выучить: у лучшей простой модели {measure, select, accuracy {точность} other {R2}} на новых строках {score}, у постоянного ответа {guess}. Сеть не должна быть хуже.',
  'claim.pictures-unreadable':
    '{unreadable, plural, one {# изображение не читается} few {# изображения не читаются} many {# изображений не читаются} other {# изображения не читаются}}, первое: {file}.',
  'claim.pictures-uniform': 'Одноцветных изображений {uniform} из {rows, number}, первое: {file}.',

  'clear.column-scales': 'Столбцы близки по масштабу: разброс от {least} до {most}.',
  'clear.target-spread': 'Разброс метки «{column}» {spread}, для квадрата ошибки это годится.',
  'clear.missing-cells': 'Пропусков нет (столбцов {columns}).',
  'clear.stand-in-values': 'Ни одно значение не похоже на замену пропуска (числовых столбцов {columns}).',
  'clear.constant-columns': 'Постоянных столбцов нет (всего {columns}).',
  'clear.outlying-values': 'Ни одна ячейка не лежит далеко вне распределения столбца (числовых столбцов {columns}).',
  'clear.outlying-rows': 'Ни одна из просмотренных строк ({rows, number}) не лежит вдали от соседей.',
  'clear.class-shares':
    'Классы достаточно равны: не больше {ratio} к 1, на самый большой приходится {share, number, ::percent @##}.',
  'clear.contradicting-rows': 'Одинаковых строк с разными метками: {rows, number} из {of, number}.',
  'clear.doubtful-labels':
    'Модели, правые в {accuracy, number, ::percent @##} случаев, сомневаются в {rows, number} из {of, number} меток.',
  'clear.repeated-rows': 'Повторных строк внутри выборки: {rows, number} из {of, number}.',
  'clear.rows-in-both-splits': 'Ни одной строки {second} нет в {first}.',
  'clear.near-copies': 'Среди просмотренных строк нет почти одинаковых.',
  'clear.split-nearness':
    'Расстояние от строк {second} до {first} составляет {ratio, number, ::percent @##} расстояния между строками {first}: на слишком лёгкую выборку это не указывает.',
  'clear.telling-column':
    'Ни один столбец сам по себе не выдаёт метку: лучший, «{column}», даёт {alone, number, ::percent @##}.',
  'clear.shared-groups': '«{column}» почти не пересекается между {first} и {second} ({share, number, ::percent @##}).',
  'clear.splits-told-apart':
    'Классификатор не отличает {first} от {second}: площадь под кривой {auc}, а 0.5 значит, что различий нет.',
  'clear.shifted-columns': 'Ни один столбец между выборками не сместился; больше всех отличается «{column}», на {ks}.',
  'clear.unseen-values': 'Отложенных строк с категориями, которых в обучении нет: {share, number, ::percent @##}.',
  'clear.scales-between-splits': 'Столбцов, масштаб которых в {second} иной, чем в {first}: {odd} из {columns}.',
  'clear.class-numbers': 'Метки идут от {low} до {high} без пропусков.',
  'clear.classes-in-splits': 'В каждой выборке классы, известные обучению (всего {classes}).',
  'clear.rows-in-order': 'Строки {split, select, all {данных} other {{split}}} не упорядочены по меткам.',
  'clear.held-out-rows':
    'В выборке {split} {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}: стандартная ошибка точности {error, number, ::percent @##}.',
  'clear.rows-enough':
    'Оценка больше не растёт с числом строк: {before} при {half, number}, {score} при {rows, number}.',
  'clear.anything-to-learn': 'Оценка простой модели ({model}) на новых строках {score}, постоянного ответа {guess}.',
  'clear.picture-files': 'Все изображения ({rows, number}) читаются.',

  'summary.data.ill':
    'В этих данных есть изъян. Вероятнее всего: {cause}{others, plural, =0 {} one {, и ещё # причина вероятна} few {, и ещё # причины вероятны} many {, и ещё # причин вероятны} other {, и ещё # причины вероятны}}.',
  'summary.data.healthy': 'Похоже, с этими данными всё в порядке.',

  'check.column-scales': 'Не настолько ли различается масштаб столбцов, что перед сетью их нужно нормировать?',
  'check.target-spread': 'Не слишком ли велика предсказываемая величина для квадрата ошибки?',
  'check.missing-cells': 'Нет ли ячеек без значения или с нечисловым значением?',
  'check.stand-in-values': 'Не стоит ли какое-то число вместо пропусков?',
  'check.constant-columns': 'Нет ли столбцов с одним-единственным значением?',
  'check.outlying-values': 'Не лежат ли отдельные ячейки далеко вне распределения своего столбца?',
  'check.outlying-rows': 'Не лежат ли целые строки вдали от всех остальных?',
  'check.class-shares': 'Не преобладает ли в обучающих данных один класс?',
  'check.contradicting-rows': 'Есть ли одинаковые строки с разными метками и какую точность они допускают?',
  'check.doubtful-labels': 'Не говорят ли против метки модели, не видевшие строку?',
  'check.repeated-rows': 'Не повторяется ли в выборке одна и та же строка?',
  'check.rows-in-both-splits': 'Нет ли в отложенной выборке строк из обучающей?',
  'check.near-copies': 'Есть ли почти одинаковые строки, тексты или изображения?',
  'check.split-nearness': 'Не лежат ли отложенные строки к обучающим ближе, чем обучающие друг к другу?',
  'check.telling-column': 'Не выдаёт ли один столбец метку почти без ошибок?',
  'check.shared-groups': 'Нет ли одних и тех же людей, источников или времён по обе стороны разбиения?',
  'check.splits-told-apart': 'Может ли классификатор узнать, из какой выборки строка?',
  'check.shifted-columns': 'Не иначе ли распределены отдельные столбцы отложенной выборки?',
  'check.unseen-values': 'Нет ли в отложенной выборке категорий, которых в обучении нет?',
  'check.scales-between-splits': 'Не иной ли масштаб у столбцов отложенной выборки, чем у обучающей?',
  'check.class-numbers': 'Идут ли целочисленные метки от 0 до K минус 1?',
  'check.classes-in-splits': 'Есть ли в каждой выборке несколько классов, а в обучающей все?',
  'check.rows-in-order': 'Не упорядочены ли строки файла по меткам?',
  'check.held-out-rows': 'Есть ли отложенная выборка и достаточно ли она велика, чтобы оценка что-то значила?',
  'check.rows-enough': 'Помогут ли новые строки?',
  'check.anything-to-learn': 'Предсказывают ли простые модели метку строк, которых не видели?',
  'check.picture-files': 'Читается ли каждое изображение и есть ли на нём что-то?',

  'irrelevant.few-data-rows': 'строк слишком мало',
  'irrelevant.models-foresee-little': 'простые модели предсказывают слишком плохо, чтобы сомневаться в метках',
  'irrelevant.no-classes': 'метка не является классом',
  'irrelevant.no-label-column': 'нет столбца с меткой',
  'irrelevant.no-number-columns': 'нет числовых столбцов',
  'irrelevant.no-rows': 'строк нет',
  'irrelevant.quick': 'быстрая проверка обходится без моделей',
  'irrelevant.one-split': 'выборка только одна',

  'how.parts': AUDIT,
  'how.profile': AUDIT,
  'how.labels': AUDIT,
  'how.duplicates': AUDIT,
  'how.conflicts': AUDIT,
  'how.nearDuplicates': AUDIT,
  'how.suspiciousLabels': AUDIT,
  'how.outlierRows': AUDIT,
  'how.shift': AUDIT,
  'how.baselines': AUDIT,
  'how.telling': AUDIT,
  'how.overlaps': 'Назовите столбец людей, источников или времени: --group patient_id, --time date.',
  'how.learningCurve': AUDIT,
  'how.rowOrder': AUDIT,
  'how.splitDistance': AUDIT,
  'how.pictures': 'Передайте папку с изображениями.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
