import { z } from 'zod';

/** "Vill du avboka din plats?" */
export const cancellationForm = z.strictObject({ silent: z.literal('yes').optional() });

/** The answer to an offered seat on the person's own page. */
export const offerAnswerForm = z.strictObject({ answer: z.enum(['yes', 'no']) });
