import { Module } from '@nestjs/common';

import { LibraryModule } from '../library/library.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { MachinesController } from './machines.controller.js';

/** Addresses that machines ask for. */
@Module({ imports: [ProgrammesModule, LibraryModule], controllers: [MachinesController] })
export class MachinesModule {}
