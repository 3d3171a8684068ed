import { Controller, Get, Header, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import type { Page } from '../kernel/page.js';
import { CurrentLocale, CurrentRequest, Parent } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { changerOf } from './details.controller.js';
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
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page> {
    return myDataPage(await this.queries.of(changerOf(request), locale.language), locale);
  }

  @Get('/:lang/mina-kurser/mina-data.json')
  @Parent()
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="mina-data.json"')
  @Header('cache-control', 'no-store')
  async download(
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<string> {
    const data = await this.queries.of(changerOf(request), locale.language);
    return `${JSON.stringify(data, null, 2)}\n`;
  }
}
