/** Attacks on the real server, by class: none gets an answer it should not have, and no protected value is in any reply, header or log line. */
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attacks } from '../support/attacks.ts';
import type { Target } from '../support/attacks/sending.ts';
import { agency, household, person, says } from '../support/given.ts';
import { serve } from '../support/serve.ts';

/** Each value that is under the seal, once; and names and ids that the worker may see, but no log line may carry. */
const PROTECTED = [
  'Sealedname',
  'Sealedgiven',
  'SEALED-1',
  'Sealedshire',
  'ZZ9 9ZZ',
  'Sealed Street',
  'sealed-note',
  'sealed-ref',
  'sealed-outcome',
  'sealed-offence',
  'Sealed Home',
  'Hidden Label',
  'Aseal',
  '1971-03-04',
  'told-by-sealed',
];
const OF_PEOPLE = ['Openname', 'Opengiven', 'OPEN-1', 'Open Street', 'AB1 2CD', 'open-note', 'open-offence'];

const records = [
  agency('csc', 'social care'),
  agency('police'),
  agency('gp', 'GP'),
  person('child', 'Openname Child'),
  person('mother', 'Mother'),
  person('near', 'Near'),
  person('hidden', 'Hidden Label'),
  household('home', 'Open Home'),
  household('sealed-home', 'Sealed Home'),
  says('csc', '2020-01-02', { type: 'parent', parent: 'mother', child: 'child', basis: 'birth' }, { note: 'open-note' }),
  says('csc', '2020-01-02', {
    type: 'detail',
    person: 'child',
    names: [{ given: 'Opengiven', family: 'Openname' }],
    born: '2015-06-07',
    identifiers: [{ scheme: 'NHS', value: 'OPEN-1' }],
  }),
  says('csc', '2020-01-02', { type: 'home', person: 'child', household: 'home', pattern: 'lives' }),
  says('csc', '2020-01-02', { type: 'address', household: 'home', lines: ['Open Street'], postcode: 'AB1 2CD' }),
  says('police', '2020-01-02', { type: 'partner', persons: ['mother', 'near'], form: 'relationship' }),
  says('police', '2020-01-02', { type: 'concern', person: 'near', form: 'convicted', what: 'open-offence', from: '2014' }),
  says(
    'police',
    '2020-01-02',
    { type: 'partner', persons: ['mother', 'hidden'], form: 'relationship' },
    { id: 's-sealed', note: 'sealed-note', ref: 'sealed-ref', source: { kind: 'relative', name: 'told-by-sealed' } },
  ),
  says('police', '2020-01-02', { type: 'concern', person: 'hidden', form: 'convicted', what: 'sealed-offence', from: '2014' }),
  says('police', '2020-01-02', {
    type: 'detail',
    person: 'hidden',
    names: [{ given: 'Sealedgiven', family: 'Sealedname' }],
    born: '1971-03-04',
    identifiers: [{ scheme: 'PNC', value: 'SEALED-1' }],
  }),
  says('police', '2020-01-02', { type: 'home', person: 'hidden', household: 'sealed-home', pattern: 'lives' }),
  says('police', '2020-01-02', {
    type: 'address',
    household: 'sealed-home',
    lines: ['Sealed Street'],
    postcode: 'ZZ9 9ZZ',
    area: 'Sealedshire',
  }),
  {
    type: 'contact',
    id: 'sealed-contact',
    agency: 'police',
    on: '2020-02-03',
    kind: 'visit',
    about: ['child'],
    with: ['mother', 'hidden'],
    outcome: 'sealed-outcome',
  },
  {
    type: 'seal',
    id: 'seal-1',
    label: 'Aseal',
    covers: { persons: ['hidden'], households: ['sealed-home'], records: ['s-sealed', 'sealed-contact'] },
    custodian: 'police',
  },
];

let target: Target;
const logged: string[] = [];

beforeAll(async () => {
  const stream = new Writable({ write: (chunk: Buffer, _, done) => (logged.push(chunk.toString()), done()) });
  const served = await serve(records, { users: ['amira', 'gita'], logger: { level: 'trace', stream } });
  const browser = served.browser();
  await browser.signIn('amira');
  target = { served, cookie: browser.cookie! };
});
afterAll(async () => target.served.close());

