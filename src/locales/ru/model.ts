// Russian sentences of the model exam: what its checks claim and ask, of stored weights and of predictions.

import type { model as english } from '../en/model.ts'

const MODEL =
  'Передайте модель: --model model.onnx (или .keras, .h5, .pt, .ckpt, .safetensors; можно и отдельно: whyloss inspect).'
const PREDICTIONS =
  'Передайте предсказания: --predictions predictions-test.csv со столбцами y_true, y_pred и p_CLASS, по файлу на выборку; или модель ONNX с её данными.'
const EXPLAINED =
  'Передайте модель ONNX и данные, которые она принимает: --model model.onnx --train train.csv --test test.csv --label y.'

export const model = {
  'summary.model.ill':
    'В этой модели или в том, что ей дали, есть изъян. Вероятнее всего: {cause}{others, plural, =0 {} one {, и ещё # причина вероятна} few {, и ещё # причины вероятны} many {, и ещё # причин вероятны} other {, и ещё # причины вероятны}}.',
  'summary.model.healthy': 'Похоже, с этой моделью всё в порядке.',

  'claim.stored-not-finite':
    'Сохранённых тензоров с бесконечными или нечисловыми значениями: {tensors} из {of} ({layers}). Любое предсказание, которое через них проходит, равно NaN.',
  'claim.stored-huge':
    'Среди сохранённых весов один достигает {largest} по величине: на следующих шагах вероятно переполнение.',
  'claim.stored-units-alike':
    'В {layer} у {share, number, ::percent @##} из {units, plural, one {# нейрона} few {# нейронов} many {# нейронов} other {# нейрона}} те же веса, что и у другого нейрона: начали они одинаково, и градиенты их так и не развели.',
  'claim.stored-units-dead':
    'В {layer} у {share, number, ::percent @##} из {units, plural, one {# нейрона} few {# нейронов} many {# нейронов} other {# нейрона}} все веса равны 0 или одному и тому же числу: через них ничего не проходит.',
  'claim.stored-inputs-unheard':
    'У слоя {layer} есть {inputs, plural, one {# вход, который} few {# входа, которые} many {# входов, которые} other {# входа, которые}} не слышит ни один нейрон: все веса при них равны 0.',
  'claim.weights-as-drawn':
    'Во всех слоях, достаточно больших, чтобы судить (их {of}), веса лежат в тех же границах и так же равномерно, как после инициализации {initializer}{zero, select, true {, а все смещения равны 0} other {}}: в файле необученная модель.',
  'claim.norm-statistics-unseen':
    'Слоёв BatchNorm, где среднее и дисперсия до сих пор равны начальным 0 и 1: {count} из {of} ({layers}). Они не видели ни одного батча в режиме train.',
  'claim.norm-statistics-odd':
    'Слоёв BatchNorm с сохранёнными дисперсиями от {min} до {max}: {count} из {of} ({layers}). Деление на такие числа раздувает сигнал или гасит его.',
  'claim.all-linear':
    'Между слоями с весами (их {layers}) нет ни одной функции активации: при любой глубине вместе это одно линейное отображение.',
  'claim.many-bounded':
    'Скрытых слоёв, которые сжимают свой выход: {bounded} ({activations}). До первого из них доходит мало градиента.',
  'claim.narrow-stored-layer':
    'В {layer} {units, plural, one {# нейрон} few {# нейрона} many {# нейронов} other {# нейрона}}, а с обеих сторон больше (×{times}): что здесь не прошло, потеряно для всех следующих слоёв.',
  'claim.more-parameters-than-rows':
    'У модели {parameters, plural, one {# параметр} few {# параметра} many {# параметров} other {# параметра}} на {examples, plural, one {# обучающую строку} few {# обучающие строки} many {# обучающих строк} other {# обучающей строки}}, то есть {each} на строку; её оценка на них {train}, а на новых строках лишь {held}.',
  'claim.below-usual-size':
    'Даже на обучающей выборке модель получает {train}; у неё {depth, plural, one {# слой} few {# слоя} many {# слоёв} other {# слоя}} с весами, в самом широком скрытом {width} нейронов; обычно начинают с 3–8 слоёв и не менее чем с {usual} нейронов.',
  'claim.deep-without-normalization':
    'Слоёв с весами подряд: {depth}, нормализации между ними нет, а оценка на обучении {train}.',

  'claim.no-better-than-guessing':
    'На {split, select, all {всех данных} other {выборке {split}}} оценка модели {score} ({measure}), а у постоянного ответа {guess}. Модель ничего не предсказывает.',
  'claim.guessing-on-held-out':
    'На {split, select, all {всех данных} other {выборке {split}}} оценка модели {score} ({measure}), не лучше, чем у постоянного ответа ({guess}), хотя на обучении она {train}.',
  'claim.simple-models-do-better':
    'Простая модель ({model, select, linear {линейная} neighbours {ближайшие соседи} trees {бустинг деревьев} other {{model}}}) на строках, которых не видела, даёт {simple} ({measure}); у этой на {split, select, all {всех данных} other {выборке {split}}} {score}, и даже на своей обучающей лишь {train}.',
  'claim.simple-models-hold-better':
    'Простая модель ({model, select, linear {линейная} neighbours {ближайшие соседи} trees {бустинг деревьев} other {{model}}}) на строках, которых не видела, даёт {simple} ({measure}); эта свою обучающую выборку выучила ({train}), а на {split, select, all {всех данных} other {выборке {split}}} от этого остаётся {score}.',
  'claim.score-gap':
    'Оценка модели {train} на обучении и {score} на {split, select, all {всех данных} other {выборке {split}}} ({measure}; 95% интервал от {low} до {high}), разница {gap}: эта часть выученного на новые строки не переносится.',
  'claim.test-below-validation':
    'Ни валидации, ни теста модель не видела, но на валидации её оценка {val}, а на тесте {test} ({measure}; 95% интервал от {low} до {high}): тест — данные другого рода.',
  'claim.too-sure':
    'На {split, select, all {всех данных} other {выборке {split}}} модель уверена на {confidence, number, ::percent @##}, а права лишь в {accuracy, number, ::percent @##} случаев (ошибка калибровки {ece, number, ::percent @##}). Это исправит температура {temperature}: потери изменятся с {loss} на {lossThen}, а точность останется той же.',
  'claim.too-unsure':
    'На {split, select, all {всех данных} other {выборке {split}}} модель права в {accuracy, number, ::percent @##} случаев, а уверена лишь на {confidence, number, ::percent @##} (ошибка калибровки {ece, number, ::percent @##}). Это исправит температура {temperature}: потери изменятся с {loss} на {lossThen}.',
  'claim.one-class-predicted':
    'На {split, select, all {всех данных} other {выборке {split}}} модель отвечает «{class}» в {predicted, number, ::percent @##} случаев, а верно это для {true, number, ::percent @##} строк{never, plural, =0 {} one {; # класс не предсказан ни разу} few {; # класса не предсказаны ни разу} many {; # классов не предсказаны ни разу} other {; # класса не предсказаны ни разу}}.',
  'claim.rare-class-lost':
    'На {split, select, all {всех данных} other {выборке {split}}} класс «{class}» найден в {recall, number, ::percent @##} своих строк (их {rows}), класс «{other}» — в {others, number, ::percent @##}; в обучении строки «{other}» и «{class}» соотносятся как {ratio} к 1.',
  'claim.classes-renamed':
    'На {split, select, all {всех данных} other {выборке {split}}} точность {accuracy, number, ::percent @##}; будь имена классов переставлены, она была бы {renamed, number, ::percent @##}. Модель различает классы, но нумерует их не так, как метки.',
  'claim.sure-and-wrong':
    'Обучающих строк, метке которых модель противоречит с вероятностью выше 90 %: {rows} из {of, number}. По остальным строкам она выучила, что эти метки неверны.',
  'claim.two-humps':
    'Потери обучающих строк образуют два горба, в верхнем {humps, number, ::percent @##} строк; строк, метке которых модель противоречит с вероятностью выше 90 %: {rows}. Остальные строки говорят против этих меток.',
  'claim.few-rows-carry-the-error':
    'На {split, select, all {всех данных} other {выборке {split}}} на сотую часть строк приходится {carried, number, ::percent @##} квадрата ошибки; у худшей строки ошибка {worst}, у обычной {usual}.',
  'claim.small-loss-large-error':
    'Средний квадрат ошибки {loss} на {split, select, all {всех данных} other {выборке {split}}} выглядит малым, но сами цели лежат лишь от {low} до {high}: ошибка составляет {spread, number, ::percent @##} их стандартного отклонения (R² {r2}).',
  'claim.predictions-in-another-unit':
    'Предсказания следуют за целями, но в других единицах: R² равен {r2} как есть и {mended}, если взять {intercept} + {slope} × предсказание. Масштаб не вернули или вернули не теми числами.',
  'claim.predictions-off-in-a-split':
    'На {split, select, all {всех данных} other {выборке {split}}} R² предсказаний равен {r2} как есть и {mended}, если взять {intercept} + {slope} × предсказание: входы или цели там нормированы иначе.',
  'claim.predictions-at-a-bound':
    'На {split, select, all {всех данных} other {выборке {split}}} {bound, number, ::percent @##} предсказаний стоят на одном из краёв (все они лежат от {low} до {high}), а {beyond, number, ::percent @##} целей выходят за эти пределы{activation, select, none {} other {: выход через {activation} до них не достаёт}}.',
  'claim.residuals-curved':
    'На {split, select, all {всех данных} other {выборке {split}}} остатки изгибаются вслед за предсказанием, и этот изгиб объясняет {curved, number, ::percent @##} их дисперсии: осталась зависимость, которую модель не выучила.',
  'claim.part-worse':
    'Там, где в столбце «{column}» стоит {part, select, missing {пропуск} other {{part}}} (строк {split, select, all {все данные} other {{split}}}: {rows}), оценка модели {score} ({measure}), на остальных строках {rest}.',
  'claim.accuracy-flatters':
    'Точность на {split, select, all {всех данных} other {выборке {split}}} {accuracy, number, ::percent @##}, а средняя полнота классов лишь {balanced, number, ::percent @##}; если всегда называть самый большой класс, точность будет {guess, number, ::percent @##}.',
  'claim.few-scored-rows':
    'В {split, select, all {данных} other {выборке {split}}} лишь {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}: вместо оценки {score} ({measure}) с тем же успехом могло выйти {low} или {high}.',
  'claim.score-uncertain':
    'По {rows, plural, one {# строке} few {# строкам} many {# строкам} other {# строки}} {split, select, all {всех данных} other {выборки {split}}} оценка {score} ({measure}) известна лишь в пределах от {low} до {high}: меньшие различия ничего не значат.',
  'claim.predictions-not-finite':
    '{count, plural, one {# предсказание} few {# предсказания} many {# предсказаний} other {# предсказания}} на {split, select, all {всех данных} other {выборке {split}}} — NaN или бесконечность.',
  'claim.predictions-hold':
    'На новых строках ({split, select, all {все данные} other {{split}}}) оценка модели {score} ({measure}; 95% интервал от {low} до {high}), на обучении {train}; у постоянного ответа {guess}.',
  'claim.predictions-beat-guessing':
    'На {split, select, all {всех данных} other {выборке {split}}} оценка модели {score} ({measure}; 95% интервал от {low} до {high}); у постоянного ответа {guess}.',
  'claim.one-feature-decides':
    'Если перемешать один только признак {feature}, оценка {score} ({measure}) падает на {drop}: это {part, number, ::percent @##} того, что стоят все признаки вместе; следующий, {second}, стоит {next}.',
  'claim.features-idle':
    'Признаков, которые можно перемешать без вреда для оценки: {idle} из {of} ({names}){kept, select, none {} other {; {enough, plural, one {хватает # признака} few {хватает # признаков} many {хватает # признаков} other {хватает # признака}}: {kept}}}.',
  'claim.no-feature-matters':
    'Какой из признаков ни перемешай (их {of}), оценка не меняется: модель не использует свои входы.',
  'claim.importance-does-not-hold':
    'Признаков, важных на обучении, но уже не на {split, select, all {всех данных} other {выборке {split}}}: {gone} из {of} ({names}); перемешать {feature} стоит {train} на обучении и {held} здесь.',

  'clear.stored-values': 'Все сохранённые значения конечны; наибольший по величине вес {largest}.',
  'clear.stored-units': 'Мёртвых или одинаковых нейронов в слое не больше {share, number, ::percent @##}.',
  'clear.untrained-weights': 'Слоёв, которые выглядят как сразу после инициализации: {layers} из {of}.',
  'clear.stored-norm-statistics': 'Все слои BatchNorm (их {of}) видели данные; их дисперсии от {min} до {max}.',
  'clear.stored-activations': 'Между слоями есть функции активации: {activations}.',
  'clear.stored-widths': 'Самый узкий по сравнению с соседями слой: {layer} (×{times}).',
  'clear.model-size':
    'Размер подходит: {parameters, plural, one {# параметр} few {# параметра} many {# параметров} other {# параметра}} в {depth, plural, one {# слое} few {# слоях} many {# слоях} other {# слоя}} с весами{known, select, true {, {each} на обучающую строку} other {}}.',
  'clear.beats-guessing':
    'На {split, select, all {всех данных} other {выборке {split}}} оценка модели {score} ({measure}), у постоянного ответа {guess}.',
  'clear.simple-models':
    'На {split, select, all {всех данных} other {выборке {split}}} оценка модели {score} ({measure}); у лучшей простой модели {simple}.',
  'clear.score-gap':
    'Оценка на {split, select, all {всех данных} other {выборке {split}}} ({score}) близка к оценке на обучении ({train}).',
  'clear.held-out-apart': 'Валидация ({val}) и тест ({test}) дают похожие оценки.',
  'clear.probability-calibration':
    'Уверена на {confidence, number, ::percent @##}, права в {accuracy, number, ::percent @##} случаев: вероятностям модели можно верить (ошибка калибровки {ece, number, ::percent @##}).',
  'clear.predicted-classes': 'На самый частый ответ, «{class}», приходится {predicted, number, ::percent @##} строк.',
  'clear.class-recall': 'Полнота самого редкого класса, «{class}», равна {recall, number, ::percent @##}.',
  'clear.names-of-classes':
    'Перестановка имён классов точность не повысит ({renamed, number, ::percent @##} против {accuracy, number, ::percent @##}).',
  'clear.sure-and-wrong': 'Обучающих меток, которым модель уверенно противоречит: {rows} из {of, number}.',
  'clear.error-tail': 'На худшую сотую часть строк приходится {carried, number, ::percent @##} квадрата ошибки.',
  'clear.error-beside-spread':
    'Ошибка составляет {spread, number, ::percent @##} стандартного отклонения целей (R² {r2}).',
  'clear.scale-of-predictions': 'Другой масштаб предсказаний поднял бы R² лишь с {r2} до {mended}.',
  'clear.residual-shape': 'Зависимости в остатках не видно, и предсказания не упираются в границу.',
  'clear.weak-parts':
    'Явно слабых частей в данных нет; самая слабая там, где в столбце «{column}» стоит {part, select, missing {пропуск} other {{part}}} ({score} против {rest}).',
  'clear.metric-fits-task':
    'Точность ({accuracy, number, ::percent @##}) и сбалансированная точность ({balanced, number, ::percent @##}) согласуются.',
  'clear.scored-rows':
    'По {rows, plural, one {# строке} few {# строкам} many {# строкам} other {# строки}} {split, select, all {всех данных} other {выборки {split}}} оценка известна в пределах от {low} до {high}.',
  'clear.finite-predictions': 'Все предсказания — конечные числа.',
  'clear.sound-predictions':
    'На {split, select, all {всех данных} other {выборке {split}}} оценка {score} ({measure}), у постоянного ответа {guess}.',
  'clear.deciding-feature':
    'Ни один признак не решает в одиночку: на {feature} приходится {part, number, ::percent @##} того, что стоят все признаки вместе.',
  'clear.idle-features': 'Признаков, от которых ничего не зависит: {idle} из {of}.',
  'clear.importance-apart':
    'Что важно на обучении, важно и на {split, select, all {всех данных} other {выборке {split}}}.',

  'check.stored-values': 'Все ли сохранённые веса — конечные числа?',
  'check.stored-units': 'Нет ли нейронов с мёртвыми весами или с теми же весами, что у другого?',
  'check.untrained-weights': 'Не выглядят ли сохранённые веса как сразу после инициализации?',
  'check.stored-norm-statistics': 'Видела ли данные сохранённая статистика BatchNorm?',
  'check.stored-activations': 'Есть ли между сохранёнными слоями хоть одна нелинейность?',
  'check.stored-widths': 'Нет ли сохранённого слоя намного уже соседних?',
  'check.model-size': 'Соразмерна ли модель числу примеров?',
  'check.beats-guessing': 'Предсказывает ли модель лучше постоянного ответа?',
  'check.simple-models': 'Дотягивает ли сеть до простой модели?',
  'check.score-gap': 'Не явно ли ниже оценка на новых строках, чем на обучении?',
  'check.held-out-apart': 'Та же ли у модели оценка на тесте, что и на валидации?',
  'check.probability-calibration': 'Можно ли верить вероятностям модели?',
  'check.predicted-classes': 'Предсказываются ли классы примерно так же часто, как встречаются?',
  'check.class-recall': 'Находятся ли редкие классы так же часто, как частые?',
  'check.names-of-classes': 'Не стали бы предсказания верными при перестановке имён классов?',
  'check.sure-and-wrong': 'Где модель уверена в другом классе, чем говорит метка?',
  'check.error-tail': 'Не приходится ли большая часть квадрата ошибки на немногие строки?',
  'check.error-beside-spread': 'Насколько велика ошибка рядом с разбросом целей?',
  'check.scale-of-predictions': 'В тех ли единицах предсказания, что и цели?',
  'check.residual-shape': 'Не осталось ли зависимости в остатках регрессии?',
  'check.weak-parts': 'Не справляется ли модель с какой-то частью данных явно хуже?',
  'check.metric-fits-task': 'Говорит ли точность о том, как находятся классы?',
  'check.scored-rows': 'Достаточно ли отложенных строк, чтобы оценка что-то значила?',
  'check.finite-predictions': 'Все ли предсказания — конечные числа?',
  'check.sound-predictions': 'Держатся ли предсказания на новых строках?',
  'check.deciding-feature': 'Не решает ли один признак почти каждое предсказание?',
  'check.idle-features': 'Какие признаки модель не использует?',
  'check.importance-apart': 'Важны ли на новых строках те же признаки, что и на обучении?',

  'irrelevant.few-features': 'признаков слишком мало',
  'irrelevant.few-predictions': 'предсказано слишком мало строк',
  'irrelevant.no-feature-matters': 'ни один признак на обучении не важен',
  'irrelevant.no-held-out-predictions': 'для отложенных строк предсказаний нет',
  'irrelevant.no-kernels': 'ни один слой не умножает на матрицу весов',
  'irrelevant.no-parts': 'ни одна часть данных не выделяется',
  'irrelevant.no-regression-predictions': 'числовых предсказаний нет или слишком мало',
  'irrelevant.no-scores': 'оценить было нечего',
  'irrelevant.no-train-predictions': 'вероятности обучающих строк неизвестны',
  'irrelevant.no-two-scores': 'нет оценок и на обучении, и на отложенных строках',

  'how.modelFile': MODEL,
  'how.weights': MODEL,
  'how.predictions': PREDICTIONS,
  'how.scores': PREDICTIONS,
  'how.exampleLosses': PREDICTIONS,
  'how.confusion': PREDICTIONS,
  'how.calibration': PREDICTIONS,
  'how.residuals': PREDICTIONS,
  'how.segments': PREDICTIONS,
  'how.importance': EXPLAINED,
  'how.smallestSet': EXPLAINED,

  'exhibit.confusion': 'Матрица ошибок: строки таблицы — истинные классы, столбцы — предсказанные',
  'exhibit.reliability': 'Насколько модель уверена и как часто права',
  'exhibit.true-and-predicted': 'Истинное и предсказанное',
  'exhibit.residuals': 'Остатки в зависимости от предсказания',
  'exhibit.worst-examples': 'Строки с наибольшими потерями',
  'exhibit.weak-parts': 'Где модель слабее',
  'exhibit.importance': 'Сколько стоит перемешать признак',

  'evidence.modelFile': 'файл модели',
  'evidence.weights': 'сохранённые веса',
  'evidence.predictions': 'предсказания',
  'evidence.scores': 'оценки с интервалами',
  'evidence.exampleLosses': 'потери каждого примера',
  'evidence.confusion': 'истинные и предсказанные классы',
  'evidence.calibration': 'калибровка вероятностей',
  'evidence.residuals': 'остатки',
  'evidence.segments': 'оценки по частям данных',
  'evidence.importance': 'важность признаков',
  'evidence.smallestSet': 'наименьший достаточный набор признаков',
} as const satisfies Readonly<Record<keyof typeof english, string>>
