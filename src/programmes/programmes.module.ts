import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProgrammeText } from './programme-text.entity.js';
import { ProgrammeThemeText } from './programme-theme-text.entity.js';
import { ProgrammeTheme } from './programme-theme.entity.js';
import { Programme } from './programme.entity.js';
import { ProgrammesQueries } from './programmes.queries.js';

/** Programmes with their texts and themes. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Programme, ProgrammeText, ProgrammeTheme, ProgrammeThemeText]),
  ],
  providers: [ProgrammesQueries],
  exports: [ProgrammesQueries],
})
export class ProgrammesModule {}
