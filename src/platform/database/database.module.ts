import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Config } from '../config/config.js';
import { databaseSources } from './connect.js';
import { ContentChanges } from './content-changes.js';
import { ContentRevision } from './content-revision.entity.js';
import { Database } from './database.js';
import { GuardedDataSource } from './guarded-source.js';
import { Installation } from './installation.entity.js';
import { sourceOptions } from './sources.js';

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
        ContentChanges,
        {
          provide: Database,
          inject: [DataSource, Config],
          useFactory: (source: GuardedDataSource, config: Config) =>
            Database.open(
              databaseSources(source, config.databaseUrl, config.demo ? 'demo' : 'production'),
            ),
        },
      ],
      exports: [Database, ContentChanges],
    };
  }
}

function guarded(options: DataSourceOptions | undefined): GuardedDataSource {
  if (options === undefined) throw new Error('TypeORM was given no options.');
  return new GuardedDataSource(options);
}
