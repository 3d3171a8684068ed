import { HttpException } from '@nestjs/common';

import { Page } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { DatabaseUnavailable } from '../database/errors.js';
import type { Locale } from './locale.js';

type Trouble = 'notFound' | 'tooBig' | 'tooMany' | 'foreign' | 'broken' | 'unavailable' | 'fault';

const BY_STATUS: Readonly<Record<number, Trouble>> = {
  403: 'foreign',
  404: 'notFound',
  405: 'notFound',
  413: 'tooBig',
  429: 'tooMany',
  503: 'unavailable',
};

/** The status that an error is answered with; what nobody expected is a 500. */
export function statusOf(error: unknown): number {
  if (error instanceof DatabaseUnavailable) return 503;
  if (error instanceof Refusal) return error.code === 'too-many' ? 429 : 409;
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** Our own page for a status, in the visitor's language, always with a way on. */
export function errorPage(status: number, locale: Locale): Page {
  const trouble = BY_STATUS[status] ?? (status >= 500 ? 'fault' : 'broken');
  const title = locale.t(`errors:${trouble}.title`);
  return new Page(
    'errors/error',
    { title, noIndex: true, noStore: true, oneLanguage: true },
    {
      title,
      text: locale.t(`errors:${trouble}.text`),
      links: [
        { label: locale.t('errors:toCourses'), href: locale.href('/kurser') },
        { label: locale.t('errors:toHelp'), href: locale.href('/stod') },
        { label: locale.t('errors:toStart'), href: locale.href('') },
      ],
    },
    status,
  );
}
