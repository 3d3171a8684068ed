import { NotFoundException } from '@nestjs/common';

/** The id that stands in an address. @throws NotFoundException for what cannot be one */
export function idInAddress(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new NotFoundException();
  return Number(text);
}
