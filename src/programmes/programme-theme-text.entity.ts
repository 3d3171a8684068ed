import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { LENGTHS } from '../kernel/lengths.js';
import { ProgrammeTheme } from './programme-theme.entity.js';

/** The title of a theme in one language. */
@Entity('programme_theme_text')
@Unique('uq_programme_theme_text_theme_id_language', ['themeId', 'language'])
export class ProgrammeThemeText {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  themeId!: number;

  @ManyToOne(() => ProgrammeTheme, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  theme?: ProgrammeTheme;

  /** Language tag: `sv`, `en`, `ar`, … */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'varchar', length: LENGTHS.title })
  title!: string;
}
