import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HelpLine, HelpLineText, HelpLineTopic } from './help-line.entity.js';
import { HelpLines } from './help-lines.service.js';
import { LibraryItem, LibraryItemAudience, LibraryItemText } from './library-item.entity.js';
import { LibraryController } from './library.controller.js';
import { LibraryQueries } from './library.queries.js';

/** What there is to read, and whom to call. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      LibraryItem,
      LibraryItemText,
      LibraryItemAudience,
      HelpLine,
      HelpLineText,
      HelpLineTopic,
    ]),
  ],
  controllers: [LibraryController],
  providers: [LibraryQueries, HelpLines],
  exports: [LibraryQueries, HelpLines],
})
export class LibraryModule {}
