import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';

import type { PasswordOutcome } from './password.strategy.js';

/**
 * Runs the password strategy and lets every outcome through to the handler, which shows the form
 * again with words. An empty field never reaches the strategy and counts as wrong.
 */
@Injectable()
export class PasswordGuard extends AuthGuard('staff-password') {
  override handleRequest<T = PasswordOutcome>(error: unknown, outcome: T | false): T {
    if (error instanceof Error) throw error;
    if (outcome === false) return { kind: 'wrong' } as T;
    return outcome;
  }
}
