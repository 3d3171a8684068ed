import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

interface Tree {
  readonly [key: string]: string | Tree;
}

/** All texts of an interface language by `namespace:path.to.text`, plural forms each on its own. */
export function textsOf(language: string): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') texts.set(path + key, value);
      else add(value, `${path}${key}.`);
    }
  };
  for (const file of globSync(`locales/${language}/*.json`))
    add(JSON.parse(readFileSync(file, 'utf8')) as Tree, `${basename(file, '.json')}:`);
  return texts;
}
