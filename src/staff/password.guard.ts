import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';

/**
 * Runs the password strategy and lets every outcome through to the handler, which shows the form
 * again with words. Empty fields never reach the strategy: the outcome is then false.
 */
@Injectable()
export class PasswordGuard extends AuthGuard('staff-password') {
  override handleRequest<Outcome>(error: unknown, outcome: Outcome): Outcome {
    if (error instanceof Error) throw error;
    return outcome;
  }
}
