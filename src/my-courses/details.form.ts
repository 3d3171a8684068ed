import { z } from 'zod';

import { emailField, mailedCode, missing } from '../enrolments/person-fields.rules.js';
import { isPhone, normalPhone } from '../kernel/text.js';
import { LANGUAGES } from '../platform/config/settings.js';
import { ownCodeField } from './sign-in.form.js';

/** "Skicka inget mejl om det här": a box, ticked or not sent. */
const silent = z
  .literal('yes')
  .optional()
  .transform((ticked) => ticked === 'yes');

/** A new address. */
export const addressForm = z.strictObject({ email: emailField, silent });

/** The code that proves it. */
export const addressCodeForm = z.strictObject({ code: mailedCode });

/** A new number, or the old one taken away. */
export const phoneForm = z
  .strictObject({
    phone: z.string().max(60, 'mine:error.phone').transform(normalPhone).default(''),
    remove: z.literal('yes').optional(),
    silent,
  })
  .refine(({ phone, remove }) => remove === 'yes' || isPhone(phone), {
    path: ['phone'],
    message: 'mine:error.phone',
  })
  .transform(({ phone, remove, silent: isSilent }) => ({
    phone: remove === 'yes' ? null : phone,
    silent: isSilent,
  }));

/** The language of our mails, and whether there are any. */
export const mailsForm = z.strictObject({
  language: z.enum(LANGUAGES, missing('mine:error.choice')),
  mail: z.enum(['all', 'none'], missing('mine:error.choice')),
  silent,
});

/** A code of one's own, typed twice because it cannot be read. */
export const ownCodeForm = z
  .strictObject({ ownCode: ownCodeField, repeat: z.string().max(20).default(''), silent })
  .superRefine(({ ownCode, repeat }, context) => {
    const again = ownCodeField.safeParse(repeat);
    if (!again.success || again.data !== ownCode)
      context.addIssue({ code: 'custom', path: ['repeat'], message: 'mine:error.repeat' });
  });

/** Nothing but whether a mail tells. */
export const silentForm = z.strictObject({ silent });
