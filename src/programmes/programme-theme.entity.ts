import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Programme } from './programme.entity.js';

/** What one meeting of a programme is about; the number is its order, from 1. */
@Entity('programme_theme')
@Unique('uq_programme_theme_programme_id_number', ['programmeId', 'number'])
export class ProgrammeTheme {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  programmeId!: number;

  @ManyToOne(() => Programme, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  programme?: Programme;

  @Column({ type: 'int' })
  number!: number;
}