/** Everybody the worker may not have heard of: an answer with one of these in it is a hole. */
const holes = (reply: string): string[] => PROTECTED.filter((value) => reply.toLowerCase().includes(value.toLowerCase()));
/** A reply with a question's data, a schema, or a stack: what only a proper question, or nobody, gets. */
const gives = (reply: string): boolean => /"data":\{"[^}]*\}|__schema|"types":|Did you mean|node_modules|\n\s+at |neo4j|Neo\./.test(reply);

const count = Object.values(attacks).reduce((sum, one) => sum + Object.keys(one).length, 0);

test('there are more than a hundred attacks', () => {
  expect(count).toBeGreaterThan(100);
});

/** What may be answered, with what the worker may see anyway. */
const answered = new Set(['everything without them', 'routes to them']);

describe.each(Object.entries(attacks).filter(([name]) => name !== 'too large'))('%s', (name, ofClass) => {
  test.each(Object.entries(ofClass))('%s', async (one, attack) => {
    const reply = await attack(target);
    expect(holes(reply)).toEqual([]);
    // A search may be made for anything: what it finds is what the worker may see.
    if (one.startsWith('find') || answered.has(one) || (name === 'what is sealed' && one.startsWith('finding'))) return;
    expect({ reply: reply.slice(0, 400), gives: gives(reply) }).toMatchObject({ gives: false });
    // A connection that is dropped without a word is an answer only to what was no request.
    expect(
      (reply === '' && name === 'headers') ||
        /^HTTP\/1\.1 4\d\d /.test(reply) ||
        (reply.startsWith('HTTP/1.1 200') && reply.includes('"signedIn":')),
    ).toBe(true);
  });
});

describe('too large', () => {
  test.each(Object.entries(attacks['too large']!))('%s', async (_, attack) => {
    const reply = await attack(target);
    expect(reply === '' || /^HTTP\/1\.1 4\d\d /.test(reply)).toBe(true);
    expect(gives(reply)).toBe(false);
  });
});

test('somebody absent and somebody hidden get the same reply, byte for byte', async () => {
  const { served } = target;
  const browser = served.browser();
  browser.cookie = target.cookie;
  const questions: [string, string][] = [
    ['people-of-concern-near', 'child'],
    ['children-near', 'person'],
    ['web-of-person', 'person'],
    ['who-holds-what', 'person'],
    ['recent-contacts', 'child'],
  ];
  for (const [operation, argument] of questions) {
    const replies = await Promise.all(['hidden', 'nobody'].map(async (id) => browser.ask(operation, { [argument]: id })));
    expect(replies.map(({ status }) => status)).toEqual([404, 404]);
    expect(replies[0]!.text).toBe(replies[1]!.text);
  }
});

test('a proper question still works after all this, and its answer holds nothing that is sealed', async () => {
  const browser = target.served.browser();
  browser.cookie = target.cookie;
  const signedIn = await browser.post('/session');
  expect(signedIn.body).toMatchObject({ signedIn: true, user: 'amira', purpose: { kind: 'contact', reference: 'R-2024/17' } });
  const texts = await Promise.all(
    [
      ['people-of-concern-near', { child: 'child' }],
      ['web-of-person', { person: 'child' }],
      ['household', { household: 'home' }],
      ['recent-contacts', { child: 'child' }],
      ['who-holds-what', { person: 'mother' }],
      ['find-person', { name: 'Openname' }],
    ].map(async ([name, variables]) => {
      const { status, text } = await browser.ask(name as string, variables as object as Record<string, unknown>);
      expect(status).toBe(200);
      return text;
    }),
  );
  expect(texts.join()).toContain('Opengiven');
  expect(holes(texts.join())).toEqual([]);
});

test('a practitioner sees what their own agency holds and nothing of the others, whatever they name', async () => {
  const browser = target.served.browser();
  await browser.signIn('gita');
  for (const heldBy of [undefined, ['csc'], ['csc', 'police', 'gp']]) {
    const { text } = await browser.ask('web-of-person', { person: 'child', ...(heldBy === undefined ? {} : { heldBy }) });
    for (const value of [...PROTECTED, 'Opengiven', 'Open Street', 'open-offence', 'OPEN-1']) expect(text).not.toContain(value);
  }
});

test('no log line carries a value, a name or an id of anybody, sealed or open', () => {
  const all = logged.join('');
  expect(logged.length).toBeGreaterThan(count / 2);
  for (const value of [...PROTECTED, ...OF_PEOPLE, '"child"', '"mother"', '"hidden"', 'correct horse', target.cookie])
    expect({ value, logged: all.includes(value) }).toEqual({ value, logged: false });
});
