// Russian sentences of the room `cli`.

import type { cli as english } from '../en/cli.ts'

export const cli = {
  'cli.about': 'Доктор для обучения нейросетей: почему у меня такие потери?',
  'cli.help.version': 'показать версию',
  'cli.help.help': 'показать эту справку',
  'cli.help.command': 'показать справку по команде',
  'cli.help.after': `

Примеры:
  whyloss diagnose train.log                    почему потери такие?
  python train.py 2>&1 | whyloss diagnose       то же самое из конвейера
  whyloss run -- python train.py                то же вживую, пока идёт обучение
  whyloss diagnose runs/                        все запуски в папке
  whyloss audit --train a.csv --val b.csv       данные и их разбиение, до обучения или вместе с ним
  whyloss verify -- python train.py             попробовать лечение и доказать его на новых зёрнах
  whyloss explain learning-rate-too-high        что это, как узнать, что делать

Пока нет команд: serve, compare, mcp.`,
  'cli.diagnose': 'прочитать то, что уже записано (лог, папку запусков, вставленный вопрос), и назвать причины',
  'cli.diagnose.paths': 'логи, файлы событий, истории или папки; - или ничего для стандартного ввода',
  'cli.diagnose.format': 'text, json, html или md (по умолчанию по расширению --out, иначе text)',
  'cli.diagnose.json': 'то же, что --format json',
  'cli.diagnose.out': 'записать в этот файл, а не в стандартный вывод',
  'cli.diagnose.lang': 'язык: en, zh или ru (по умолчанию из локали)',
  'cli.diagnose.fact': 'сообщить факт, которого нет в записи, или исправить его; можно повторять',
  'cli.diagnose.failOn':
    'завершиться с кодом 1, если неполадка доказана (strong) или хотя бы вероятна (по умолчанию never)',
  'cli.diagnose.listUnchecked': 'перечислить все вопросы, которые нельзя было задать, и чего для них не хватает',
  'cli.diagnose.last': 'только последние <count> из нескольких запусков',
  'cli.diagnose.follow': 'продолжать, пока файлы растут; итоговый отчёт по Ctrl-C или по окончании всех записей',
  'cli.diagnose.after': `

Примеры:
  whyloss diagnose train.log
  whyloss diagnose runs/ --json --out report.json
  whyloss diagnose runs/ --out report.html             одна страница: смотреть, отправить, напечатать
  whyloss diagnose train.log --fact learning_rate=0.01 --fact classes=10
  whyloss diagnose train.log --fail-on strong          для скрипта или CI
  whyloss diagnose .whyloss/2026-01-31T12-00-00 --follow    запись, пока она ведётся
  whyloss diagnose                                     вставить и нажать Ctrl-D

Коды выхода:
  0  ответ получен, в порядке обучение или нет
  1  найдена неполадка, и --fail-on просил об этом
  2  вход не прочитан, или ошибся сам whyloss
  3  данных слишком мало для заключения`,
  'cli.run': 'запустить команду и наблюдать за её обучением вживую, не меняя ни строки кода',
  'cli.run.command': 'команда, как её вызывают без whyloss; -- перед ней отделяет её параметры',
  'cli.run.out': 'папка для записи и отчёта (по умолчанию .whyloss/<время>)',
  'cli.run.format': 'text печатается в конце; json, html и md становятся файлами в этой папке (по умолчанию text)',
  'cli.run.failOn':
    'завершиться с кодом 1, если команда удалась, а неполадка доказана (strong) или хотя бы вероятна (по умолчанию never)',
  'cli.run.stopOn': 'fatal: прервать команду, если потери больше не число, ушли безвозвратно или веса не двигаются',
  'cli.run.webhook': 'в конце отправить результат в JSON по этому адресу',
  'cli.run.after': `

Примеры:
  whyloss run -- python train.py --lr 0.1
  whyloss run --stop-on fatal -- torchrun --nproc_per_node 2 train.py
  whyloss run --out runs/7 --fail-on strong -- bash train.sh
  whyloss run -- ./train                               не Python: читается то, что она печатает

Стандартный вывод принадлежит только команде; whyloss пишет в стандартный поток ошибок.

Коды выхода:
  код самой команды, или 128 и номер сигнала, который её завершил
  1    команда удалась, найдена неполадка, и --fail-on просил об этом
  2    whyloss вызван неверно
  4    команда прервана, как просил --stop-on
  126  команду нельзя выполнить
  127  команда не найдена`,

  'cli.explain': 'подробно объяснить причину, проверку или формат; без имени перечислить все',
  'cli.explain.name': 'id причины, проверки или формата, как он напечатан в отчёте',
  'cli.explain.format': 'text или md (по умолчанию text)',
  'cli.paste': 'Вставьте лог или вопрос, затем нажмите Enter и Ctrl-D.',
  'cli.stdin': 'стандартный ввод',
  'cli.reading': 'чтение {path}',
  'cli.wrote': 'Записано: {path} ({size}).',
  'cli.run.wrote': 'запись и отчёт в папке {folder}; whyloss diagnose {folder} прочтёт их снова.',
  'cli.run.stopped': 'команда прервана, как просит --stop-on: {line}',
  'cli.run.elsewhere': 'создать папку здесь нельзя; запись в {folder}.',
  'cli.run.cut': 'команда напечатала больше, чем сохраняется: не сохранено {size}.',
  'cli.run.webhook.failed': 'отправить результат не удалось ({reason}).',
  'cli.run.failed': 'наблюдение не удалось ({reason}); команда не пострадала.',

  'cli.error.line': 'whyloss: {message}',
  'cli.error.planned': 'команды {name} пока нет.',
  'cli.error.format.unknown': 'формата {name} нет; есть text, json, html и md.',
  'cli.error.language.unknown': 'языка {name} нет; есть en, zh и ru.',
  'cli.error.failOn.unknown': '--fail-on принимает strong, likely или never, а не {name}.',
  'cli.error.fact.shape': '--fact принимает NAME=VALUE, а не {given}.',
  'cli.error.fact.unknown': 'факта {name} нет; ближайший по имени: {nearest}.',
  'cli.error.fact.value':
    '--fact {name} принимает {kind, select, number {число} count {целое число не меньше 0} share {долю от 0 до 1} yes {true или false} range {два числа: LOW,HIGH} numbers {числа через запятую} words {слова через запятую} text {слово} other {одно из: {kind}}}, а не {value}.',
  'cli.error.last': '--last принимает целое число от 1, а не {given}.',
  'cli.error.follow.stdin': '--follow принимает файлы и папки, а не стандартный ввод.',
  'cli.error.run.nothing': 'команде run нужна команда: whyloss run -- python train.py',
  'cli.error.run.not-found': '{name}: такой команды нет.',
  'cli.error.run.not-executable': '{name}: нельзя выполнить.',
  'cli.error.stopOn.unknown': '--stop-on принимает fatal, а не {name}.',
  'cli.error.webhook': '--webhook принимает адрес, который начинается с http:// или https://, а не {address}.',
  'cli.error.page': 'страница не собрана; сначала выполните `npm run build`.',
  'cli.error.out': 'не удалось записать {path} ({reason}).',
  'cli.error.command.path': '{name} не команда. Возможно, нужно: whyloss diagnose {name}',
  'cli.error.command.unknown': 'команды {name} нет; whyloss --help покажет все.',
  'cli.error.option.unknown': 'параметра {name} нет{nearest, select, none {} other {; ближайший: {nearest}}}.',
  'cli.error.option.value': 'параметру {name} нужно значение.',
  'cli.error.explain.unknown': 'причины, проверки или формата {name} нет; ближайшая по имени: {nearest}.',
  'cli.error.explain.format': 'explain выводит text или md, а не {name}.',
  'cli.error.slurm.missing': 'не найдена команда {name}; для --runner slurm на этой машине нужны команды Slurm.',
  'cli.error.slurm.refused': 'Slurm отклонил задания: {sentence}',
  'cli.error.slurm.never':
    'задание {job} с такими требованиями никогда не запустится; причина по словам Slurm: {reason}.',
  'cli.error.slurm.unseen':
    'задание {job} работает или уже завершилось на узле {node}, но в {folder} не видно ничего из того, что оно записало; папка должна лежать на диске, общем для этой машины и узлов.',
  'cli.error.slurm.failed':
    'задание {job} завершается, не начав обучения ({state}, узел {node}); его вывод лежит в {logs}. Папка эксперимента и сам whyloss должны быть видны с узлов.',
  'cli.error.slurm.option': '--slurm не принимает {name}: это значение whyloss задаёт сам.',
  'cli.error.trial.folder': 'в {folder} нет пробы, или с этой машины папка не видна.',
  'cli.error.usage': '{message}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
