import { z } from 'zod';

import { LENGTHS } from '../kernel/lengths.js';

/** What staff type in order to sign in. Whether it fits is not the form's to say. */
export const signInForm = z.strictObject({
  email: z
    .string()
    .trim()
    .min(1, 'staff:signIn.error.email')
    .max(LENGTHS.email, 'staff:signIn.error.email'),
  password: z
    .string()
    .min(1, 'staff:signIn.error.password')
    .max(LENGTHS.password, 'staff:signIn.error.wrong'),
});
