import { z } from 'zod';

import { pairCodeField } from './person-fields.rules.js';

/** The code that somebody has handed over. */
export const takeCodeForm = z.strictObject({ code: pairCodeField });
