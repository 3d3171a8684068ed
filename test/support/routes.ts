import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { ACCESS, type Access } from '../../src/platform/web/access.js';

/** A route of a controller: `GET /:lang/kurser`, and who may reach it. */
export interface AppRoute {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: Access;
}

/** Every route of every controller of a running app, in alphabetical order. */
export function routesOf(app: NestFastifyApplication): AppRoute[] {
  const scanner = new MetadataScanner();
  const reflector = app.get(Reflector);
  return app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      const prefix = metatype ? reflector.get<string | undefined>(PATH_METADATA, metatype) : '';
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name]!;
        const paths = reflector.get<string | string[] | undefined>(PATH_METADATA, handler) ?? [];
        const method = RequestMethod[reflector.get<RequestMethod>(METHOD_METADATA, handler)];
        const access = reflector.get<Access>(ACCESS, handler);
        return [paths].flat().map((own) => {
          const path = join(prefix ?? '', own);
          return { name: `${method} ${path}`, method, path, access };
        });
      });
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function join(...parts: string[]): string {
  const path = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${path.join('/')}`;
}

/**
 * Collects every route that any Fastify server gets, from now on until `stop`, as `GET /sv`; raw ones that
 * no controller has are among them.
 */
export function watchRoutes(): { readonly seen: Set<string>; readonly stop: () => void } {
  const seen = new Set<string>();
  const onServer = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) seen.add(`${each} ${url}`);
    });
  };
  subscribe('fastify.initialization', onServer);
  return { seen, stop: () => unsubscribe('fastify.initialization', onServer) };
}
