// Russian sentences around trials: the command, its progress, its verdicts and why they are what they are.

import type { trials as english } from '../en/trials.ts'

export const trials = {
  'cli.verify': 'доказать причину и лечение опытом: обучить заново со средством, рядом с контролем, на новых зёрнах',
  'cli.verify.words': '[причина] -- команда, которая обучает',
  'cli.verify.budget':
    'сколько могут занять все пробы: 10m, 2h, обучений: 30x или шагов: 50000steps (по умолчанию: 20x)',
  'cli.verify.knob': 'флаг скрипта, который что-то задаёт: lr=--lr, batch_size=--bs, width=--hidden=64, seed=--seed',
  'cli.verify.jobs': 'сколько проб идёт сразу (по умолчанию: сколько позволяют ядра, GPU и память)',
  'cli.verify.resume': 'продолжить прерванный опыт (по умолчанию: последний в .whyloss)',
  'cli.verify.runner': 'local или slurm',
  'cli.verify.slurm': 'другие параметры sbatch: "--partition=gpu --gres=gpu:1"',
  'cli.verify.cap':
    'в Slurm: сколько времени процессоров и GPU могут занять все пробы вместе: 20h (по умолчанию: без предела)',
  'cli.verify.folder': 'папка для проб и их записей (по умолчанию: .whyloss/ВРЕМЯ)',
  'cli.verify.after': `
Примеры:
  whyloss verify -- python train.py
  whyloss verify learning-rate-too-high --budget 10m -- python train.py
  whyloss verify --knob lr=--lr --knob batch_size=--bs -- python train.py --lr 0.1
  whyloss verify --runner slurm --slurm "--partition=main" -- python train.py
  whyloss verify --resume

Скрипт и файлы остаются как есть: каждая проба идёт в копии этой папки, а изменения делаются внутри её процесса.
Средство подтверждено, если с ним обучение лучше, чем без него, не меньше чем на пяти новых зёрнах.
`,
  'cli.error.verify.nothing': 'команде verify нужна команда, которая обучает: whyloss verify -- python train.py',
  'cli.error.verify.cause':
    'причины {name} нет{nearest, select, none {} other {; возможно, {nearest}}}. Список даёт whyloss explain.',
  'cli.error.verify.budget':
    'бюджет — это время, например 10m или 2h, число обучений, например 30x, или шагов, например 50000steps, а не {text}.',
  'cli.error.verify.jobs': '--jobs — целое число от 1, а не {text}.',
  'cli.error.verify.knob':
    'в --knob указывают, что задаёт флаг: --knob lr=--lr или --knob width=--hidden=64, а не {text}.',
  'cli.error.verify.runner': 'пробы идут на local или slurm, а не на {name}.',
  'cli.error.verify.resume': 'в {path} нет опыта, который можно продолжить; начните: whyloss verify -- python train.py',
  'cli.error.verify.folder':
    'в папке {path} лежит другой опыт; продолжите его через whyloss verify --resume {path} или выберите другую папку.',
  'cli.error.verify.crashed':
    'обучение падает и само по себе, пробовать средства не на чем: {error}. Его вывод — в {path}',
  'cli.error.verify.silent':
    'обучение закончилось, но прочесть его функцию потерь не удалось, и сравнивать нечего. Печатайте её каждую эпоху или считайте в PyTorch или Keras: whyloss run -- КОМАНДА покажет, что видно.',
  'cli.error.verify.stepless':
    'шаги этого обучения не видны: задайте --budget временем (10m) или числом обучений (30x).',
  'cli.error.verify.small':
    'бюджета {budget} мало: одно обучение за это время не закончилось. Выводов нет; увеличьте его через --budget.',
  'cli.error.verify.early':
    'остановлено до конца первого обучения: выводов нет. whyloss verify --resume начнёт его заново.',
  'cli.verify.kept': 'Пробы лежат в {path}. Продолжить: whyloss verify --resume {path}',
  'cli.verify.stopping': 'останавливаю пробы; законченные сохранены. Ещё раз Ctrl-C — выйти сразу.',
  'cli.verify.page': 'Страница со всеми пробами: {path}',

  'trial.progress.baseline': 'одно обучение как есть',
  'trial.progress.screen': 'пробую средства на одном зерне',
  'trial.progress.confirm': 'проверяю лучшее на новых зёрнах',
  'trial.progress.line':
    '{phase}: {running} ({done, plural, one {готова # проба} few {готовы # пробы} many {готово # проб} other {готово # пробы}}, осталось не больше {left})',
  'trial.progress.best': 'лучшее пока {change}: {name} {value, number}, как есть было {own, number}',
  'trial.change.none': 'как есть',
  'trial.change.seed': '{change}, зерно {seed}',

  'trial.summary.verified':
    'Подтверждено: {cause}. Со средством обучение лучше, чем {against, select, rate {с одним лишь подобранным шагом обучения} other {как есть}}, на {pairs, plural, one {# новом зерне} few {# новых зёрнах} many {# новых зёрнах} other {# новых зёрнах}}.',
  'trial.summary.kept':
    'Оставьте как есть: {tried, plural, =0 {пробовать было нечего} one {# испробованное средство не лучше} few {ни одно из # испробованных средств не лучше настолько, чтобы менять} many {ни одно из # испробованных средств не лучше настолько, чтобы менять} other {ни одно из # испробованных средств не лучше настолько, чтобы менять}}.',
  'trial.summary.undecided': 'Не решено: ни одно средство не подтверждено, и не все отвергнуты.',
  'trial.summary.nothing': 'Не решено: ничего из того, что советует диагноз, отсюда не испробовать.',
  'trial.summary.cut': '{why, select, budget {Бюджет исчерпан} other {Опыт остановлен}} раньше, чем что-либо доказано.',
  'trial.test.for': 'Проверено: {test}. {shown} Это говорит за «{cause}», а не за «{other}».',
  'trial.test.open': 'Проверено: {test}. {shown} Это не отличает «{cause}» от «{other}».',
  'trial.test.share': 'Потери дошли до {share, number, percent} от начальных.',
  'trial.test.gain': 'Выигрыш по {name}: {better, select, down {{gain, number, percent}} other {{gain, number}}}.',
  'trial.reason.proven': 'на новых зёрнах лучше — больше, чем даёт случай, и достаточно, чтобы менять',
  'trial.reason.no-effect': 'на новых зёрнах не лучше',
  'trial.reason.too-small': 'выигрыш слишком мал, чтобы менять',
  'trial.reason.uncertain': 'зёрна слишком различаются между собой, чтобы судить',
  'trial.reason.few-pairs': 'проверено на слишком малом числе зёрен: другое средство не хуже',
  'trial.reason.budget': 'бюджет исчерпан',
  'trial.reason.not-better': 'на зерне скрипта не лучше',
  'trial.reason.rate-alone': 'не лучше, чем один лишь другой шаг обучения',
  'trial.reason.not-applied': 'изнутри процесса не применить: {error}',
  'trial.reason.crashed': 'с ним обучение падает: {error}',
  'trial.reason.memory': 'ему понадобилось больше чем вдвое больше памяти, чем обучению как есть: {error} МБ',
  'trial.reason.late': 'оно шло вчетверо дольше, чем обучение как есть: {error} с',
  'trial.reason.no-measure': 'мера не получена',
  'trial.reason.deaf-flag': 'скрипт не слушает свой флаг: на кривой не изменилась ни одна цифра',
  'trial.refused.no-optimizer': 'ни один оптимизатор не делает шагов',
  'trial.refused.no-loader': 'батчи нарезаны вручную',
  'trial.refused.no-layer': 'такого слоя нет',
  'trial.refused.no-loss': 'функция потерь написана вручную',
  'trial.refused.loaded': 'веса взяты из файла',
  'trial.refused.unknown-data': 'источник батчей изменить нельзя',
  'trial.refused.same': 'так уже и есть',
  'trial.refused.broken': 'сбой самого whyloss',
  'trial.refused.unsupported': 'в этом обучении невозможно',
  'trial.reason.other-meaning': 'меняет смысл потерь на обучении, а отложенных данных, по которым судить, нет',
  'trial.reason.by-hand': 'делается руками',
  'trial.note.unseeded': 'Скрипт не задаёт зерна, и его запуски различаются случайно; каждой пробе зерно дал whyloss.',
  'trial.note.own-loss':
    'Отложенных данных whyloss не видит; пробы сравниваются по {name}, а это ничего не говорит о новых данных.',
  'trial.note.other-meaning':
    'Некоторые средства меняют смысл потерь на обучении, и судить по ним нельзя. Пусть скрипт после каждой эпохи считает потери или оценку на отложенных данных.',
  'trial.note.unvalued': 'Неизвестно, чему сейчас равен {flag}; укажите это: --knob ИМЯ={flag}=ЗНАЧЕНИЕ.',
  'trial.note.by-hand':
    '{count, plural, one {# средство} few {# средства} many {# средств} other {# средства}} изнутри процесса не применить; можно через флаг скрипта: --knob ИМЯ=--ФЛАГ.',

  'check.tried-remedies': 'Подтвердилось ли какое-то средство на новых зёрнах или всё впустую?',
  'clear.tried-remedies':
    '{remedies, plural, one {Испробовано # средство, вывода нет} few {Испробованы # средства, вывода нет} many {Испробовано # средств, вывода нет} other {Испробовано # средства, вывода нет}}.',
  'claim.remedy-verified':
    'На {seeds, plural, one {# новом зерне} few {# новых зёрнах} many {# новых зёрнах} other {# новых зёрнах}} {metric} в конце {with, number} со средством и {without, number} без него.',
  'claim.remedy-in-vain':
    '{remedies, plural, one {# испробованное средство} few {# испробованных средства} many {# испробованных средств} other {# испробованного средства}} от этой причины обучения не улучшили.',
  'irrelevant.no-remedy-tried': 'ни одно средство не пробовали',
  'evidence.trial': 'пробы средств',
  'how.trial': 'Запустите whyloss verify с командой, которая обучает.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
