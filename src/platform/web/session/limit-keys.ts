import { createHmac } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { mailboxOf } from '../../../kernel/mailbox.js';
import { networkRange } from '../../../kernel/network-range.js';
import { Config } from '../../config/config.js';

/**
 * What limits count by, 64 characters each. Hashed with a secret of ours, because there are few networks and
 * guessable addresses: the database alone does not tell who it was. With a new secret all begin anew.
 */
@Injectable()
export class LimitKeys {
  constructor(private readonly config: Config) {}

  /** The network that an IP address belongs to. */
  network(ip: string): string {
    return this.hash(`network ${networkRange(ip)}`);
  }

  /** The mailbox behind an e-mail address. */
  mailbox(email: string): string {
    return this.hash(`mailbox ${mailboxOf(email)}`);
  }

  private hash(text: string): string {
    const [secret = ''] = this.config.sessionSecrets;
    return createHmac('sha256', secret).update(text, 'utf8').digest('hex');
  }
}
