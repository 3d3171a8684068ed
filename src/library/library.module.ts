import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HelpLine, HelpLineText, HelpLineTopic } from './help-line.entity.js';
import { LibraryItem, LibraryItemAudience, LibraryItemText } from './library-item.entity.js';

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
})
export class LibraryModule {}
