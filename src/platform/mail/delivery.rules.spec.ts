import { describe, expect, it } from '@jest/globals';

import { deliveryAfter, type SmtpFailure } from './delivery.rules.js';

function outcome(failure: Partial<SmtpFailure>, bodyStarted = false): string {
  return deliveryAfter({ message: 'failed', ...failure }, bodyStarted).outcome;
}

describe('what a failed try means', () => {
  it('is about the mail when the recipient or the text is answered', () => {
    expect(outcome({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' })).toBe('refused');
    expect(outcome({ code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' })).toBe('deferred');
    expect(outcome({ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, true)).toBe('refused');
    expect(outcome({ code: 'EMESSAGE', responseCode: 452, command: 'DATA' }, true)).toBe(
      'deferred',
    );
    expect(outcome({ code: 'EENVELOPE', responseCode: 552, command: 'MAIL FROM' })).toBe('refused');
  });

  it('is about the mail when nodemailer could not write it', () => {
    expect(outcome({ code: 'EENVELOPE', command: 'API' })).toBe('refused');
    expect(outcome({ code: 'EMESSAGE', command: 'MAIL FROM' })).toBe('refused');
    expect(outcome({})).toBe('deferred');
  });

  it('is about the channel when nobody answers', () => {
    expect(outcome({ code: 'ESOCKET', command: 'CONN' })).toBe('unreachable');
    expect(outcome({ code: 'EDNS', command: 'CONN' })).toBe('unreachable');
    expect(outcome({ code: 'ETIMEDOUT', command: 'CONN' })).toBe('unreachable');
    expect(outcome({ code: 'EABORT' })).toBe('unreachable');
  });

  it('is about the channel when the server is closed, full or does not let us in', () => {
    expect(outcome({ code: 'EPROTOCOL', responseCode: 421, command: 'CONN' })).toBe('unreachable');
    expect(outcome({ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' })).toBe('unreachable');
    expect(outcome({ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' })).toBe(
      'unreachable',
    );
    expect(outcome({ code: 'EENVELOPE', responseCode: 530, command: 'RCPT TO' })).toBe(
      'unreachable',
    );
    expect(outcome({ code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' })).toBe(
      'unreachable',
    );
  });

  it('is in doubt when the connection ends after the text has begun, unless the server replied', () => {
    expect(outcome({ code: 'ECONNECTION', command: 'CONN' }, true)).toBe('in-doubt');
    expect(outcome({ code: 'EABORT' }, true)).toBe('in-doubt');
    expect(outcome({ code: 'ETIMEDOUT', command: 'CONN' }, true)).toBe('in-doubt');
    expect(outcome({ code: 'ECONNECTION', responseCode: 421, command: 'CONN' }, true)).toBe(
      'deferred',
    );
  });

  it('keeps the codes of the server and none of its words, which name the recipient', () => {
    const why = (failure: Partial<SmtpFailure>) => {
      const delivery = deliveryAfter({ message: '<anna@hemlig.test> failed', ...failure }, false);
      return delivery.outcome === 'accepted' ? null : delivery.reason;
    };
    const answered = { responseCode: 550, code: 'EENVELOPE', command: 'RCPT TO' };
    expect(why({ ...answered, response: '550 5.1.1 <anna@hemlig.test> no such user' })).toBe(
      '550 5.1.1 at RCPT TO',
    );
    expect(why({ ...answered, response: '550-anna@hemlig.test is unknown' })).toBe(
      '550 at RCPT TO',
    );
    expect(why({ code: 'ETIMEDOUT', command: 'CONN' })).toBe('ETIMEDOUT at CONN');
    expect(why({})).toBe('…');
  });
});
