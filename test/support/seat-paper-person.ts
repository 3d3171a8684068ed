/** An offer on paper. */
export interface PaperOffer {
  readonly seat: number;
  readonly until: number;
  open: boolean;
}

/** Somebody on paper: what they have asked for, what they have, and what they have been asked. */
export class PaperPerson {
  /** One for each browser, until its code is typed. */
  asked: { readonly at: number; heldUntil: number }[] = [];
  has: 'nothing' | 'seat' | 'wait' = 'nothing';
  since = 0;
  priority = 0;
  readonly offers: PaperOffer[] = [];
  readonly questions: { readonly at: number; answeredAt: number | null }[] = [];
  readonly misses: number[] = [];

  holds = (now: number) => this.asked.filter(({ heldUntil }) => heldUntil > now);
  isOffered = (now: number) => this.offers.some(({ open, until }) => open && until > now);
  waits = (now: number) => this.has === 'wait' && !this.isOffered(now);
  /** Has not said whether to stay. */
  isSilent = () =>
    this.questions.some(({ at, answeredAt }) => answeredAt === null && at >= this.since);
  wasAsked = (seat: number) => this.offers.some((offer) => offer.seat === seat);
  /** Offers let pass since they asked, or last said that they stay. */
  missed = () => {
    const stayed = this.questions.map(({ answeredAt }) => answeredAt ?? 0);
    const since = Math.max(this.since, ...stayed);
    return this.misses.filter((at) => at > since).length;
  };

  sit(): true {
    this.has = 'seat';
    this.priority = 0;
    for (const offer of this.offers) offer.open = false;
    return true;
  }
}
