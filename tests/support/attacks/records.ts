/** What might be tried to read more than one may: by arguments, in the log, under a seal. */
import { asking, each, http, post, shown, type AttackClass } from './sending.ts';

export const ofTheRecords: Readonly<Record<string, AttackClass>> = {
  'bad arguments': {
    ...each(
      [0, 5, 1.5, '2', -1, [], {}, true, 1e9],
      (within) => `within ${shown(within)}`,
      (within) => asking('people-of-concern-near', { child: 'child', within }),
    ),
    ...each(
      [0, 501, -1, '10', 2 ** 53],
      (first) => `first ${shown(first)}`,
      (first) => asking('people-of-concern-near', { child: 'child', first }),
    ),
    ...each(
      ['2020-02-30', '2020', 'today', '9999-99-99', '-0001-01-01', 0, {}, '2020-01-01T00:00:00Z', "2020-01-01' OR '1'='1"],
      (asAt) => `asAt ${shown(asAt)}`,
      (asAt) => asking('people-of-concern-near', { child: 'child', asAt }),
    ),
    ...each(
      [
        '',
        null,
        7,
        {},
        ['child', 'b'],
        "x'}) MATCH (n) DETACH DELETE n //",
        '$child',
        'child\0',
        '*',
        '../child',
        '\u202edlihc',
        'x'.repeat(10_000),
      ],
      (child) => `child ${shown(child)}`,
      (child) => asking('people-of-concern-near', { child }),
    ),
    ...each(
      [
        '*',
        'name:*',
        '*:*',
        '") OR 1=1 //',
        'Sealed~',
        '/.*/',
        '[* TO *]',
        '(',
        '\\',
        'AND OR NOT',
        '\u0000',
        'a'.repeat(5_000),
        'sea?ed',
        '+person -x',
      ],
      (name) => `find-person ${shown(name)}`,
      (name) => asking('find-person', { name }),
    ),
    ...each(
      [['csc', 'nobody'], 'csc', {}, [null], [['csc']], ["csc') DETACH DELETE (n"]],
      (heldBy) => `heldBy ${shown(heldBy)}`,
      (heldBy) => asking('people-of-concern-near', { child: 'nobody', heldBy }),
    ),
  },
  'the log and the seals': {
    ...each(
      [
        ['seals', {}],
        ['notices', {}],
        ['who-saw', { person: 'child' }],
        ['who-saw', { person: 'hidden' }],
        ['what-did', { user: 'amira' }],
        ['what-did', { user: 'petra' }],
        ['verify', {}],
      ] as const,
      ([look, body]) => `${look} ${shown(body)}`,
      ([look, body]) => post(body, {}, `/audit/${look}`),
    ),
    ...each(
      ['', 'SEALS', 'seals/', '/seals', 'seals%00', '__proto__', 'constructor', '000001.jsonl', '..%2faudit%2fseals', 'who-saw/child'],
      (look) => `the look ${shown(look)}`,
      (look) => post({}, {}, `/audit/${look}`),
    ),
    ...each(
      [
        { person: 'child', role: 'privacy officer' },
        { person: ['child'] },
        { person: 'child', before: "' OR 1=1" },
        { person: 'x'.repeat(60_000) },
        { __proto__: { person: 'child' } },
        { user: '"user":"' },
        null,
        [],
      ],
      (body) => `who-saw ${shown(body)}`,
      (body) => post(body, {}, '/audit/who-saw'),
    ),
    'by GET': http({ method: 'GET', path: '/audit/seals', body: '' }),
    'by a form of another site': post('person=child', { 'content-type': 'application/x-www-form-urlencoded' }, '/audit/who-saw'),
    'from another site': post({ person: 'child' }, { 'sec-fetch-site': 'cross-site' }, '/audit/who-saw'),
    'without being signed in': post({ person: 'child' }, { cookie: undefined }, '/audit/who-saw'),
    'by a name of its own': asking('audit/seals', {}),
  },
  'what is sealed': {
    ...each(
      ['hidden', 'sealed-contact', 'sealed-home', 's-sealed', 'seal-1'],
      (id) => `who is near ${id}`,
      (id) => asking('people-of-concern-near', { child: id }),
    ),
    ...each(
      ['hidden', 'sealed-home'],
      (id) => `the web of ${id}`,
      (id) => asking('web-of-person', { person: id }),
    ),
    'the home': asking('household', { household: 'sealed-home' }),
    'who holds what on them': asking('who-holds-what', { person: 'hidden' }),
    'contacts about them': asking('recent-contacts', { child: 'hidden' }),
    'routes to them': asking('routes-between', { from: ['child'], to: ['hidden'] }),
    'children near them': asking('children-near', { person: 'hidden' }),
    'everything without them': asking('people-of-concern-near', { child: 'child', without: ['hidden', 's-sealed'] }),
    ...each(
      ['name', 'postcode', 'identifier', 'born', 'area'],
      (by) => `finding them by ${by}`,
      (by) =>
        asking('find-person', {
          [by]: { name: 'Sealedname', postcode: 'ZZ9 9ZZ', identifier: 'SEALED-1', born: '1971-03-04', area: 'Sealedshire' }[by],
        }),
    ),
  },
};
