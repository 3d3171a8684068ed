import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { plusMinutes } from '../kernel/instant.js';
import { randomCode, randomToken, sha256 } from '../kernel/secret.js';
import { Config } from '../platform/config/config.js';
import type { Language } from '../platform/config/settings.js';
import { Database, type Writer } from '../platform/database/database.js';
import { CodeMails } from '../platform/mail/code-mails.service.js';
import { Steps, type Step } from '../platform/web/session/steps.js';
import { Translations } from '../platform/web/translations.js';
import { signInMail } from './sign-in.mails.js';
import { SignInProof } from './sign-in-proof.entity.js';
import { isSameWish, MAX_TRIES, signInState, type SignInState } from './sign-in.rules.js';

/** The browser's step while it signs in. */
export const SIGN_IN_STEP = 'sign-in';

/** The browser's step ends then, and nobody could use the code. */
const STEP_MINUTES = 120;

/** Somebody's wish for a link, and the browser that has it. */
export interface LinkWish {
  readonly email: string;
  readonly language: Language;
  /** A safe path to go on to, or null. */
  readonly next: string | null;
  /** The sign-in that the browser is in the middle of already, by its step cookie. */
  readonly currentStep: number | null;
  /** The IP address that it was asked for from. */
  readonly from: string;
}

/** What became of a code. */
export type CodeOutcome =
  | { readonly kind: 'proved' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'used' }
  | { readonly kind: 'expired' | 'used-up' };

/** What became of a link; `elsewhere`: it is right, but another browser asked for it. */
export type LinkOutcome =
  | { readonly kind: 'proved'; readonly step: Step }
  | Exclude<CodeOutcome, { readonly kind: 'proved' }>
  | { readonly kind: 'elsewhere' };

/** Mails codes and links that sign in, and takes them back. */
@Injectable()
export class SignIns {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly steps: Steps,
    private readonly codes: CodeMails,
    private readonly translations: Translations,
    private readonly config: Config,
  ) {}

  /**
   * Queues a mail with link and code and voids the one that the same browser asked for before. It does the
   * same for every address: nobody is looked up here, and the mail worker drops what is for nobody. Over the
   * limits it sends nothing and leaves earlier codes alone, and looks the same.
   *
   * @returns the id of the step, for the browser's cookie
   */
  ask(wish: LinkWish): Promise<string> {
    return this.db.transaction((em) => this.send(em, wish));
  }

  /**
   * The code as typed and normalised, in the browser whose step this is. A wrong one is answered alike whether
   * a mail has left or not, and however long ago: nobody learns whether an address is known.
   */
  byCode(proofId: number, code: string): Promise<CodeOutcome> {
    const codeHash = sha256(code);
    return this.settle(proofId, (proof) => proof.codeHash === codeHash);
  }

  /** The link of the mail; signs in only where it was asked for, so that mail scanners get nothing. */
  async byLink(token: string, steps: readonly Step[]): Promise<LinkOutcome> {
    const found = await this.byToken(token);
    if (!found) return { kind: 'expired' };
    const state = signInState(found, this.clock.now());
    if (state !== 'valid' && state !== 'proved') return { kind: state };
    const step = steps.find(({ subjectId }) => subjectId === found.id);
    if (!step) return { kind: 'elsewhere' };
    const outcome = await this.settle(found.id, () => true);
    return outcome.kind === 'proved' ? { kind: 'proved', step } : outcome;
  }

  /** What a link is worth before anybody presses its button; changes nothing. */
  async peek(token: string): Promise<SignInState> {
    const proof = await this.byToken(token);
    return proof ? signInState(proof, this.clock.now()) : 'expired';
  }

  /** The address that a step's mail goes to, as it was typed; null when there is no such step. */
  async addressOf(proofId: number | null): Promise<string | null> {
    const proof = await this.db.read.findOneBy(SignInProof, { id: proofId ?? 0 });
    return proof?.email ?? null;
  }

  private byToken(token: string): Promise<SignInProof | null> {
    return this.db.read.findOneBy(SignInProof, { tokenHash: sha256(token) });
  }

  private async send(em: Writer, wish: LinkWish): Promise<string> {
    const { email, language, from } = wish;
    await this.codes.takeTurn(em, email);
    const same = await this.sameWish(em, wish);
    if (same) return this.steps.begin(em, SIGN_IN_STEP, same.id);
    const isAllowed = await this.codes.allows(em, email, from);
    if (isAllowed) await this.voidOf(em, wish);
    const { proof, code, token } = await this.newProof(em, wish);
    if (!isAllowed) return this.steps.begin(em, SIGN_IN_STEP, proof.id);
    const facts = {
      proofId: proof.id,
      to: email,
      code,
      href: `${this.config.baseUrl}/${language}/l/${token}`,
      organisation: this.config.organisation,
      phone: this.config.supportPhone,
      notAfter: plusMinutes(this.clock.now(), STEP_MINUTES),
    };
    await this.codes.queue(em, signInMail(facts, this.translations.locale(language)), from);
    return this.steps.begin(em, SIGN_IN_STEP, proof.id);
  }

  /** Codes and links mailed to an address open nothing from now on. */
  async void(em: Writer, email: string): Promise<void> {
    const open = { email, voidedAt: IsNull(), finishedAt: IsNull() };
    await em.update(SignInProof, open, { voidedAt: this.clock.now() });
  }

  /** The same for what this browser has asked for; what others have asked for is theirs. */
  private async voidOf(em: Writer, { currentStep, email }: LinkWish): Promise<void> {
    const open = { id: currentStep ?? 0, email, voidedAt: IsNull(), finishedAt: IsNull() };
    await em.update(SignInProof, open, { voidedAt: this.clock.now() });
  }

  private async sameWish(em: Writer, wish: LinkWish): Promise<SignInProof | null> {
    const { currentStep, email } = wish;
    const proof = await em.findOneBy(SignInProof, { id: currentStep ?? 0, email });
    return proof && isSameWish(proof, this.clock.now()) ? proof : null;
  }

  private async newProof(em: Writer, { email, next }: LinkWish) {
    const code = randomCode();
    const token = randomToken();
    const proof = await em.save(
      em.create(SignInProof, {
        email,
        codeHash: sha256(code),
        tokenHash: sha256(token),
        next,
        createdAt: this.clock.now(),
        sentAt: null,
        tries: 0,
        usedAt: null,
        finishedAt: null,
        voidedAt: null,
      }),
    );
    return { proof, code, token };
  }

  private settle(proofId: number, isRight: (proof: SignInProof) => boolean): Promise<CodeOutcome> {
    return this.db.transaction(async (em) => {
      await em.lockRow(SignInProof, proofId);
      const proof = await em.findOneBy(SignInProof, { id: proofId });
      if (!proof) return { kind: 'expired' };
      const now = this.clock.now();
      const state = signInState(proof, now);
      if (state === 'used-up') return { kind: state };
      if (!isRight(proof)) return this.countMiss(em, proof);
      if (state !== 'valid' && state !== 'proved') return { kind: state };
      if (state === 'valid') await em.update(SignInProof, { id: proof.id }, { usedAt: now });
      return { kind: 'proved' };
    });
  }

  private async countMiss(em: Writer, proof: SignInProof): Promise<CodeOutcome> {
    await em.update(SignInProof, { id: proof.id }, { tries: proof.tries + 1 });
    const triesLeft = MAX_TRIES - proof.tries - 1;
    return triesLeft === 0 ? { kind: 'used-up' } : { kind: 'wrong', triesLeft };
  }
}
