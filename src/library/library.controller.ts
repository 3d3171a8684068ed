import { Controller, Get, Query } from '@nestjs/common';
import { Page } from '../kernel/page.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { LIBRARY_PARAMETERS, readLibraryFilter } from './library-filter.form.js';
import { LibraryQueries } from './library.queries.js';
import { presentLibrary } from './library.view.js';

/** The list of everything there is to read. */
@Controller()
export class LibraryController {
  constructor(private readonly library: LibraryQueries) {}

  @Get('/:lang/kunskapsbank')
  @Public({ query: LIBRARY_PARAMETERS })
  async list(
    @Query() query: Record<string, unknown>,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    const filter = readLibraryFilter(query);
    const model = presentLibrary(await this.library.list(filter, locale.language), filter, locale);
    const description = locale.t('library:description');
    return new Page(
      'library/list',
      { title: model.title, section: 'library', description, noIndex: filter.search !== '' },
      model,
    );
  }
}
