import type { CivilDate } from '../kernel/civil-date.js';
import { civilDateAt } from '../kernel/instant.js';
import type { Admission } from '../programmes/programme.entity.js';
import type { Link } from '../platform/web/components/link.js';
import { table, type Cell, type Table } from '../platform/web/components/table.js';
import { tag, type Tag } from '../platform/web/components/tag.js';
import type { Locale } from '../platform/web/locale.js';
import { weekdayText } from '../rounds/round-words.rules.js';
import type { OfferedRound } from './catalogue.queries.js';
import { outlookOf, type RoundOutlook } from './work.rules.js';

/** A round by the name and the code that staff know it by, leading to its public page. */
export function roundLink({ programme, round }: OfferedRound, locale: Locale): Link {
  return {
    label: `${programme.text.name} · ${round.groupCode}`,
    href: locale.href(`/kurser/${programme.slug}/${round.slug}`),
  };
}

/** The next rounds with their seats in figures; null when there are none. */
export function presentComingRounds(
  rounds: readonly OfferedRound[],
  today: CivilDate,
  locale: Locale,
): Table | null {
  if (rounds.length === 0) return null;
  return table({
    id: 'coming-rounds',
    caption: locale.t('staff:work.rounds.title'),
    captionHidden: true,
    columns: [
      locale.t('staff:work.rounds.course'),
      locale.t('staff:work.rounds.time'),
      locale.t('staff:work.rounds.start'),
      locale.t('staff:work.rounds.seats'),
      locale.t('staff:work.rounds.state'),
    ],
    rows: rounds.map((offered) => rowOf(offered, today, locale)),
  });
}

function rowOf(offered: OfferedRound, today: CivilDate, locale: Locale): [Cell, ...Cell[]] {
  const { programme, round, seats } = offered;
  const { label, href } = roundLink(offered, locale);
  const taken = seats?.taken ?? 0;
  const { capacity, minParticipants: low } = round;
  const seatsText = locale.t('staff:work.rounds.taken', { taken, capacity });
  return [
    { kind: 'link', text: label, href },
    { kind: 'text', text: `${weekdayText(locale, round.weekday)} ${locale.time(round.startTime)}` },
    { kind: 'text', text: locale.dayAndMonth(civilDateAt(round.startsAt)) },
    { kind: 'seats', taken, capacity, low, text: seatsText },
    { kind: 'tag', tag: outlookTag(outlookOf(round, seats, today), programme.admission, locale) },
  ];
}

function outlookTag(outlook: RoundOutlook, admission: Admission, locale: Locale): Tag {
  switch (outlook.kind) {
    case 'too-few':
      return tag(locale.t('staff:work.rounds.tooFew'), 'danger');
    case 'waiting':
      return tag(
        locale.t(admission === 'talk' ? 'staff:work.rounds.talk' : 'staff:work.rounds.waiting', {
          count: outlook.waiting,
        }),
      );
    case 'full':
      return tag(locale.t('staff:work.rounds.full'));
    case 'few-left':
      return tag(locale.t('staff:work.rounds.fewLeft', { count: outlook.left }), 'warning');
    case 'free':
      return tag(locale.t('staff:work.rounds.free'), 'success');
  }
}
