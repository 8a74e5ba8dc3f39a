// Russian sentences of the diagnosis: the summary and what every finding claims.

import type { checks as english } from '../en/checks.ts'
import { answers } from './answers.ts'

export const checks = {
  'claim.reading/gap-opens':
    '{metric} поворачивает вверх на {axis, select, epoch {эпохе} other {шаге}} {at}: рост на {rise, number, percent} от лучшего значения {best} до {last}, а потери на обучении снижаются дальше, до {train}.',
  'claim.reading/gap-open':
    '{metric} остаётся на {last}, это ×{ratio} к потерям на обучении ({train}), которые продолжали снижаться.',
  'claim.accuracy-gap':
    'Точность на обучении {train, number, percent}, {metric} {val, number, percent}: разрыв {gap, number, percent}.',
  'claim.reading/validation-below-train':
    '{metric} составляет {ratio} от {train} на протяжении {epochs, plural, one {# значения} few {# значений} many {# значений} other {# значения}}: ниже, и в числах нет ничего сломанного.',
  'claim.reading/validation-below-train-dropout':
    '{metric} составляет {ratio} от {train} на протяжении {epochs, plural, one {# значения} few {# значений} many {# значений} other {# значения}}. Обучение идёт с dropout или другим шумом, валидация без него: уже это поднимает потери на обучении.',
  'claim.reading/validation-far-above':
    'С первого же значения {metric} намного выше обучения: {val} против {train}, обычно ×{ratio}. Переобучению нужны эпохи, чтобы открыть разрыв.',
  'claim.erratic-validation':
    '{metric} скачет от значения к значению (множитель e^{val}), сильнее потерь на обучении: ×{times}.',
  'claim.reading/loss-accuracy-apart':
    '{metric} растёт на {rise, number, percent} после лучшего (значение номер {at}), а {score} не падает ({gained, number, percent}): потери видят, насколько уверены ответы, точность видит только победителя.',
  'claim.reading/loss-falls-accuracy-falls':
    '{metric} падает на {fall, number, percent}, и {score} тоже падает, на {lost, number, percent}: часть потерь не связана с правильностью ответов.',
  'claim.reading/frozen': '{metric} стоит на {value} до последней цифры в {points} из {all} значений.',
  'claim.reading/never-fell': '{metric} вовсе не снижается: {level} на протяжении {share, number, percent} обучения.',
  'claim.reading/bottleneck':
    '{metric} снижается от {first}, а затем стоит на {level} на протяжении {share, number, percent} обучения.',
  'claim.reading/dataset-at-fault':
    '{metric} падает на {val, number, percent}, а потери на обучении стоят ({train, number, percent}): значит, дело в данных.',
  'claim.reading/diverging': '{metric} устойчиво растёт: от {best} до {last}, ×{factor} к лучшему.',
  'claim.reading/diverging-fast': '{metric} растёт всё быстрее: от {best} до {last}, ×{factor} к лучшему.',
  'claim.reading/still-learning':
    'В конце записи {metric} = {last} и всё ещё снижается; по кривой через столько же времени будет {ahead} (на {gain, number, percent} ниже).',
  'claim.reading/low-from-the-start':
    'Уже первое значение {metric} равно {first}, последнее {last}: мало, но ошибка мала только по сравнению с разбросом целей.',
  'claim.reading/low-from-the-start-updates':
    'После первой эпохи {metric} = {first}, но в этой эпохе было около {updates} обновлений (примеров {examples}, батч {batch}): простые данные успевают выучиться.',
  'claim.reading/low-from-the-start-assumed':
    'После первой эпохи {metric} = {first}, но в этой эпохе примеров {examples}: при батче {batch} это около {updates} обновлений. Простые данные успевают выучиться.',
  'claim.uniform-guessing':
    '{metric} остаётся на {level}; угадывание среди классов ({classes}) стоит ln {classes} = {guess}. Из входов не выучено ничего.',
  'claim.majority-guessing':
    '{metric} стоит на {level, number, percent} до последней цифры: на любой вход один и тот же ответ.',
  'claim.majority-guessing-entropy':
    '{metric} стоит на {level, number, percent}, а потери на {cost}: столько стоит всегда называть самый частый класс.',
  'claim.majority-guessing-stated': '{metric} = {level, number, percent}, это доля самого частого класса.',
  'claim.rare-class-missed':
    '{metric} опускается до {low, number, percent}, хотя верны {reached, number, percent} всех ответов: редкий класс пропущен.',
  'claim.top-k-always-one':
    '{metric} равно 1 с первого значения, а потери ещё {loss}: при K классах top-k верен всегда, если k >= K.',
  'claim.accuracy-in-regression':
    '{metric} считает точные попадания; при функции потерь для регрессии это ни о чём не говорит ({level, number, percent}).',
  'claim.binary-accuracy-one-hot':
    '{metric} начинается с {level, number, percent} = (K-1)/K: бинарная точность засчитывает каждый ноль one-hot цели.',
  'claim.accuracy-below-floor':
    '{metric} = {level, number, percent} не может принадлежать кросс-энтропии {loss}: каждый неверный ответ стоит не меньше ln 2.',
  'claim.loss-beside-accuracy':
    'Напечатанное {metric} равно {own}, это ×{times} к {other} при почти той же точности: они усреднены по-разному.',
  'claim.lagging-mean':
    '{metric} одной эпохи равно {train} следующей в {share, number, percent} эпох: потери на обучении усреднены по эпохе и запаздывают.',
  'claim.validation-noise':
    '{metric} дрожит на {seen}; одно только число примеров ({examples}) даёт {binomial}. Меньшие различия ничего не значат.',
  'claim.no-held-out': 'Значений {points}, и ни одного на отложенных данных: не видно ни переобучения, ни успеха.',
  'claim.splits-apart':
    '{metric} достигает {best, number, percent} на одной выборке и {worst, number, percent} на другой.',
  'claim.loss-in-target-units':
    '{metric} = {last} означает ошибку {error} при целях в [{low}, {high}]: {share, number, percent} диапазона.',
  'claim.loss-in-target-units-assumed':
    'Если потери есть средний квадрат ошибки, то {metric} = {last} означает среднеквадратичную ошибку {error} при целях в [{low}, {high}]: {share, number, percent} диапазона.',
  'claim.loss-in-target-units-r2':
    '{metric} = {last} означает ошибку {error}, {share, number, percent} диапазона [{low}, {high}]; R2 = {r2}.',
  'claim.epochs-of-zeros':
    '{every, plural, =2 {Каждое второе} other {Каждое #-е}} значение {metric} равно 0 (всего {zeros}): в этих эпохах не было данных.',
  'claim.sum-not-reset': '{metric} растёт пропорционально шагу: печатается сумма, которую не обнуляют.',
  'claim.wrong-divisor':
    'Одно значение {metric}, {value}, выбивается из соседних ({usual}), множитель {ratio}: делитель при этой печати неверен.',
  'claim.loss-falls': '{metric} снижается от {first} до {last}.',
  'claim.loss-falls-and-holds': '{metric} идёт от {first} до {last}, и отложенные значения держатся.',
  'claim.clipped-cross-entropy':
    '{metric} = {level} = -ln константы отсечения ({source}): вероятность верного класса ровно 0.',
  'claim.clipped-times-error':
    '{metric} = {level} = {error} x {clip}: доля ошибок, умноженная на -ln константы отсечения ({source}). Каждый ответ даётся с полной уверенностью.',
  'claim.negative-cross-entropy':
    '{metric} опускается до {lowest}. Кросс-энтропия не бывает ниже 0: цели выходят за пределы [0, 1].',
  'claim.negative-loss':
    '{metric} опускается до {lowest}. Для правдоподобия значений это верно, для кросс-энтропии или квадрата ошибки нет.',
  'claim.margin-collapse': '{metric} стоит на {last}, на своём зазоре {margin}: все эмбеддинги слились в одну точку.',
  'claim.first-loss':
    'Первое значение {metric} равно {first}; угадывание среди классов ({classes}) стоит {guess}. Это больше: ×{times}.',
  'claim.first-loss-unknown-classes':
    'Первое значение {metric} равно {first}, больше, чем стоит угадывание среди тысяч классов.',
  'claim.softmax-over-one-unit': 'Softmax по одному нейрону всегда равен 1, каким бы ни был вход.',
  'claim.one-unit-many-classes': 'Один выходной нейрон с {loss} не различит {classes} классов.',
  'claim.no-probability': 'Выход {activation} не даёт вероятности, а {loss} её требует.',
  'claim.logits-as-probabilities':
    'Линейный выход поступает в {loss}, которая ждёт вероятностей, если не указано иное.',
  'claim.probabilities-as-logits':
    'Выход {activation} поступает в функцию потерь, которая ждёт логиты: градиент сглаживается дважды.',
  'claim.squared-error-on-classes': 'Квадрат ошибки по номерам классов считает, что класс 9 дальше от 0, чем класс 1.',
  'claim.targets-out-of-reach': 'Выход {activation} не достаёт до всех целей.',
  'claim.relu-at-the-output': 'ReLU на выходе не даёт значений ниже 0, и градиента там нет.',
  'claim.constant-initializer':
    'Веса, как сказано, начинаются с одной константы ({initializer}): все нейроны слоя тогда учат одно и то же.',
  'claim.wide-initializer': 'Веса, как сказано, начинаются с очень большим разбросом ({initializer}).',
  'claim.held-out-at-chance':
    '{metric} = {val, number, percent}, не лучше угадывания, хотя обучение достигает {train, number, percent}.',
  'claim.accuracy-at-chance': '{metric} = {level, number, percent} при числе классов {classes}: не лучше угадывания.',
  'claim.bounded-activations': 'В скрытых слоях {activations}, и {metric} почти не снижается.',
  'claim.linear-activations': 'Скрытые слои линейны: вместе это одно линейное преобразование.',
  'claim.non-finite-start': '{metric} не является конечным числом с первого же значения.',
  'claim.non-finite-rise':
    '{metric} поднимается до {last} и с {axis, select, epoch {эпохи} other {шага}} {at} не является конечным числом.',
  'claim.non-finite-sudden':
    '{metric} = {last}, а затем, с {axis, select, epoch {эпохи} other {шага}} {at}, не является конечным числом, хотя роста до этого не было.',
  'claim.sudden-jump':
    '{metric} прыгает на {axis, select, epoch {эпохе} other {шаге}} {at} примерно с {before} до {after} и остаётся там.',
  'claim.jump-and-recovery':
    '{metric} прыгает на {axis, select, epoch {эпохе} other {шаге}} {at} примерно с {before} до {after} и возвращается.',
  'claim.jump-at-resume':
    '{metric} прыгает на {axis, select, epoch {эпохе} other {шаге}} {at} примерно с {before} до {after}, как раз там, где обучение возобновили.',
  'claim.spikes':
    '{count, plural, one {# значение} few {# значения} many {# значений} other {# значения}} {metric} намного выше остальных; самое большое {value} на {axis, select, epoch {эпохе} other {шаге}} {at}, обычно {usual}.',
  'claim.oscillation': '{metric} качается от эпохи к эпохе на {relative, number, percent} своего уровня.',
  'claim.pendulum': '{metric} качается с периодом {lag} значений, и это не эпоха.',
  'claim.slow-descent':
    '{metric} снижается плавно, почти по прямой, от {first} до {last}: всего на {fall, number, percent}.',
  'claim.rate-above-usual':
    'Скорость обучения {rate} выше той, что обычно выдерживает {optimizer, select, any {оптимизатор} other {{optimizer}}} (от {low} до {high}).',
  'claim.rate-below-usual':
    'Скорость обучения {rate} ниже той, что обычно нужна ({optimizer, select, any {любому оптимизатору} other {{optimizer}}}: от {low} до {high}).',
  'claim.rate-cuts':
    '{metric} падает при снижениях скорости обучения ({helped} из {cuts, plural, one {# снижения} few {# снижений} many {# снижений} other {# снижения}}) и стоит между ними: работает расписание.',
  'claim.rate-cut-cures': '{metric} качалось или росло и падает там, где скорость обучения снижена.',
  'claim.relapse':
    '{metric} опускается до {best} на {axis, select, epoch {эпохе} other {шаге}} {at}, а затем снова поднимается до {peak}: выученное теряется.',
  'claim.repeated-losses': '{share, number, percent} значений {metric} цифра в цифру повторяют прошлую эпоху.',
  'claim.overflow-skips':
    'Пропущено шагов оптимизатора: {skips}, потому что градиенты в половинной точности переполнились.',
  'claim.scale-at-floor':
    'Пропущено шагов оптимизатора: {skips}, и масштаб потерь опустился до {lowest}: переполняется каждый шаг.',
  'claim.gradient-non-finite':
    '{metric} равно NaN или бесконечности на {lost, plural, one {# шаге} few {# шагах} many {# шагах} other {# шага}}.',
  'claim.gradient-zero': '{metric} практически равно 0 ({usual}): ни один вес не движется.',
  'claim.gradient-grows':
    '{metric} вырастает до {top} на {axis, select, epoch {эпохе} other {шаге}} {at}, обычно {usual}.',
  'claim.gradient-jumps':
    '{metric} прыгает до {top} на {axis, select, epoch {эпохе} other {шаге}} {at}, обычно {usual}.',
  'claim.few-steps': 'Всего шагов {steps}, и {metric} всё ещё {last}, близко к цене угадывания.',
  'claim.few-steps-an-epoch': 'Обновлений за эпоху {perEpoch}, всего {steps}: считайте шаги, а не эпохи.',
  'claim.small-batch': 'Батч {batch} очень мал для потерь, которые не снижаются.',
  'claim.large-batch': 'Батч {batch} при числе примеров {examples} оставляет мало обновлений за эпоху.',
  'claim.shaking':
    '{metric} дрожит от печати к печати на {relative, number, percent} своего уровня, как и бывает с потерями на батчах.',
  'claim.shaking-but-falling':
    '{metric} дрожит на {relative, number, percent} своего уровня, как и бывает с потерями на батчах, а тренд снижается.',
  'claim.penalty-share': '{share, number, percent} потерь составляет штраф, а не ошибка.',
  'claim.strong-regularization':
    'Регуляризация сильная (dropout {dropout}, weight decay {decay}), и обучение не лучше валидации.',
  'claim.zero-loss':
    '{metric} ровно 0 в {zeros} из {points, plural, one {# значения} few {# значений} many {# значений} other {# значения}}.',
  'claim.no-detections': 'Все метрики равны 0: {metrics}.',
  'claim.saw-tooth': '{metric} снижается внутри эпохи и прыгает вверх на её границе, эпох подряд: {epochs}.',
  'claim.epoch-pattern':
    '{metric} в каждой эпохе проходит одни и те же подъёмы и спуски: батчи идут в одном порядке, и некоторые не похожи на другие.',
  'claim.stairs':
    '{metric} падает ступенькой с каждой новой эпохой и ровно внутри неё: увиденный во второй раз пример модель помнит.',
  'claim.not-shuffled': 'Данные, как сказано, не перемешиваются.',
  'claim.raw-inputs': 'Входы, как сказано, не нормированы.',
  'claim.large-targets': 'Размах целей {range}; квадрат ошибки на них начинается с {first}.',
  'claim.huge-loss': '{metric} начинается с {first}: порядка квадрата больших целей.',
  'claim.few-examples': 'Обучающих примеров {examples}, и валидация отстаёт.',
  'claim.many-parameters': 'Параметров {parameters} на {examples} обучающих примеров, и валидация отстаёт.',
  'claim.label-ceiling': '{metric} выходит на плато {level, number, percent}.',
  'claim.label-ceiling-below-validation':
    '{metric} выходит на плато {level, number, percent}, а валидация достигает {val, number, percent}: там, где метки чистые, модель права, и она спорит с частью обучающих меток.',
  'claim.too-good': '{metric} идеально начиная со значения номер {at}.',
  'claim.rates-tried': 'Другие скорости обучения не помогли ({rates}).',
  'exhibit.accuracy': 'точность',
  'exhibit.batch-loss': 'потери на батче',
  'exhibit.gradient-norm': 'норма градиента',
  'exhibit.loss': 'потери',
  'exhibit.printed-loss': 'напечатанные потери',
  'exhibit.train-and-validation': 'обучение и валидация',
  'exhibit.validation': 'валидация',
  'exhibit.validation-accuracy': 'точность на валидации',
  'exhibit.validation-loss': 'потери на валидации',
  'summary.ill':
    'С этим обучением что-то не так. {proven, select, yes {Подтверждено опытом} other {Вероятнее всего}}: {cause}{others, plural, =0 {} one {; вероятна ещё # причина} few {; вероятны ещё # причины} many {; вероятны ещё # причин} other {; вероятны ещё # причины}}.',
  'summary.sick': 'Что-то не так, но по записи не решить, что именно. Сначала посмотрите: {cause}.',
  'summary.healthy': 'Похоже, с этим обучением всё в порядке.',
  'summary.benign': 'Ничего не сломано. Вид кривых объясняется так: {cause}.',
  'summary.possible': 'Данных не хватает для решения. Сначала посмотрите: {cause}.',
  'summary.perhaps': 'Ничего плохого не бросается в глаза, но увидено слишком мало, чтобы назвать обучение здоровым.',
  'summary.undecided': 'Данных не хватает для решения, и ничто не выделяется.',
  'rather.against': 'Почему не «{rival}»: {against}',
  'rather.less': 'Причина «{rival}» оставила бы похожие следы, но за неё говорит меньше из увиденного.',
  ...answers,
} as const satisfies Readonly<Record<keyof typeof english, string>>
