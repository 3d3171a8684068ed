import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { ActionPlanQueries } from '../action-plan/action-plan.queries.js';
import { Page } from '../kernel/page.js';
import { linesUnder } from '../library/help-line.rules.js';
import { HelpLines } from '../library/help-lines.service.js';
import type { LibraryItemText } from '../library/library-item.entity.js';
import { LibraryQueries, type FoundItem } from '../library/library.queries.js';
import { showable, textToShow } from '../library/library.rules.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { presentLibraryItem } from './library-item.view.js';

/** One item of the library. */
@Controller()
export class LibraryItemController {
  constructor(
    private readonly library: LibraryQueries,
    private readonly plans: ActionPlanQueries,
    private readonly helpLines: HelpLines,
  ) {}

  @Get('/:lang/kunskapsbank/:slug')
  @Public()
  async item(@Param('slug') slug: string, @CurrentLocale() locale: Locale): Promise<Page> {
    const found = await this.find(slug);
    const text = textToShow(found.texts, locale.language, found.item.sensitive);
    return this.page(found, text, locale.language, locale);
  }

  /** The text in a language of its own, whatever the language of the menus. */
  @Get('/:lang/kunskapsbank/:slug/:sprak')
  @Public()
  async itemIn(
    @Param('slug') slug: string,
    @Param('sprak') language: string,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    const found = await this.find(slug);
    const text = showable(found.texts, found.item.sensitive).find(
      (candidate) => candidate.language === language,
    );
    if (text === undefined) throw new NotFoundException();
    return this.page(found, text, language, locale);
  }

  private async find(slug: string): Promise<FoundItem> {
    const found = await this.library.item(slug);
    if (found === null) throw new NotFoundException();
    return found;
  }

  private async page(
    found: FoundItem,
    text: LibraryItemText,
    wanted: string,
    locale: Locale,
  ): Promise<Page> {
    const measures = await this.plans.measuresForItem(found.item.id);
    const lines = linesUnder(found.item.topic, this.helpLines.all());
    const model = presentLibraryItem({ found, text, wanted, lines, measures }, locale);
    const title = model.tabTitle;
    const { sensitive } = found.item;
    const breadcrumbs = [
      { label: locale.t('library:title'), href: locale.href('/kunskapsbank') },
      { label: title, href: '', lang: text.language },
    ];
    return new Page(
      'site/library-item',
      {
        title,
        titleLang: text.language,
        section: 'library',
        breadcrumbs,
        quickExit: model.quickExit,
        noStore: sensitive,
        ...(!sensitive && { description: text.summary }),
      },
      model,
    );
  }
}
