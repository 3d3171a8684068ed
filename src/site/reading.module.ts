import { Module } from '@nestjs/common';
import { ActionPlanModule } from '../action-plan/action-plan.module.js';
import { LibraryModule } from '../library/library.module.js';
import { AboutController } from './about.controller.js';
import { HelpController } from './help.controller.js';
import { LeaveController } from './leave.controller.js';
import { LibraryItemController } from './library-item.controller.js';

/** The pages that are only for reading: items, help lines, what everybody must be able to find, the way out. */
@Module({
  imports: [LibraryModule, ActionPlanModule],
  controllers: [LibraryItemController, HelpController, AboutController, LeaveController],
})
export class ReadingModule {}
