// Russian sentences of the room `live`.

import type { live as english } from '../en/live.ts'

export const live = {
  'live.not-finite': '{metric} стал {is}',
  'live.diverged': '{metric} ушёл безвозвратно, с {first} до {last}',
  'live.not-moved':
    'ни один вес не сдвинулся за {looks, plural, one {# замер} few {# замера} many {# замеров} other {# замера}}',
  'live.line.fatal': '{named, select, yes {{run}, } other {}}{axis, select, epoch {эпоха} other {шаг}} {at}: {what}.',
  'live.line.fatal-because':
    '{named, select, yes {{run}, } other {}}{axis, select, epoch {эпоха} other {шаг}} {at}: {what}. Вероятнее всего: {cause} ({certainty}).',
  'live.line.fault':
    '{named, select, yes {{run}, } other {}}{axis, select, epoch {эпоха} other {шаг}} {at}: {cause} ({certainty}). {claim}',

  'live.none.inner': 'за командой наблюдал другой whyloss run внутри неё; его отчёт выше.',
  'live.shut':
    'Python запущен с {flag}, и средство записи в него не попадает: читается только то, что печатается. Уберите {flag} или добавьте в скрипт: import whyloss; whyloss.watch(model, optimizer)',
  'live.none.python':
    'ничего не записано: ни один Python 3.9 или новее здесь не обучал и не печатал, либо PYTHONPATH был задан заново. Тогда добавьте в скрипт: import whyloss; whyloss.watch(model, optimizer)',
  'live.none.shell':
    'ничего не записано: ни один Python 3.9 или новее в этой команде не обучал и не печатал. Если скрипт задаёт PYTHONPATH заново, добавьте в обучение: import whyloss; whyloss.watch(model, optimizer)',
  'live.none.untrained': 'обучения здесь не видно, и ничто из напечатанного не похоже на потери или метрику.',
  'live.none.text': 'ничто из напечатанного не похоже на потери или метрику.',
  'live.none.silent': 'команда ничего не напечатала, судить не о чем.',
  'live.none.unread':
    'прочитать ничего не удалось: команда пишет прямо в терминал. Направьте её вывод через cat, и напечатанное будет прочитано.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
