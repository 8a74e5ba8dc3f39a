// Russian sentences of the model and its predictions as the terminal, Markdown and the page show them.

import type { inspectView as english } from '../en/inspect-view.ts'

export const inspectView = {
  'view.model.head':
    'Модель: {format}; {parameters, plural, one {# параметр} few {# параметра} many {# параметров} other {# параметра}}, {layers, plural, one {# слой} few {# слоя} many {# слоёв} other {# слоя}}',
  'view.model.unordered': 'Порядка слоёв файл не хранит; они стоят так, как в нём перечислены.',
  'view.model.more': 'и ещё {count, plural, one {# слой} few {# слоя} many {# слоёв} other {# слоя}}',
  'view.model.layer': 'слой',
  'view.model.kind': 'вид',
  'view.model.shape': 'веса',
  'view.model.parameters': 'параметры',
  'view.model.activation': 'активация',
  'view.model.values': 'значения',
  'view.model.spread': 'разброс',
  'view.model.zero': '{share} нулей',
  'view.model.nonFinite': '{share} NaN или Inf',

  'view.predictions.parts': 'Предсказано строк: {parts}',
  'view.predictions.left':
    'В {split} {count, plural, one {# строка} few {# строки} many {# строк} other {# строки}} без истинного или конечного предсказанного значения: в оценки не вошли.',
  'view.predictions.measure.accuracy': 'точность',
  'view.predictions.measure.balanced-accuracy': 'сбалансированная точность',
  'view.predictions.measure.log-loss': 'логлосс',
  'view.predictions.measure.macro-f1': 'макро-F1',
  'view.predictions.measure.auc': 'AUC',
  'view.predictions.measure.r2': 'R2',
  'view.predictions.measure.rmse': 'RMSE',
  'view.predictions.measure.mae': 'MAE',
  'view.predictions.measure.mse': 'MSE',
  'view.predictions.score': 'оценка',
  'view.predictions.interval': '95% интервал',
  'view.predictions.guess': 'константа',
  'view.predictions.range': 'от {low} до {high}',
  'view.predictions.share': '{share, number, ::percent @##}',
  'view.predictions.classes': 'Классы в {split}: по строкам истинные, по столбцам предсказанные',
  'view.predictions.found': 'найдено',
  'view.predictions.mistaken': 'Чаще всего путается в {split}',
  'view.predictions.taken':
    '{truth} принято за {predicted}: {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}} из {of, number}',
  'view.predictions.probabilities': 'Вероятности в {split}',
  'view.predictions.sure': 'уверена',
  'view.predictions.right': 'права',
  'view.predictions.error': 'ошибка калибровки {error}, случайно было бы {chance}',
  'view.predictions.temperature': 'температура {temperature} изменила бы потери с {loss} на {after}',
  'view.predictions.worst': 'Худшие строки в {split}',
  'view.predictions.row': 'строка',
  'view.predictions.true': 'истинно',
  'view.predictions.predicted': 'предсказано',
  'view.predictions.loss': 'потери',
  'view.predictions.cells': 'ячейки',
  'view.predictions.importance': 'Сколько теряет {measure}, если столбец перемешать между строками',
  'view.predictions.feature': 'столбец',
  'view.predictions.more': 'и ещё {count, plural, one {# столбец} few {# столбца} many {# столбцов} other {# столбца}}',
  'view.predictions.enough':
    'В {split} хватает {enough, number} из {of, plural, one {# столбца} few {# столбцов} many {# столбцов} other {# столбца}}: {names}.',
  'view.predictions.scatter': 'Остатки в {split}',
  'view.predictions.residuals': 'Обычная ошибка (RMSE) равна {error}: {share} стандартного отклонения цели.',
  'view.predictions.spread': 'Разброс цели {truth}, разброс предсказаний {predicted}.',
  'view.predictions.picture': 'вверх предсказанное, вправо истинное',

  'page.model.title': 'Модель',
  'page.model.label': 'Слои модели',
  'page.model.output': 'выход',
  'page.model.range': 'от … до',
  'page.model.histogram':
    '{tensor}: {count, plural, one {# значение} few {# значения} many {# значений} other {# значения}} от {min} до {max}',

  'page.predictions.title': 'Предсказания',
  'page.predictions.rows':
    '{parts}. Точка — оценка, линия — её 95% интервал, чёрточка — что набирает постоянный ответ.',
  'page.predictions.better': '{direction, select, up {чем выше, тем лучше} other {чем ниже, тем лучше}}',
  'page.predictions.bar': '{split}: {value}, 95% интервал от {low} до {high}, постоянный ответ {constant}',
  'page.predictions.detail': 'Строка за строкой',
  'page.predictions.shown': 'Показанные строки',
  'page.predictions.confusion': 'Что за что принято',
  'page.predictions.confusion.caption':
    'Строка таблицы — истинный класс, столбец — предсказанный; верны {accuracy} предсказаний.',
  'page.predictions.recall': 'найдено',
  'page.predictions.precision': 'верно среди предсказанных',
  'page.predictions.reliability': 'Можно ли верить вероятностям',
  'page.predictions.reliability.caption':
    'Модель уверена на {confidence}, а права в {accuracy} случаев: ошибка калибровки {error}, случайно было бы {chance}. Температура {temperature} изменила бы потери с {loss} на {after}.',
  'page.predictions.reliability.picture':
    'Доля верных предсказаний в зависимости от названной вероятности, {bins, plural, one {# интервал} few {# интервала} many {# интервалов} other {# интервала}}: {points}',
  'page.predictions.reliability.point': 'уверена {confidence}, права {accuracy}',
  'page.predictions.axis.confidence': 'вероятность предсказанного класса',
  'page.predictions.axis.accuracy': 'доля верных',
  'page.predictions.losses': 'Потери каждой строки',
  'page.predictions.losses.caption':
    '{count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}, среднее {mean}, половина ниже {median}; худшая сотая часть несёт {carried} суммы.',
  'page.predictions.losses.axis':
    '{measure, select, mse {квадрат ошибки} other {логлосс, наты}}, логарифмическая шкала',
  'page.predictions.losses.least':
    '{count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}: {value} и меньше',
  'page.predictions.mean': 'среднее {value}',
  'page.predictions.guess': 'постоянный ответ {value}',
  'page.predictions.probability': 'вероятность',
  'page.predictions.rest': 'Ещё {count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  'page.predictions.scatter': 'Предсказанное и истинное',
  'page.predictions.scatter.caption':
    'RMSE {rmse}: {share} стандартного отклонения цели; R2 {r2}. Разброс предсказаний {predicted}, разброс цели {truth}.',
  'page.predictions.scatter.picture':
    '{points, plural, one {# строка} few {# строки} many {# строк} other {# строки}}: предсказанные значения от {low} до {high}, истинные от {from} до {to}; на прямой они равны',
  'page.predictions.residuals': 'Что остаётся',
  'page.predictions.residuals.caption': 'Истинное минус предсказанное в зависимости от предсказания; среднее {mean}.',
  'page.predictions.residuals.picture':
    '{points, plural, one {# строка} few {# строки} many {# строк} other {# строки}}: истинное минус предсказанное, от {low} до {high}',
  'page.predictions.axis.truth': 'истинное',
  'page.predictions.axis.predicted': 'предсказанное',
  'page.predictions.axis.residual': 'истинное минус предсказанное',

  'page.predictions.live': 'Потери и точность своими руками',
  'page.predictions.live.caption':
    'Эти строки настоящие, из {split}. Сдвиньте вероятность: потери строки меняются сразу, точность — лишь когда побеждает другой класс.',
  'page.predictions.live.loss': 'средние потери',
  'page.predictions.live.accuracy': 'точность',
  'page.predictions.live.right': 'верно {right, number} из {of, number}',
  'page.predictions.live.before': 'было {value}',
  'page.predictions.live.temperature': 'температура',
  'page.predictions.live.temperature.says':
    'На неё делятся логиты: выше 1 уверенность каждой строки падает, ниже 1 растёт, а предсказания остаются теми же.',
  'page.predictions.live.fitted': 'лучшая для {split}: {value}',
  'page.predictions.live.reset': 'Вернуть как было',
  'page.predictions.live.slider': 'Строка {row}, вероятность класса {name}',

  'page.predictions.reasons': 'На чём держатся предсказания',
  'page.predictions.importance': 'Важные столбцы',
  'page.predictions.importance.caption':
    'Сколько теряет {measure}, если столбец перемешать между строками; ус — одна стандартная ошибка.',
  'page.predictions.importance.bar': '{feature}: {drops}',
  'page.predictions.importance.drop': '{split} {drop} ± {error}',
  'page.predictions.importance.says':
    'Шепли (Shapley): насколько столбец в среднем сдвигает выход в {split}. LIME: вес столбца в линейной модели вокруг каждой строки, на одно стандартное отклонение.',
  'page.predictions.smallest': 'Наименьший набор',
  'page.predictions.smallest.caption':
    'Столбцы добавляются по одному, начиная с самого полезного; остальные держатся на обычном значении. Чтобы сохранить показатель «{measure}» в {split}, хватает {enough, number} из {of, plural, one {# столбца} few {# столбцов} many {# столбцов} other {# столбца}}; все вместе дают {whole}.',
  'page.predictions.smallest.whole': 'все',
  'page.predictions.segments': 'Где модель слабее',
  'page.predictions.segments.caption':
    'Части строк, где {measure} хуже, чем у остальных, с поправкой на число просмотренных частей.',
  'page.predictions.segments.where': 'где',
  'page.predictions.segments.rows': 'строк',
  'page.predictions.segments.score': 'здесь',
  'page.predictions.segments.rest': 'в остальном',
  'page.predictions.segments.split': 'данные',
} as const satisfies Readonly<Record<keyof typeof english, string>>
