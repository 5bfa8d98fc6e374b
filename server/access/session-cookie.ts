/** What the cookies of a session are like, and how one is read. */
import type { FastifyRequest } from 'fastify';

/** No script can read it and no other site can send it. */
export const STRICT = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;

/** One cookie of that name: of two, somebody put one there. */
export function onlyCookie(request: FastifyRequest, name: string): string | undefined {
  const sent = (request.headers.cookie ?? '').split(';').filter((pair) => pair.trim().startsWith(`${name}=`));
  return sent.length === 1 ? request.cookies[name] : undefined;
}
