import { beforeAll, describe, expect, it } from '@jest/globals';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { Translations } from '../../src/platform/web/translations.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { fillIn, formOf, mailsTo, openRound, proofFor } from '../support/enrolling.js';
import type { FilledForm } from '../support/filled-form.js';
import { addStaff } from '../support/group.js';
import { wordsOf } from '../support/page-words.js';
import type { SeenPage } from '../support/seen-page.js';

/** Proper names, and what was typed: they are written alike in every language. */
const NAMES =
  /Familjepeppen|Umeå( kommun)?|Väven|Björken|Storgatan 46 A|Karin|tisdagar|Träff|\S+@\S+|7K2M-9QXA|[2-9A-Z]{4}-?[2-9A-Z]{2,4}\b/g;

describeOnBothDatabases('In another language', (database) => {
  const story = useApp(database);

  beforeAll(() =>
    story.db().transaction(async (em) => {
      const leaders = [await addStaff(em, 'Karin', 'leader')];
      await openRound(em, { slug: 'tisdagar', leaders });
    }),
  );

  /** Presses the language switch, which belongs to the form without standing in it. */
  async function switchTo(page: SeenPage, form: FilledForm, language: string): Promise<SeenPage> {
    const buttons = page.$(`button[name=switchLanguage][value=${language}]`);
    expect(buttons.length).toBeGreaterThan(0);
    for (const button of buttons.toArray()) {
      expect(page.$(button).attr('form')).toBe(page.$('main form').attr('id'));
      expect(page.$(button).attr('formnovalidate')).toBeDefined();
    }
    const target = buttons.first().attr('formaction') ?? '';
    const fields: [string, string][] = [...form.fields(), ['switchLanguage', language]];
    return story.visitor().fromOwnPage(target, { method: 'POST', fields });
  }

  describe('the form', () => {
    it('keeps what was typed when the language is switched, and does not complain yet', async () => {
      const page = await story.visitor().get(formOf('tisdagar'));
      const typed = fillIn(page, { firstName: 'Åsa' })
        .fill('Efternamn (frivilligt)', 'O’Brien <b>')
        .fill('Mobilnummer (frivilligt)', '٠٧٠')
        .choose('13–18 år')
        .choose('familjehemsförälder')
        .choose('Jag behöver tolk')
        .fill('Vilket språk, och gärna dialekt?', 'badini')
        .choose('spelar ingen roll');
      const english = await switchTo(page, typed, 'en');
      expect([english.status, english.path]).toEqual([200, formOf('tisdagar', 'en')]);
      expect([english.heading, english.errors]).toEqual(['Enrol in The course tisdagar', []]);
      const arabic = await switchTo(english, english.form('Send enrolment'), 'ar');
      expect(arabic.$('html').attr('dir')).toBe('rtl');
      const back = await switchTo(arabic, arabic.form('أرسل التسجيل'), 'sv');
      expect(back.form('Skicka anmälan').fields()).toEqual(typed.fields());
      expect(back.form('Skicka anmälan').value('Efternamn (frivilligt)')).toBe('O’Brien <b>');
      expect(await story.db().read.count(Enrolment)).toBe(0);
    });

    it('keeps it from a page with errors too, and on the call-me page', async () => {
      const page = await story.visitor().get(formOf('tisdagar'));
      const wrong = await page.form('Skicka anmälan').fill('E-postadress', 'a@b').submit();
      const english = await switchTo(wrong, wrong.form('Skicka anmälan'), 'en');
      expect([english.status, english.$('#email').attr('value')]).toEqual([200, 'a@b']);
      const call = await story.visitor().get('/sv/ring-mig');
      const form = call.form('Ring mig').fill('När passar det att vi ringer?', 'aldrig');
      const arabic = await switchTo(call, form, 'ar');
      expect([arabic.status, arabic.$('#whenToCall').attr('value')]).toEqual([200, 'aldrig']);
    });
  });

  it('pages link to themselves in the other languages, filters and all', async () => {
    const page = await story.visitor().get('/sv/kurser?alder=3-6&dag=2');
    const english = await page.follow('English');
    expect(english.path).toBe('/en/kurser?alder=3-6&dag=2');
    expect(english.$('html').attr('lang')).toBe('en');
    expect(
      page.$('link[rel=alternate][hreflang=ar]').length + page.$('a[hreflang=ar]').length,
    ).toBeGreaterThan(0);
    const home = await story.visitor({ languages: 'ar-SY,ar;q=0.9,en;q=0.5' }).get('/');
    expect(home.path).toBe('/ar');
    expect((await story.visitor({ languages: 'fi' }).get('/')).path).toBe('/sv');
  });

  it('Arabic leads from the start page to the seat, with no Swedish that does not say so', async () => {
    const browser = story.visitor();
    const arabic = story.app().get(Translations).locale('ar');
    const seen: SeenPage[] = [];
    const see = (page: SeenPage) => {
      seen.push(page);
      return page;
    };
    const start = see(await browser.get('/ar'));
    const catalogue = see(await start.follow('الدورات'));
    expect(catalogue.text).toContain('باللغة السويدية');
    const round = see(await catalogue.follow('الدورة tisdagar، الربيع في Väven'));
    const form = see(await browser.get(`${round.path}/anmalan`));
    for (const id of ['email', 'phone']) expect(form.$(`#${id}`).attr('dir')).toBe('ltr');
    see(await form.press('أرسل التسجيل'));
    const codePage = see(
      await form
        .form('أرسل التسجيل')
        .fill('الاسم الأول', 'أمينة')
        .fill('البريد الإلكتروني', 'amina@exempel.test')
        .fill('رقم الجوال (اختياري)', '٠٧٠-١٢٣ ٤٥ ٦٧')
        .choose(arabic.t('enrolments:form.childAge.3-6'))
        .choose('أب أو أم')
        .choose('أحتاج إلى رعاية الأطفال أثناء اللقاءات')
        .fill('كم عدد الأطفال؟', '٢')
        .fill('كم أعمارهم؟', '٣ و ٥')
        .submit(),
    );
    expect(codePage.path).toBe(`${formOf('tisdagar', 'ar')}/kod`);
    expect(codePage.$('#code').attr('dir')).toBe('ltr');
    expect(codePage.$('bdi[dir=ltr]').text()).toContain('amina@exempel.test');
    const { code, link } = await proofFor(story.app(), 'amina@exempel.test');
    expect(link).toMatch(/^\/ar\/bekrafta\//);
    see(await story.visitor().get(link));
    const type = (typed: string) =>
      codePage.form('أكّد تسجيلي').fill('الرمز من الرسالة', typed).submit();
    see(await type('AAAA-AAAA'));
    const digits = code.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
    const place = see(await type(digits));
    expect(place.heading).toBe('لديك مكان');
    expect(place.text).toMatch(/الثلاثاء،? 23 مارس 2027/);
    see(await place.follow('دوراتي'));
    const row = await story.db().read.findOneByOrFail(Enrolment, { email: 'amina@exempel.test' });
    expect(row).toMatchObject({
      phone: '0701234567',
      language: 'ar',
      childCareCount: 2,
      state: 'confirmed',
    });
    const mails = await mailsTo(story.app(), 'amina@exempel.test');
    for (const mail of mails) {
      expect([mail.language, mail.html]).toEqual([
        'ar',
        expect.stringContaining('<html lang="ar" dir="rtl">'),
      ]);
      expect(latinWords(mail.text.replace(/https?:\S+/g, ''))).toEqual([]);
    }
    expect(mails[1]?.text).toMatch(/الثلاثاء،? 23 مارس.* 17:30/);
    see(await (await place.press('تسجيل الخروج')).follow('دوراتي'));
    const call = see(await form.follow('هل يقرأ شخص آخر بريدك؟ إذن نتصل بك هاتفيًا'));
    see(await call.press('اتصلوا بي'));
    see(await browser.get('/ar/finns-inte'));
    for (const page of seen) {
      expect([page.path, page.$('html').attr('lang'), page.$('html').attr('dir')]).toEqual([
        page.path,
        'ar',
        'rtl',
      ]);
      const left = wordsOf(page.$)
        .filter(({ language }) => language === 'ar')
        .flatMap(({ text }) => latinWords(text));
      expect([page.path, left]).toEqual([page.path, []]);
      expect(page.text).not.toMatch(/[٠-٩۰-۹]/);
    }
  });

  it('English says times by the clock of the country and in its own words', async () => {
    const browser = story.visitor();
    const form = await browser.get(formOf('tisdagar', 'en'));
    const codePage = await form
      .form('Send enrolment')
      .fill('First name', 'Grace')
      .fill('E-mail address', 'grace@exempel.test')
      .choose(story.app().get(Translations).locale('en').t('enrolments:form.childAge.3-6'))
      .submit();
    const { code } = await proofFor(story.app(), 'grace@exempel.test');
    const place = await codePage
      .form('Confirm my enrolment')
      .fill('Code from the e-mail', code)
      .submit();
    expect(place.heading).toBe('You have a place');
    expect(place.text).toMatch(/Tuesdays 17:30–19:30.*Tuesday,? 23 March 2027.*in Swedish/i);
    const mails = await mailsTo(story.app(), 'grace@exempel.test');
    expect(mails[1]?.text).toMatch(/Tuesday,? 23 March.* 17:30–19:30/);
    expect(mails[0]?.html).toContain('<html lang="en" dir="ltr">');
  });
});

/** What is written in Latin letters, proper names left out. */
function latinWords(text: string): string[] {
  return text.replace(NAMES, ' ').match(/\p{Script=Latin}{2,}/gu) ?? [];
}
