import {
  BadRequestException,
  Body,
  Controller,
  Get,
  NotFoundException,
  Param,
  Post,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Clock } from '../kernel/clock.js';
import { civilDateAt } from '../kernel/instant.js';
import { Page, SeeOther } from '../kernel/page.js';
import { Refusal } from '../kernel/refusal.js';
import { randomToken } from '../kernel/secret.js';
import {
  CurrentKept,
  CurrentLocale,
  CurrentRequest,
  CurrentStaff,
  KeepsTyped,
  Staff,
  type SignedInStaff,
} from '../platform/web/access.js';
import type { Typed } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';
import { LeaderRoundsQueries } from './leader-rounds.queries.js';
import { presentLeaderRounds, registerHref } from './leader-rounds.view.js';
import { readRegister } from './register.form.js';
import { presentRegister } from './register.view.js';

/** The leaders' own pages: their rounds, and the register of a meeting. */
@Controller()
export class AttendanceController {
  constructor(
    private readonly rounds: LeaderRoundsQueries,
    private readonly queries: AttendanceQueries,
    private readonly attendance: AttendanceService,
    private readonly clock: Clock,
  ) {}

  @Get('/ledare')
  @Staff('leader', 'coordinator')
  async overview(
    @CurrentStaff() staff: SignedInStaff,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    const all = staff.roles.includes('coordinator');
    const model = presentLeaderRounds(await this.rounds.roundsOf(staff), all, locale);
    return new Page('attendance/rounds', { title: model.title, layout: 'staff' }, model);
  }

  @Get('/ledare/traffar/:meeting/narvaro')
  @Staff('leader', 'coordinator')
  async register(
    @Param('meeting') meeting: string,
    @CurrentStaff() staff: SignedInStaff,
    @CurrentLocale() locale: Locale,
    @CurrentKept() typed: Typed | null,
  ): Promise<Page> {
    const register = await this.queries.register(meetingId(meeting), staff);
    if (register === null) throw new NotFoundException();
    const today = civilDateAt(this.clock.now());
    const kept = typed === null ? null : readRegister(typed);
    const model = presentRegister(register, locale, randomToken, today, kept);
    return new Page('attendance/register', { title: model.title, layout: 'staff' }, model);
  }

  @Post('/ledare/traffar/:meeting/narvaro')
  @Staff('leader', 'coordinator')
  @KeepsTyped()
  async save(
    @Param('meeting') meeting: string,
    @Body() body: unknown,
    @CurrentStaff() staff: SignedInStaff,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<SeeOther> {
    const id = meetingId(meeting);
    if (!(await this.queries.mayKeep(id, staff))) throw new NotFoundException();
    const page = readRegister(body);
    if (page === null) throw new BadRequestException();
    try {
      await this.attendance.saveRegister(id, staff.id, page);
      request.session.flash = 'attendance:saved';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // The meeting was cancelled meanwhile: its page says so. All else no page of ours sends.
      if (error.code !== 'meeting-cancelled') throw new BadRequestException();
    }
    return new SeeOther(registerHref(id));
  }
}

function meetingId(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFoundException();
  return Number(text);
}
