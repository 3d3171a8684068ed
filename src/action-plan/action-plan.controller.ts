import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { Page } from '../kernel/page.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { ActionPlanQueries } from './action-plan.queries.js';
import { presentMeasure } from './measure.view.js';
import { presentPlan } from './plan.view.js';
import { ServingQueries } from './serving.queries.js';

/** The plan for everybody to read. */
@Controller()
export class ActionPlanController {
  constructor(
    private readonly plans: ActionPlanQueries,
    private readonly serving: ServingQueries,
  ) {}

  @Get('/:lang/handlingsplan')
  @Public()
  async plan(@CurrentLocale() locale: Locale): Promise<Page> {
    const found = await this.plans.plan();
    const serving = await this.serving.of(found?.measures ?? [], locale.language);
    const model = presentPlan(found, serving, locale);
    const description = locale.t('plan:description');
    return new Page('action-plan/plan', { title: model.title, description }, model);
  }

  @Get('/:lang/handlingsplan/:measure')
  @Public()
  async measure(@Param('measure') slug: string, @CurrentLocale() locale: Locale): Promise<Page> {
    const found = await this.plans.measure(slug);
    if (found === null) throw new NotFoundException();
    const [goals, indicators, serving] = await Promise.all([
      this.plans.goals(found.goalIds),
      this.plans.indicators(found.measure.id),
      this.serving.of([found], locale.language),
    ]);
    const model = presentMeasure({ found, goals, indicators, serving }, locale);
    const { text: title, lang } = model.title;
    const breadcrumbs = [
      { label: locale.t('plan:title'), href: locale.href('/handlingsplan') },
      { label: title, href: '', lang },
    ];
    return new Page('action-plan/measure', { title, titleLang: lang, breadcrumbs }, model);
  }
}
