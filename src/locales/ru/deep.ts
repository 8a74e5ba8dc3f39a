// Russian sentences of the checks that look inside a training: claims, clear answers, and how to let them look.

import type { deep as english } from '../en/deep.ts'

/** Every question about the inside of a training waits for the same thing. */
const WATCH = 'Наблюдайте за обучением: whyloss run -- python train.py.'

export const deep = {
  'claim.inputs-uneven':
    'Признаки входа «{name}» различаются по разбросу: ×{ratio}; обычно сеть справляется до ×100. {metric}: от {first} до {last}.',
  'claim.inputs-off-centre':
    'Один из признаков входа «{name}» отстоит от 0 на {offset} стандартных отклонений, обычно меньше 10. {metric}: от {first} до {last}.',
  'claim.inputs-size':
    'Значения входа «{name}» лежат от {min} до {max}, их величина {size}; сеть рассчитана примерно на 1. {metric}: от {first} до {last}.',
  'claim.inputs-not-finite':
    '«{name}» на шаге {step} содержит NaN или Inf ({share, number, percent} значений); таких тензоров {some} из просмотренных {batches}.',
  'claim.inputs-sentinel':
    'Значения «{name}» лежат от {min} до {max}, и один край совпадает с меткой, которой в таблицах обозначают пропуск.',
  'claim.targets-large':
    'Цели лежат от {min} до {max} со стандартным отклонением {spread}; функции потерь удобно около 1. {metric}: от {first} до {last}.',
  'claim.targets-off-centre':
    'Цели лежат около {mean} и различаются лишь на {spread}: сети сначала приходится учить большую константу. {metric}: от {first} до {last}.',
  'claim.labels-outside-units':
    'Метки лежат от {min} до {max}, а на выходе единиц {units}: классы от 0 до {units} минус 1.',
  'claim.targets-outside-probability': 'Цели бинарной кросс-энтропии лежат от {min} до {max}; она принимает от 0 до 1.',
  'claim.targets-all-equal': 'Все цели в просмотренных батчах ({batches}, примеров {examples}) равны {value}.',
  'claim.targets-mostly-ignored':
    'Во всех {batches} просмотренных батчах метки равны {value} или {min}, а такие функция потерь пропускает: {left, number, percent} меток не в счёт, и батч из одних таких даёт NaN.',
  'claim.targets-all-ignored':
    'Все цели в просмотренных батчах ({batches}, примеров {examples}) равны {value}, а это значение потери пропускают.',
  'claim.batches-of-one-class':
    'Батчей с одним-единственным классом из {classes}: {pureBatches} из {batches}; метки идут по порядку.',
  'claim.split-labels-apart':
    'Метки валидации — от {least} до {most}, метки {examples, number} обучающих примеров — от {low} до {high}: остальных классов обучение не видит.',
  'claim.labels-in-runs': 'Одинаковые метки идут подряд в среднем по {labelRun}; перемешанные шли бы по {expectedRun}.',
  'claim.repeated-batches':
    'Батчей, уже встречавшихся в той же эпохе: {repeated} из {batches}; за один проход не должно быть ни одного.',
  'claim.few-carry-the-loss':
    'На {count} из {examples} примеров приходится {carried, number, percent} потерь; худший стоит {worst}, обычно {usual}.',
  'claim.pairing-twice':
    '`{loss}` ждёт логиты, а её вход уже прошёл через {from}: функция применяется дважды и сглаживает градиент.',
  'claim.pairing-stacked':
    'Два последних слоя оба сжимают выход (softmax или sigmoid), и `{loss}` получает сжатое дважды: выходы почти не различаются, а градиент сглажен.',
  'claim.pairing-no-logarithm': '`{loss}` ждёт логарифмы вероятностей, а её вход приходит из {from}.',
  'claim.pairing-no-probability':
    '`{loss}` ждёт вероятности, а её вход приходит из {from} и может выйти за пределы от 0 до 1.',
  'claim.pairing-bounded':
    '`{loss}` ждёт логиты любой величины, а {from} их ограничивает: часть ответов дать невозможно.',
  'claim.pairing-one-unit':
    '`{loss}` получает вход формы {input}: softmax по одной единице всегда равен 1, каким бы ни был вход.',
  'claim.pairing-over-the-batch':
    '{from} перед {loss} берётся по батчу (ось 0 у {input}), а не по классам: сумма общая на все примеры.',
  'claim.pairing-broadcast':
    '`{loss}` получает выходы формы {input} и цели формы {target}: каждый выход сравнивается с каждой целью.',
  'claim.squares-on-one-hot':
    '`{loss}` меряет строки из 0 и 1, которые называют классы; для этого есть кросс-энтропия.',
  'claim.squares-on-class-numbers':
    '`{loss}` принимает номера классов от {min} до {max} (всего {distinct}) за величины: класс {max} считается дальше от {min}, чем соседний.',
  'claim.targets-beyond-output':
    'Цели лежат от {min} до {max}, а выход через {activation} {activation, select, relu {не бывает ниже 0} tanh {остаётся между -1 и 1} other {остаётся между 0 и 1}}.',
  'claim.relu-before-the-loss':
    'Выход проходит через {activation} перед `{loss}`: ниже 0 у него нет ни значений, ни градиента.',
  'claim.outputs-alike':
    'Выходы разных примеров различаются на {across}, это {share, number, percent} их величины: на любой вход один ответ. {metric}: от {first} до {last}.',
  'claim.one-class-answered':
    'В каждом батче один класс побеждает у {top, number, percent} примеров. {metric}: от {first} до {last}.',
  'claim.answers-certain':
    'Вероятности почти все равны 0 или 1 (уверенность {certainty, number, percent}), а {metric}: от {first} до {last}.',
  'claim.logits-huge':
    'Логиты доходят до {size}, обычно ниже 20, а {metric}: от {first} до {last}; неверные ответы даются с полной уверенностью.',
  'claim.dead-layers':
    'В {layer} доля единиц, равных 0 на каждом примере батча: {share, number, percent} (больше 50 %: {layers}). {metric}: от {first} до {last}.',
  'claim.saturated-layers':
    'В {layer} доля значений ближе 1 % к своим пределам: {share, number, percent} (больше 50 %: {layers}), градиент там близок к 0. {metric}: от {first} до {last}.',
  'claim.gradients-vanish':
    'Норма градиента {firstNorm} в {firstLayer} и {lastNorm} в {lastLayer}: отношение {ratio}, обычно больше 0.001. {metric}: от {first} до {last}.',
  'claim.gradients-explode':
    'На обратном пути норма градиента растёт с каждым слоем (×{growth}), от {lastNorm} в {lastLayer} до {firstNorm} в {firstLayer}; обычно меньше ×2. {metric}: от {first} до {last}.',
  'claim.weights-alike':
    'Все единицы в {layers} начинают с одинаковых весов: они получают один и тот же градиент и остаются копиями одной.',
  'claim.weights-wide':
    'Веса в {layers} начинают со стандартного отклонения {spread} (×{times} к обычному {usual} при таком числе входов). {metric}: от {first} до {last}.',
  'claim.weights-narrow':
    'Веса в {layers} начинают со стандартного отклонения {spread}, обычно {usual} при таком числе входов: сигнал сразу гаснет. {metric}: от {first} до {last}.',
  'claim.bias-far-from-zero': 'Смещение в {layers} начинает с {bias}, обычно около 0. {metric}: от {first} до {last}.',
  'claim.hidden-softmax':
    'Между скрытыми слоями стоит softmax ({activations}): его значения в сумме дают 1, и мало что из входа проходит дальше. {metric} меняется, но учится хуже, чем могло бы.',
  'claim.hidden-sigmoid':
    'Все скрытые активации сигмоидные: каждая пропускает не больше четверти градиента, и ни одна не центрирована в нуле. {metric} учится хуже, чем могла бы; обычно берут ReLU и родственные.',
  'claim.linear-net':
    'Между слоями с весами (их {layers}) нет ни одной функции активации: вместе это одно линейное отображение.',
  'claim.narrow-layer': 'В {layer} единиц {units}, а с обеих сторон больше: ×{times}. {metric}: от {first} до {last}.',
  'claim.no-normalization':
    'Слоёв с весами подряд: {depth}, и ни одного слоя нормализации. {metric}: от {first} до {last}.',
  'claim.no-normalization-drift':
    'Слоёв с весами подряд: {depth}, нормализации нет, и разброс их выходов различается: ×{apart}. {metric}: от {first} до {last}.',
  'claim.modes-apart':
    'Одни и те же батчи стоят {inEval} в режиме eval и {inTrain} в режиме train (×{times}): накопленная статистика BatchNorm не подходит.',
  'claim.norm-of-few-examples':
    'BatchNorm ({layers}) берёт среднее и дисперсию по {batch, number} примерам батча, а это в основном шум: в режиме eval действуют не те числа, что при обучении. {metric}: от {first} до {last}.',
  'claim.norm-momentum':
    'У BatchNorm ({layers}) momentum {momentum}, обычно 0.1: за {steps, number} шагов накопленная статистика {slow, select, yes {почти не уходит от начальной} other {следует лишь последнему батчу}}.',
  'claim.trains-in-eval-mode':
    'Шаги обучения идут в режиме eval: dropout не действует, а BatchNorm берёт накопленную статистику, которая не обновляется.',
  'claim.evaluates-in-train-mode':
    'Проверка идёт в режиме train: dropout продолжает действовать, а BatchNorm смешивает примеры батча.',
  'claim.all-frozen': 'Все параметры оптимизатора ({parameters}) заморожены: учиться нечему.',
  'claim.rate-is-zero': 'Скорость обучения равна 0, и ни на одном из проверенных шагов ({steps}) веса не сдвинулись.',
  'claim.no-weight-moves': 'Оптимизатор делает шаги, но ни на одном из проверенных ({steps}) веса не сдвинулись.',
  'claim.no-gradient-arrives':
    'К {names} ни разу не пришёл градиент, хотя оптимизатор держит эти веса и они обучаемы: граф перед ними разорван.',
  'claim.frozen-untaught':
    'Слои {names} заморожены, а их смещения в точности равны 0, как до обучения: заморожено то, что никогда не училось.',
  'claim.left-out':
    'Параметры, до которых доходит градиент, но которых нет ни в одном оптимизаторе: {leftOut} ({names}).',
  'claim.gradients-kept':
    'На {kept, number} из {checked, number} проверенных шагов к началу шага оставались градиенты предыдущего: они складываются, а обычно их обнуляют каждый раз.',
  'claim.steps-overshoot':
    'Первые шаги обещали снижение на {early} самих потерь, {how, select, unknown {но столько потерять нельзя} rose {а они выросли} other {а сбылось {came, number, percent} обещанного}}: шаг перелетает через минимум, к которому идёт. {metric}: от {first} до {last}.',
  'claim.steps-lead-nowhere':
    'За все {steps, number} шагов градиенты обещают снижение лишь на {folds} самих потерь, и шаги дают ровно столько: они слишком коротки, чтобы куда-то привести. {metric}: от {first} до {last}.',
  'claim.rate-died':
    'Расписание опускает скорость обучения ниже сотой доли от {top} уже через {part, number, percent} обучения и заканчивает на {low}: с шага {at, number} почти ничего не учится. {metric}: от {first} до {last}.',
  'claim.targets-in-order':
    'Средние {batches, number} батчей по {rows, number} целей расходятся в {times} раз сильнее, чем у перемешанных: примеры идут по порядку. {metric}: от {first} до {last}.',
  'claim.updates-large':
    'Шаг меняет веса сначала на {early} их величины, в целом на {usual}; обычно около 0.001. {metric}: от {first} до {last}.',
  'claim.updates-small':
    'Шаг меняет веса лишь на {usual} их величины, обычно около 0.001. {metric}: от {first} до {last}.',
  'claim.non-finite-first':
    'Первым перестало быть конечным числом {what, select, loss {значение потерь} gradient {значение градиента} weight {значение веса} other {одно из чисел}} на шаге {step}; до того выходы доходили до {largest}.',
  'claim.non-finite-from-inputs':
    'С шага {step} {what, select, loss {потери} gradient {градиент} weight {вес} other {одно из чисел}}: значение не конечно, а во входах такие значения уже были.',
  'claim.sgd-on-uneven-gradients':
    'Обычный {optimizer} берёт одну скорость для градиентов, которые по слоям различаются: ×{apart}. {metric}: от {first} до {last}.',
  'claim.sgd-on-sparse-gradients':
    'Обычный {optimizer} обучает эмбеддинги или внимание, чьи градиенты редки и неровны; там принят Adam. {metric}: от {first} до {last}.',
  'claim.few-steps-in-an-epoch':
    'В эпохе {steps, plural, one {# шаг} few {# шага} many {# шагов} other {# шага}} при батче {batch}; меньше 10 значит, что большая часть проходов по данным тратится зря. {metric}: от {first} до {last}.',
  'claim.state-lost-and-jump':
    'На шаге {at} веса загружены, а состояние {optimizer} нет; потери там переходят с {before} на {after}.',
  'claim.state-lost': 'На шаге {at} веса загружены, а состояние {optimizer} нет: его средние начинаются заново.',
  'claim.dropout-cost':
    'Одни и те же батчи стоят {inTrain} с dropout {dropout} и {inEval} без него: {part, number, percent} потерь на обучении даёт dropout, а не ошибка.',

  'exhibit.dead-share': 'доля мёртвых единиц',
  'exhibit.saturated-share': 'доля насыщенных значений',
  'exhibit.modes': 'потери в режимах eval и train',
  'exhibit.step-foretold': 'изменение потерь за шаг: обещано и сбылось',
  'exhibit.learning-rate': 'скорость обучения',
  'exhibit.update-ratio': 'обновление к весу',
  'exhibit.example-losses': 'потери отдельных примеров',
  'exhibit.gradient-layers': 'норма градиента по слоям',

  'clear.input-scale': 'Величина входов обычная ({size}), или потери при ней снижаются.',
  'clear.input-values': 'Во всех просмотренных тензорах входов и целей ({batches}) значения конечны.',
  'clear.target-scale': 'Величина целей обычная (стандартное отклонение {spread}).',
  'clear.label-range': 'Метки лежат от {min} до {max}, в пределах классов выхода ({units}).',
  'clear.label-variety': 'Цели в просмотренных батчах ({batches}) различаются.',
  'clear.split-labels': 'Метки валидации лежат в пределах обучающих, от {low} до {high}.',
  'clear.label-order': 'Одинаковые метки идут подряд по {labelRun}, как и при случайном порядке ({expectedRun}).',
  'clear.repeated-batches': 'Батчей, повторившихся внутри эпохи: {repeated} из {batches}.',
  'clear.example-losses': 'На худший 1 % из {examples} примеров приходится {carried, number, percent} потерь.',
  'clear.output-pairing': '`{loss}` получает то, что ей нужно (из {from}).',
  'clear.loss-for-targets': '`{loss}` подходит для целей от {min} до {max}.',
  'clear.output-reach': 'Выход из {activation} достаёт до целей от {min} до {max}.',
  'clear.output-variety':
    'Разные входы дают разные выходы (различие {share, number, percent} от величины), или потери снижаются.',
  'clear.output-certainty': 'Ответы даются без лишней уверенности (выходы до {size}).',
  'clear.dead-layers': 'Мёртвых единиц в слое не больше {share, number, percent}, или потери всё равно снижаются.',
  'clear.saturated-layers':
    'Насыщенных значений в слое не больше {share, number, percent}, или потери всё равно снижаются.',
  'clear.gradient-flow':
    'Градиент первого слоя составляет {ratio} от градиента последнего, или потери всё равно снижаются.',
  'clear.initial-weights':
    'Начальный разброс весов обычный ({spread}, ожидалось {usual}), или потери всё равно снижаются.',
  'clear.linear-net': 'Между слоями ({layers}) есть функции активации.',
  'clear.narrow-layer': 'Ни один слой не намного уже соседних (не больше ×{times}), или потери всё равно снижаются.',
  'clear.normalization': 'Слоёв нормализации {norms} на {depth} слоёв с весами, или сеть учится и без них.',
  'clear.norm-of-batches': 'BatchNorm видит в батче достаточно примеров, и его статистика следует с обычной скоростью.',
  'clear.modes-apart': 'Одни и те же батчи стоят {inEval} в режиме eval и {inTrain} в режиме train.',
  'clear.training-mode': 'Обучение идёт в режиме train, проверка в режиме eval.',
  'clear.weights-held':
    'Все веса, до которых доходит градиент, есть в оптимизаторе (параметров {parameters}) и движутся.',
  'clear.gradients-cleared': 'Градиенты между шагами сбрасываются.',
  'clear.steps-tried':
    'Потери батча после шага снижаются так, как обещают градиенты, или обещанного хватает на весь путь.',
  'clear.rate-died': 'Скорость обучения действует до конца или почти до конца.',
  'clear.target-order': 'Цели батчей расходятся не сильнее, чем у перемешанных.',
  'clear.update-size':
    'Шаг меняет веса на {usual} их величины (обычно от 0.0001 до 0.01), или потери при этом снижаются.',
  'clear.first-non-finite': 'Все просмотренные значения потерь и градиентов конечны.',
  'clear.optimizer-fit': '{optimizer} подходит для того, что обучает, или потери с ним снижаются.',
  'clear.steps-an-epoch':
    'В эпохе {steps, plural, one {# шаг} few {# шага} many {# шагов} other {# шага}}, или потери всё равно снижаются.',
  'clear.resumed-state': 'Состояние оптимизатора вернулось вместе с весами, или терять было нечего.',
  'clear.dropout-cost': 'Без dropout те же батчи стоят {inEval}, с ним {inTrain}.',

  'irrelevant.activations-unknown': 'функции активации неизвестны',
  'irrelevant.batch-norm-too': 'BatchNorm тоже различается между режимами',
  'irrelevant.epochs-unknown': 'неизвестно, сколько шагов в эпохе',
  'irrelevant.few-batches': 'просмотрено слишком мало батчей',
  'irrelevant.few-examples': 'просмотрено слишком мало примеров',
  'irrelevant.few-layers': 'таких слоёв слишком мало',
  'irrelevant.inputs-alike': 'все входы одинаковы',
  'irrelevant.inputs-normalised': 'первый слой нормализует входы',
  'irrelevant.many-labels-each': 'у примера много меток',
  'irrelevant.modes-alike': 'нет ни dropout, ни BatchNorm, которые различались бы между режимами',
  'irrelevant.narrow-on-purpose': 'сеть восстанавливает собственный вход: узкое место задумано',
  'irrelevant.no-batch-norm': 'нет BatchNorm',
  'irrelevant.no-class-numbers': 'цели не являются номерами классов',
  'irrelevant.no-dropout': 'нет dropout',
  'irrelevant.no-float-inputs': 'входы не вещественные числа',
  'irrelevant.no-labels-in-order': 'порядок классов не виден',
  'irrelevant.no-layer-values': 'ни у одного слоя нет значений',
  'irrelevant.no-modes': 'режимы не видны',
  'irrelevant.no-output-rows': 'выходы батча не видны',
  'irrelevant.no-regression': 'это не регрессия',
  'irrelevant.no-resume': 'запуск не возобновлялся',
  'irrelevant.no-trained-loss': 'не видно потерь, по которым идёт обучение',
  'irrelevant.not-deep': 'сеть неглубокая или сама держит масштаб',
  'irrelevant.several-optimizers': 'оптимизаторов несколько',
  'irrelevant.targets-alike': 'все цели одинаковы',
  'irrelevant.weights-loaded': 'веса загружены',
  'irrelevant.weights-still': 'ни один вес не движется',
  'irrelevant.watched': 'видно, что происходило на деле; судим по этому',

  'how.deadShare': WATCH,
  'how.evalLossOnTrain': WATCH,
  'how.exampleLoss': WATCH,
  'how.initialWeights': WATCH,
  'how.inputs': WATCH,
  'how.layers': WATCH,
  'how.lossCalls': WATCH,
  'how.optimizers': WATCH,
  'how.order': WATCH,
  'how.outputs': WATCH,
  'how.saturatedShare': WATCH,
  'how.targets': WATCH,
  'how.stepForetold': WATCH,
  'how.stepChange': WATCH,
  'how.updateRatio': WATCH,

  'check.input-scale': 'Подходит ли сети величина входов?',
  'check.input-values': 'Нет ли среди входов и целей пропусков и бесконечностей?',
  'check.target-scale': 'Подходит ли функции потерь величина целей?',
  'check.label-range': 'Есть ли на выходе классы, которые называют метки?',
  'check.label-variety': 'Различаются ли цели между собой?',
  'check.split-labels': 'Все ли классы валидации встречаются в обучении?',
  'check.label-order': 'Перемешаны ли метки?',
  'check.repeated-batches': 'Не повторяются ли батчи внутри эпохи?',
  'check.example-losses': 'Не приходится ли большая часть потерь на немногие примеры?',
  'check.output-pairing': 'Получает ли функция потерь то, что ей нужно?',
  'check.loss-for-targets': 'Подходит ли функция потерь к целям?',
  'check.output-reach': 'Достаёт ли выходная активация до целей?',
  'check.output-variety': 'Дают ли разные входы разные ответы?',
  'check.output-certainty': 'Не слишком ли уверены ответы для таких потерь?',
  'check.dead-layers': 'Не много ли в слое мёртвых единиц?',
  'check.saturated-layers': 'Не стоят ли скрытые значения на пределах активации?',
  'check.gradient-flow': 'Сохраняют ли градиенты величину от последнего слоя к первому?',
  'check.initial-weights': 'Подходящий ли у весов начальный разброс?',
  'check.linear-net': 'Есть ли между слоями функции активации?',
  'check.narrow-layer': 'Нет ли слоя намного уже соседних?',
  'check.normalization': 'Не хватает ли глубокой сети слоёв нормализации?',
  'check.norm-of-batches': 'Достаточно ли примеров у статистики BatchNorm?',
  'check.modes-apart': 'Не дороже ли тот же батч в режиме eval?',
  'check.training-mode': 'В своём ли режиме идёт каждая фаза?',
  'check.weights-held': 'Держит ли оптимизатор все веса и движет ли ими?',
  'check.gradients-cleared': 'Сбрасываются ли градиенты между шагами?',
  'check.steps-tried': 'Дают ли шаги то, что обещают градиенты?',
  'check.rate-died': 'Не кончает ли расписание учёбу раньше обучения?',
  'check.target-order': 'Не идут ли целевые числа по порядку?',
  'check.update-size': 'Насколько велик шаг по сравнению с весами?',
  'check.first-non-finite': 'Что первым перестало быть конечным?',
  'check.optimizer-fit': 'Подходит ли оптимизатор к тому, что обучает?',
  'check.steps-an-epoch': 'Достаточно ли шагов в эпохе?',
  'check.resumed-state': 'Вернулось ли состояние оптимизатора?',
  'check.dropout-cost': 'Какую часть потерь на обучении даёт dropout?',
} as const satisfies Readonly<Record<keyof typeof english, string>>
