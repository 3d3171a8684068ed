import { Controller, Get, Header, UseGuards } from '@nestjs/common';

import type { Page } from '../kernel/page.js';
import { CurrentLocale, CurrentParent, Parent } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { FreshSignIn } from './fresh-sign-in.guard.js';
import { MyDataQueries } from './my-data.queries.js';
import { myDataPage } from './my-data.view.js';

/** All that is kept about a person: a page to print, and a file for other programs. */
@Controller()
@UseGuards(FreshSignIn)
export class MyDataController {
  constructor(private readonly queries: MyDataQueries) {}

  @Get('/:lang/mina-kurser/mina-data')
  @Parent()
  async show(
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    return myDataPage(await this.queries.of(participantId, locale.language), locale);
  }

  @Get('/:lang/mina-kurser/mina-data.json')
  @Parent()
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="mina-data.json"')
  @Header('cache-control', 'no-store')
  async download(
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<string> {
    const data = await this.queries.of(participantId, locale.language);
    return `${JSON.stringify(data, null, 2)}\n`;
  }
}
