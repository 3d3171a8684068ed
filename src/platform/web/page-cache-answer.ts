import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { encodingFor, isHeld, type Encoding } from './page-cache.rules.js';

/** Smaller bodies grow when they are packed. */
const PACKED_FROM_BYTES = 1_024;
/**
 * Pages live for seconds, so they are packed quickly rather than tightly. A window no larger than a page
 * saves four megabytes for each answer that is being packed.
 */
export const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 },
};

/** Headers that belong to one way of sending the answer, not to the answer. */
const OF_THE_WAY = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

/** A body as it goes out, with all its headers as `writeHead` takes them: name, value, name, value. */
export interface PackedAnswer {
  readonly body: Buffer;
  readonly headers: readonly string[];
}

/** An answer that is the same bytes for everyone, packed at most once in each way. */
export class SharedAnswer {
  /** Weak, because the packings of a page share it. */
  readonly etag: string;
  readonly #body: Buffer;
  readonly #headers: readonly string[];
  readonly #packed = new Map<Encoding, PackedAnswer>();

  constructor(
    readonly status: number,
    headers: Readonly<Record<string, number | string | string[] | undefined>>,
    body: string,
  ) {
    this.#body = Buffer.from(body);
    this.etag = `W/"${createHash('sha256').update(this.#body).digest('base64url').slice(0, 22)}"`;
    const own = Object.entries(headers)
      .filter(([name, value]) => value !== undefined && !OF_THE_WAY.has(name))
      .flatMap(([name, value]) => [name, String(value)]);
    const more = status === 200 ? ['vary', 'accept-encoding', 'etag', this.etag] : [];
    this.#headers = [...own, ...more];
  }

  /** The headers of "you have it already". */
  get heldHeaders(): readonly string[] {
    return this.#headers;
  }

  /** The answer for a reader who accepts these encodings. */
  packedFor(acceptEncoding: string | undefined): PackedAnswer {
    const worthIt = this.#body.length >= PACKED_FROM_BYTES;
    return this.#pack(worthIt ? encodingFor(acceptEncoding) : 'identity');
  }

  /** Whether the reader who sent this header holds the same bytes. */
  isHeldBy(ifNoneMatch: string | undefined): boolean {
    return this.status === 200 && isHeld(ifNoneMatch, this.etag);
  }

  /** Writes the answer to a request for it. `closing` asks the client to leave afterwards. */
  write(request: IncomingMessage, response: ServerResponse, closing: boolean): void {
    const way = closing ? ['connection', 'close'] : [];
    if (this.isHeldBy(request.headers['if-none-match'])) {
      response.writeHead(304, [...this.heldHeaders, ...way]).end();
      return;
    }
    const { headers, body } = this.packedFor(request.headers['accept-encoding']?.toString());
    response.writeHead(this.status, closing ? [...headers, ...way] : [...headers]);
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  #pack(encoding: Encoding): PackedAnswer {
    const known = this.#packed.get(encoding);
    if (known) return known;
    const body = pack(this.#body, encoding);
    const packing = encoding === 'identity' ? [] : ['content-encoding', encoding];
    const headers = [...this.#headers, 'content-length', String(body.length), ...packing];
    const packed = { body, headers };
    this.#packed.set(encoding, packed);
    return packed;
  }
}

function pack(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'br') return brotliCompressSync(body, BROTLI);
  return encoding === 'gzip' ? gzipSync(body) : body;
}
