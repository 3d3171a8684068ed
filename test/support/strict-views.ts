import type { Views } from '../../src/platform/web/views.js';

type Render = (model: unknown, options: unknown) => string;

/** Keys that Handlebars asks every value for. */
const PROBES = new Set(['toHTML', 'length', 'constructor']);

/**
 * From now on a template, or a part of one, that asks its model for a key that the model does not have is
 * an error. By itself Handlebars tells about `{{missing}}` only, not about `{{#if missing}}`.
 * Gives the names of the templates that have been rendered, growing.
 */
export function makeStrict(views: Views): ReadonlySet<string> {
  const rendered = new Set<string>();
  const watch = (name: string, render: Render): Render => {
    return (model, options) => {
      rendered.add(name);
      return render(strict(model, name), options);
    };
  };
  // Private: no page needs them, and a template that is part of another is seen nowhere else.
  const templates = Reflect.get(views, 'templates') as Map<string, Render>;
  const { partials } = Reflect.get(views, 'engine') as { partials: Record<string, Render> };
  for (const [name, render] of templates) {
    templates.set(name, watch(name, render));
    partials[name] = watch(name, render);
  }
  return rendered;
}

/** The same value, but asking it, or anything in it, for an unknown key throws. */
function strict(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => strict(item, `${path}[]`));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return new Proxy(value, {
    get: (target, key, receiver) => {
      const found: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || PROBES.has(key)) return found;
      if (!(key in target)) throw new Error(`${path} has no ${key}`);
      return strict(found, `${path}.${key}`);
    },
  });
}
