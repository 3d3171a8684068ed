import { Module } from '@nestjs/common';
import { DemoLoader } from './demo-loader.service.js';

/** What fills an empty database with the demo, from the command line and at the demo's first start. */
@Module({ providers: [DemoLoader], exports: [DemoLoader] })
export class DemoLoaderModule {}
