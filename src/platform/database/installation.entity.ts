import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a database is for. A demo database is never served in production and the other way round. */
export type InstallationMode = 'demo' | 'production';

/** The single row in which a database remembers what it is for. */
@Entity('installation')
export class Installation {
  @PrimaryColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'varchar', length: 20 })
  mode!: InstallationMode;
}
