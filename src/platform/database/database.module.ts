import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Config } from '../config/config.js';
import { ContentRevision } from './content-revision.entity.js';
import { Database, type Sources } from './database.js';
import { DatabaseNotCurrent, DatabaseUnavailable, translated } from './errors.js';
import { GuardedDataSource } from './guarded-source.js';
import { Installation } from './installation.entity.js';
import { migrationState } from './migrate.js';
import { kindOf, sourceOptions } from './sources.js';

/** Gives `Database` to the whole app. Features name their rows with `TypeOrmModule.forFeature([…])`. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          // `Database` connects, so that an app can start while its database is gone.
          useFactory: (config: Config) => ({
            ...sourceOptions(config.databaseUrl, 'write'),
            autoLoadEntities: true,
            manualInitialization: true,
          }),
          dataSourceFactory: (options) => Promise.resolve(guarded(options)),
        }),
        TypeOrmModule.forFeature([Installation, ContentRevision]),
      ],
      providers: [
        {
          provide: Database,
          inject: [DataSource, Config],
          useFactory: (source: GuardedDataSource, config: Config) =>
            Database.open(sources(source, config.databaseUrl)),
        },
      ],
      exports: [Database],
    };
  }
}

function guarded(options: DataSourceOptions | undefined): GuardedDataSource {
  if (options === undefined) throw new Error('TypeORM was given no options.');
  return new GuardedDataSource(options);
}

function sources(write: GuardedDataSource, url: string): Sources {
  return {
    kind: kindOf(url),
    write,
    connect: async () => {
      try {
        if (!write.isInitialized) await write.initialize();
        const state = await migrationState(write);
        if (state !== 'current') throw new DatabaseNotCurrent(state);
        const read = new GuardedDataSource(sourceOptions(url, 'read', write.options.entities));
        return await read.initialize();
      } catch (error) {
        throw translated(error);
      }
    },
  };
}
