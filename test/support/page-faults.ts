import type { CheerioAPI } from 'cheerio';

/** The values of an attribute on all elements that have it. */
function attributes($: CheerioAPI, selector: string, name: string): string[] {
  return $.root()
    .find(selector)
    .toArray()
    .map((element) => element.attribs[name] ?? '');
}

/** Style and script that stand in the page itself, which the security policy forbids. */
export function ownStyleAndScript($: CheerioAPI): string[] {
  const found = $.root().find('style, [style], script:not([src]), [href^="javascript:" i]');
  const handlers = $.root()
    .find('*')
    .toArray()
    .flatMap(({ attribs }) => Object.keys(attribs).filter((name) => name.startsWith('on')));
  return [...found.toArray().map(({ tagName }) => `on <${tagName}>`), ...handlers];
}

/** Addresses elsewhere that a browser would ask by itself, or that a form is sent to. */
export function foreignAddresses($: CheerioAPI): string[] {
  const addresses = [
    ...attributes($, '[src]', 'src'),
    ...attributes($, ':not(a)[href]', 'href'),
    ...attributes($, '[action]', 'action'),
    ...attributes($, '[formaction]', 'formaction'),
    ...attributes($, '[data]', 'data'),
    ...attributes($, '[poster]', 'poster'),
    ...attributes($, '[srcset]', 'srcset'),
    ...attributes($, '[ping]', 'ping'),
  ];
  return addresses.filter((address) => !/^(?:\/(?!\/)|\?|data:|$)/.test(address));
}

/** Ids that stand twice, and references to ids that are not there. */
export function brokenReferences($: CheerioAPI): string[] {
  const ids = attributes($, '[id]', 'id');
  const references = [
    'for',
    'form',
    'list',
    'aria-controls',
    'aria-describedby',
    'aria-errormessage',
    'aria-labelledby',
  ];
  const asked = [
    ...references.flatMap((name) => attributes($, `[${name}]`, name)),
    ...attributes($, 'a[href^="#"]', 'href').map((href) => href.slice(1)),
  ].flatMap((value) => value.split(/\s+/));
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two #${id}`),
    ...asked.filter((id) => !ids.includes(id)).map((id) => `no #${id}`),
  ];
}
