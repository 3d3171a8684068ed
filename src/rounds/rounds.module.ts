import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Meeting } from './meeting.entity.js';
import { RoundLeader } from './round-leader.entity.js';
import { RoundText } from './round-text.entity.js';
import { Round } from './round.entity.js';
import { VenueText } from './venue-text.entity.js';
import { Venue } from './venue.entity.js';
import { RoundsQueries } from './rounds.queries.js';

/** Rounds with their meetings, leaders and venues. */
@Module({
  imports: [TypeOrmModule.forFeature([Venue, VenueText, Round, RoundText, Meeting, RoundLeader])],
  providers: [RoundsQueries],
  exports: [RoundsQueries],
})
export class RoundsModule {}
