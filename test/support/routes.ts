import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
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
  /** Whether it reads the fields of a form. */
  readonly takesFields: boolean;
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
        const takesFields = metatype ? readsBody(metatype, name) : false;
        return [paths].flat().map((own) => {
          const path = join(prefix ?? '', own);
          return { name: `${method} ${path}`, method, path, access, takesFields };
        });
      });
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readsBody(controller: object, handler: string): boolean {
  const inputs: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler);
  return Object.keys(inputs ?? {}).some((key) => key.startsWith(`${RouteParamtypes.BODY}:`));
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
