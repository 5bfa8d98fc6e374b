/** What might be tried with sessions: from another site, without one, with more than one is. */
import { asking, each, http, lines, post, question, raw, shown, type AttackClass } from './sending.ts';

export const ofTheSession: Readonly<Record<string, AttackClass>> = {
  'from another site': {
    ...each(
      ['cross-site', 'same-site', 'anything'],
      (site) => `sec-fetch-site ${site}`,
      (site) => post(question, { 'sec-fetch-site': site }),
    ),
    ...each(
      ['https://stranger.example', 'null', 'http://127.0.0.1.stranger.example', 'http://127.0.0.1:1', 'file://'],
      (origin) => `origin ${origin}`,
      (origin) => post(question, { origin }),
    ),
    'a form': post('operationName=people-of-concern-near', {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }),
    'a frame': http({
      method: 'GET',
      path: '/',
      body: '',
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    }),
    'a change of purpose': post({ kind: 'contact', reference: 'R-9' }, { 'sec-fetch-site': 'cross-site' }, '/session/purpose'),
    ...each(
      ['stranger.example', '127.0.0.1.stranger.example', 'localhost.stranger.example', '192.0.2.1', ''],
      (host) => `under the name ${shown(host)}`,
      (host) => post(question, { host }),
    ),
    'an address with another host': http({ path: 'http://stranger.example/graphql', headers: { host: 'stranger.example' } }),
  },
  'without being signed in': {
    ...each(
      [
        '',
        '__Host-kith=',
        `__Host-kith=${'A'.repeat(43)}`,
        '__Host-kith=undefined',
        '__Host-kith=null',
        '__Host-kith=../../x',
        'kith=1',
        '__Host-kith[]=1',
      ],
      (cookie) => `cookie ${shown(cookie)}`,
      (cookie) => post(question, { cookie }),
    ),
    'with the cookie twice': async (target) =>
      raw(target, lines(target, { headers: { cookie: `__Host-kith=${target.cookie}; __Host-kith=x` } })),
    'with the cookie in capitals': async (target) => raw(target, lines(target, { headers: { cookie: `__HOST-KITH=${target.cookie}` } })),
    'with the cookie as a password': async (target) =>
      post({ user: 'amira', password: target.cookie }, { cookie: undefined }, '/session/sign-in')(target),
  },
  'becoming somebody else': {
    ...each(
      ['operator', 'training', 'review', 'network', 'oversight', '', 'contact '],
      (kind) => `the purpose ${shown(kind)}`,
      (kind) => post({ kind, reference: 'R-9' }, {}, '/session/purpose'),
    ),
    ...each(
      [
        { kind: 'contact', reference: 'R1', role: 'privacy officer' },
        { kind: ['contact'], reference: 'R1' },
        { kind: 'contact', reference: { toString: 'R1' } },
        { kind: 'contact', reference: 'R1\r\nset-cookie: a=b' },
        { kind: 'contact', reference: '<script>1</script>' },
        null,
        7,
        [],
      ],
      shown,
      (body) => post(body, {}, '/session/purpose'),
    ),
    ...each(
      [
        { user: 'operator', password: '' },
        { user: 'operator', password: 'operator' },
        { user: ['amira'], password: 'x' },
        { user: 'amira', password: { $ne: '' } },
        { user: "amira' OR 1=1 --", password: 'x' },
        { user: 'amira\0', password: 'x' },
        { user: 'AMIRA', password: 'correct horse battery' },
        { user: 'amira ', password: 'correct horse battery' },
        { user: 'amira', password: 'correct horse battery', role: 'operator' },
      ],
      shown,
      (body) => post(body, { cookie: undefined }, '/session/sign-in'),
    ),
    ...each(
      ['opened', 'viewer', 'role', 'revision', 'agency', 'seals', 'today', 'graph'],
      (name) => `the argument ${name}`,
      (name) => asking('people-of-concern-near', { child: 'child', [name]: ['seal-1'] }),
    ),
  },
};
