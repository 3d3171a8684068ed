import { Module } from '@nestjs/common';
import { LibraryModule } from '../library/library.module.js';
import { DemoLoader } from './demo-loader.service.js';

/** What fills an empty database with the demo, from the command line and at the demo's first start. */
@Module({
  imports: [LibraryModule],
  providers: [DemoLoader],
  exports: [DemoLoader],
})
export class DemoLoaderModule {}
