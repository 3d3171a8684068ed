import { describe, expect, it } from '@jest/globals';

import { faultLine, faultText, framesIn, plainWords } from './fault.js';

const ADDRESS = 'anna@hemlig.test';

function databaseError(message: string): Error {
  const driverError = Object.assign(new Error(message), { code: 'ER_DUP_ENTRY', sql: ADDRESS });
  return Object.assign(new Error(message), {
    name: 'QueryFailedError',
    code: 'ER_DUP_ENTRY',
    parameters: [ADDRESS, '123456'],
    driverError,
  });
}

describe('what may be logged of an error', () => {
  it('is name, code, plain words and places in the code', () => {
    const text = faultText(databaseError(`Duplicate entry '${ADDRESS}' for key 'uq_staff'`));
    expect(text).toMatch(/^QueryFailedError ER_DUP_ENTRY\n {4}at \S/);
    expect(text).toContain('fault.spec');
    expect(text).not.toMatch(/hemlig|anna|123456/);
    expect(faultLine(databaseError('Anna'))).toBe('QueryFailedError ER_DUP_ENTRY');
  });

  it('is never a value, wherever the message has it', () => {
    for (const message of [
      `550 5.1.1 <${ADDRESS}> no such user`,
      `Can't send mail: ${ADDRESS} was refused`,
      `Unexpected token 'a', "${ADDRESS}" is not valid JSON`,
      `Could not find any entity of type "Person" matching: {"email":"${ADDRESS}"}`,
      `several\n${ADDRESS}\n    at ${ADDRESS}`,
      `    at ${ADDRESS} (file:1:1)`,
      'Kod 123456',
      'Länk: https://kurser.test/sv/bekrafta/anna-hemlig',
    ])
      expect(faultText(new Error(message))).not.toMatch(/hemlig|123456|bekrafta/);
  });

  it('keeps the words of a program', () => {
    const error = new TypeError("Cannot read properties of undefined (reading 'slug')");
    expect(faultLine(error)).toBe('TypeError: Cannot read properties of undefined (reading …');
    expect(plainWords('The database is not available: SQLITE_BUSY')).toBe(
      'The database is not available: SQLITE_BUSY',
    );
  });

  it('tells of the cause in the same way', () => {
    const error = new Error('The mail was not written', { cause: databaseError(ADDRESS) });
    const text = faultText(error);
    expect(text).toContain('Error: The mail was not written\n');
    expect(text).toContain('caused by QueryFailedError ER_DUP_ENTRY\n');
    expect(text).not.toContain('hemlig');
  });

  it('takes whatever was thrown', () => {
    expect(faultText(ADDRESS)).toBe('not an Error but string');
    expect(faultText(null)).toBe('not an Error but object');
    expect(faultText(Object.assign(new Error(''), { name: ADDRESS, code: ADDRESS }))).toMatch(
      /^Error\n/,
    );
  });

  it('is without the lines of a message that has several', () => {
    const stack = `Error: one\n${ADDRESS}\n    at send (file:///app/mail.js:1:2)\n    at ${ADDRESS}`;
    expect(framesIn(stack)).toEqual(['    at send (file:///app/mail.js:1:2)']);
  });
});
