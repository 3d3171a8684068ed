import { ChildCare } from '../../src/enrolments/child-care.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import type { RunningApp } from './app.js';
import { addressOf, fillIn, formOf, mailsTo, openRound, proofFor, typeCode } from './enrolling.js';
import type { FilledForm } from './filled-form.js';
import type { Person } from './queueing.js';

const TICK = 'Jag behöver barnpassning under träffarna';

/** What stories about child care do again and again; it takes children from the age of three. */
export function caring(story: RunningApp) {
  const newRound = async (slug: string, places: number | null, capacity = 20) => {
    const { roundId } = await story.db().transaction((em) => openRound(em, { slug, capacity }));
    const round = { childCareFromAge: 3, childCarePlaces: places };
    await story.db().transaction((em) => em.update(Round, { id: roundId }, round));
    return roundId;
  };
  const withCare = (form: FilledForm, count: string, ages: string) =>
    form.choose(TICK).fill('Hur många barn?', count).fill('Hur gamla är de?', ages);
  const rowOf = (firstName: string) =>
    story.db().read.findOneByOrFail(Enrolment, { email: addressOf({ firstName }) });
  const careOf = async (firstName: string) =>
    story.db().read.findOneBy(ChildCare, { enrolmentId: (await rowOf(firstName)).id });
  const lastMail = async (firstName: string) =>
    (await mailsTo(story.app(), addressOf({ firstName }))).at(-1)?.text ?? '';

  /** Enrols with children, from the form to the page of the place. */
  const enrol = async (
    slug: string,
    firstName: string,
    count = '1',
    ages = '4',
    queue = false,
  ): Promise<Person> => {
    const browser = story.visitor();
    const button = queue ? 'Ställ mig på väntelistan' : 'Skicka anmälan';
    const form = fillIn(await browser.get(formOf(slug)), { firstName }, button);
    const codePage = await withCare(form, count, ages).submit();
    const { code } = await proofFor(story.app(), addressOf({ firstName }));
    return { browser, place: await typeCode(codePage, code) };
  };
  const again = ({ browser, place }: Person) => browser.get(place.path);
  return { newRound, withCare, rowOf, careOf, lastMail, enrol, again };
}
