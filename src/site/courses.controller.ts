import { Controller, Get, Header, NotFoundException, Param, Query } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Page, type Crumb } from '../kernel/page.js';
import { HelpLines } from '../library/help-lines.service.js';
import { Config } from '../platform/config/config.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { hidesDetails } from '../programmes/programme.rules.js';
import { calendarOf } from '../rounds/calendar.rules.js';
import { capitalised } from '../rounds/round-words.rules.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { CATALOGUE_PARAMETERS, readCatalogueFilters } from './catalogue.form.js';
import { presentCatalogue } from './catalogue.view.js';
import { courseHead } from './course-head.view.js';
import { presentHelpBand } from './help-band.view.js';
import { presentProgramme } from './programme.view.js';
import { RoundPageQueries, type RoundRows } from './round-page.queries.js';
import { presentRound } from './round.view.js';
import { presentStart } from './start.view.js';

const SOON = 3;

/** What anybody may read about the courses: start, catalogue, a programme, a round and its calendar. */
@Controller()
export class CoursesController {
  constructor(
    private readonly catalogue: CatalogueQueries,
    private readonly pages: RoundPageQueries,
    private readonly helpLines: HelpLines,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('/:lang')
  @Public()
  async start(@CurrentLocale() locale: Locale): Promise<Page> {
    const soon = await this.catalogue.startingSoon(SOON, locale.language);
    const phones = presentHelpBand(locale, this.helpLines.all());
    const model = presentStart(locale, soon, phones, this.clock.now());
    const title = locale.t('site:start.title');
    return new Page(
      'site/start',
      { title, description: locale.t('site:start.description') },
      model,
    );
  }

  @Get('/:lang/kurser')
  @Public({ query: CATALOGUE_PARAMETERS })
  async courses(
    @CurrentLocale() locale: Locale,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const filters = readCatalogueFilters(query);
    const rows = await this.catalogue.page(filters, locale.language);
    const facts = { filters, rows, now: this.clock.now(), phone: this.config.supportPhone };
    return new Page(
      'site/catalogue',
      {
        title: locale.t('site:catalogue.title'),
        section: 'courses',
        description: locale.t('site:catalogue.lead'),
      },
      presentCatalogue(locale, facts),
    );
  }

  @Get('/:lang/kurser/:programme')
  @Public()
  async programme(
    @CurrentLocale() locale: Locale,
    @Param('programme') slug: string,
  ): Promise<Page> {
    const rows = await this.pages.programme(slug, locale.language);
    if (rows === null) throw new NotFoundException();
    const view = presentProgramme(locale, rows, this.clock.now(), this.config.supportPhone);
    const { text: label, lang } = view.name;
    const crumbs = [courses(locale), { label, lang, href: '' }];
    return new Page('site/programme', courseHead(locale, rows.programme, view.name, crumbs), view);
  }

  @Get('/:lang/kurser/:programme/:round')
  @Public()
  async round(
    @CurrentLocale() locale: Locale,
    @Param('programme') programmeSlug: string,
    @Param('round') slug: string,
  ): Promise<Page> {
    const rows = await this.found(programmeSlug, slug, locale);
    const view = presentRound(locale, rows, this.clock.now());
    const crumbs = [courses(locale), view.about, roundCrumb(rows, locale)];
    const head = courseHead(locale, rows.programme, view.title, crumbs, rows.offered);
    return new Page('site/round', head, view);
  }

  @Get('/:lang/kurser/:programme/:round/kalender.ics')
  @Public()
  @Header('content-type', 'text/calendar; charset=utf-8; method=PUBLISH')
  @Header('content-disposition', 'attachment; filename="traffar.ics"')
  async calendar(
    @CurrentLocale() locale: Locale,
    @Param('programme') programmeSlug: string,
    @Param('round') slug: string,
  ): Promise<string> {
    const { programme, offered, meetings } = await this.found(programmeSlug, slug, locale);
    const { round } = offered;
    if (hidesDetails(programme) || round.state !== 'published') throw new NotFoundException();
    const { venue } = round;
    const place = round.showPlace && venue ? `${venue.name}, ${venue.address}` : null;
    return calendarOf(meetings, {
      title: locale.t('site:calendar.meeting'),
      place,
      host: new URL(this.config.baseUrl).host,
      now: this.clock.now(),
    });
  }

  private async found(programmeSlug: string, slug: string, locale: Locale): Promise<RoundRows> {
    const rows = await this.pages.round(programmeSlug, slug, locale.language);
    if (rows === null) throw new NotFoundException();
    return rows;
  }
}

function roundCrumb({ offered: { text } }: RoundRows, locale: Locale): Crumb {
  return { label: capitalised(locale, text.label), lang: text.language, href: '' };
}

function courses(locale: Locale): Crumb {
  return { label: locale.t('site:catalogue.title'), href: locale.href('/kurser') };
}
