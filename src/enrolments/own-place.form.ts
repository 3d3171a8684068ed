import { z } from 'zod';

const silent = z.literal('yes').optional();

/** "Vill du avboka din plats?" */
export const cancellationForm = z.strictObject({ silent });

/** The answer to an offered seat on the person's own page. */
export const offerAnswerForm = z.strictObject({ answer: z.enum(['yes', 'no']), silent });
