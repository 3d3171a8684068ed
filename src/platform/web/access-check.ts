import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

import { ACCESS } from './access.js';

/** Refuses to start an app that has a route without exactly one of @Public, @Parent and @Staff. */
@Injectable()
export class AccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.discovery.getControllers().flatMap((wrapper) => {
      const prototype = Object.getPrototypeOf(wrapper.instance) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => this.isUnguardedRoute(prototype[name]))
        .map((name) => `${wrapper.name}.${name}`);
    });
    if (open.length > 0)
      throw new Error(`Routes without @Public, @Parent or @Staff: ${open.join(', ')}`);
  }

  private isUnguardedRoute(method: (() => unknown) | undefined): boolean {
    if (!method) return false;
    const isRoute = this.reflector.get<unknown>(PATH_METADATA, method) !== undefined;
    return isRoute && this.reflector.get<unknown>(ACCESS, method) === undefined;
  }
}
