import { Controller, Get } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SeeOther } from '../kernel/page.js';
import { Config } from '../platform/config/config.js';
import { CurrentReply, CurrentRequest, Public } from '../platform/web/access.js';
import { forgetCookies } from '../platform/web/session/sign-in.js';

/**
 * The way out. It is a plain link, so it works without scripts, and the only GET that does more
 * than show: it deletes the caller's own cookies and asks the browser to forget our pages. The
 * session's row is left to run out, so that leaving needs no database.
 */
@Controller()
export class LeaveController {
  constructor(private readonly config: Config) {}

  @Get('/lamna')
  @Public({ shared: false })
  leave(@CurrentRequest() request: FastifyRequest, @CurrentReply() reply: FastifyReply): SeeOther {
    // An image or a script on another site must not be able to sign people out.
    const destination = request.headers['sec-fetch-dest'] ?? 'document';
    if (destination === 'document') forgetCookies(reply, this.config.secure);
    reply.header('cache-control', 'no-store');
    reply.header('referrer-policy', 'no-referrer');
    return new SeeOther(this.config.exitUrl);
  }
}
