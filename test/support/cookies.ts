interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** The cookies of one browser. Knows about paths and deletion; time does not pass for it. */
export class CookieJar {
  readonly #cookies = new Map<string, Cookie>();

  /** The `Cookie` header for a path, or undefined when there is nothing to send. */
  header(path: string): string | undefined {
    const sent = [...this.#cookies].filter(([, cookie]) => path.startsWith(cookie.path));
    if (sent.length === 0) return undefined;
    return sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
  }

  /** The names of the cookies that are kept. */
  names(): string[] {
    return [...this.#cookies.keys()];
  }

  /** Forgets everything, as when somebody clears the browser. */
  clear(): void {
    this.#cookies.clear();
  }

  /** Takes in the `Set-Cookie` headers of an answer. */
  take(header: string | string[] | undefined): void {
    for (const line of [header ?? []].flat()) this.#takeOne(line);
  }

  #takeOne(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', ...value] = pair.split('=');
    const attribute = (wanted: string) =>
      attributes
        .map((part) => part.split('='))
        .find(([key = '']) => key.toLowerCase() === wanted)?.[1];
    const expires = attribute('expires');
    const gone =
      attribute('max-age') === '0' || (expires !== undefined && new Date(expires).getTime() <= 0);
    if (gone) this.#cookies.delete(name);
    else this.#cookies.set(name, { value: value.join('='), path: attribute('path') ?? '/' });
  }
}
