import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';

import { Database } from '../database/database.js';
import { Installation } from '../database/installation.entity.js';
import { Public } from '../web/access.js';
import { GracefulStop } from '../web/graceful-stop.js';

/** For machines: is the process alive, and can it serve. */
@Controller()
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly stop: GracefulStop,
  ) {}

  @Get('/health/live')
  @Public()
  @Header('cache-control', 'no-store')
  live(): string {
    return 'ok';
  }

  @Get('/health/ready')
  @Public()
  @Header('cache-control', 'no-store')
  async ready(): Promise<string> {
    if (this.stop.begun) throw new ServiceUnavailableException();
    try {
      await this.db.read.count(Installation);
      return 'ok';
    } catch {
      throw new ServiceUnavailableException();
    }
  }
}
