import { Module } from '@nestjs/common';

import { ComponentsController } from './components.controller.js';

/** The page of components. */
@Module({ controllers: [ComponentsController] })
export class ComponentsModule {}
