import { MoreThan } from 'typeorm';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { ActCount } from '../../src/platform/web/session/act-count.entity.js';
import type { RunningApp } from './app.js';
import { mailsTo } from './enrolling.js';
import { addStaff } from './group.js';
import { answerLink, queued, roundFrom } from './queueing.js';

/** What stories about offered seats do again and again. */
export function offering(story: RunningApp) {
  const newRound = async (slug: string, first = '2027-03-23', capacity = 1, discreet = false) => {
    await story.db().transaction((em) => em.delete(ActCount, { id: MoreThan(0) }));
    return story.db().transaction((em) => roundFrom(em, slug, first, { capacity, discreet }));
  };
  const address = (name: string) => `${name}@exempel.test`;
  const mails = async (name: string) =>
    (await mailsTo(story.app(), address(name))).map(({ text }) => text);
  const link = (name: string) => answerLink(story.app(), address(name));
  const rowOf = (name: string) =>
    story.db().read.findOneByOrFail(Enrolment, { email: address(name) });
  const offersTo = async (name: string) =>
    story.db().read.find(SeatOffer, {
      where: { enrolmentId: (await rowOf(name)).id },
      order: { id: 'ASC' },
    });
  const wait = (slug: string, firstName: string) => queued(story, slug, { firstName });
  const opened = async (name: string) => story.visitor().get(await link(name));
  const coordinator = () => story.db().transaction((em) => addStaff(em, `Siv${Math.random()}`));
  return { newRound, address, mails, link, rowOf, offersTo, wait, opened, coordinator };
}
