/** What the page sends and gets, and what nobody gets: docs/security.md section 5. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agency, person, says } from '../support/given.ts';
import { serve, type Browser, type Served } from '../support/serve.ts';

const records = [
  agency('police'),
  agency('midwifery'),
  person('s', 'S'),
  person('r', 'R'),
  person('a', 'A'),
  says('police', '2016-10-12', { type: 'partner', persons: ['a', 'r'], from: '2016-10' }),
  says('police', '2016-10-12', { type: 'concern', person: 'a', form: 'convicted', what: 'an offence', from: '2014' }),
  says('midwifery', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }),
];

describe('Over HTTP', () => {
  let served: Served;
  let amira: Browser;
  const lines: string[] = [];
  beforeAll(async () => {
    served = await serve(records, { logger: { level: 'info', stream: { write: (line: string) => void lines.push(line) } } });
    amira = served.browser();
    await amira.signIn('amira');
  });
  afterAll(() => served.close());

  test('a question is asked by its name, with variables, and answered with its data', async () => {
    const { status, body } = await amira.ask('people-of-concern-near', { child: 's', asAt: '2016-12-01', heldBy: ['police', 'midwifery'] });
    expect(status).toBe(200);
    expect(
      body.data.peopleOfConcernNear.found.map((row: { person: { name: string }; steps: number }) => [row.person.name, row.steps]),
    ).toEqual([['A', 2]]);
    expect(body.errors).toBeUndefined();
  });
  test('the second time it runs compiled, and says the same', async () => {
    const ask = async (): Promise<string> => JSON.stringify((await amira.ask('children-near', { person: 'a', asAt: '2016-12-01' })).body);
    const before = served.app.compiled.count;
    const first = await ask();
    expect(served.app.compiled.count).toBe(before);
    const second = await ask();
    expect(served.app.compiled.count).toBeGreaterThan(before);
    expect([second, await ask()]).toEqual([first, first]);
  });
  test('compiled or not, bad input is refused in the same words', async () => {
    for (let time = 0; time < 3; time++) {
      const { status, body } = await amira.ask('people-of-concern-near', { child: 's', since: '2020-01-01', asAt: '2019-01-01' });
      expect([status, body]).toEqual([
        400,
        {
          data: null,
          errors: [
            {
              message: 'since must not be after asAt.',
              extensions: { code: 'BAD_INPUT', argument: 'since', rule: 'must not be after asAt' },
            },
          ],
        },
      ]);
    }
  });
  test.each([
    [{ child: 's', within: 'two' }, 'within'],
    [{ child: 's', ties: ['FRIEND_OF'] }, 'ties'],
    [{ child: 's', asAt: 'yesterday' }, 'asAt'],
    [{}, 'child'],
    [{ child: 's', heldBy: ['nobody'] }, 'heldBy'],
    [{ child: 's', first: 501 }, 'first'],
  ])('%j is bad input that names the argument', async (variables, argument) => {
    const { status, body } = await amira.ask('people-of-concern-near', variables);
    expect([status, body.errors[0].extensions.code, body.errors[0].extensions.argument]).toEqual([400, 'BAD_INPUT', argument]);
  });
  test('somebody who is not there is NOT_FOUND', async () => {
    const { status, body } = await amira.ask('people-of-concern-near', { child: 'nobody' });
    expect([status, body.errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
  });

  test.each(['__proto__', 'constructor', 'who-to-blame', 'peopleOfConcernNear', ''])('a question called "%s" is unknown', async (name) => {
    const { status, body } = await amira.ask(name, { child: 's' });
    expect([status, body.errors[0].extensions.code]).toEqual([404, 'UNKNOWN_QUESTION']);
  });
  test('free text is no question, introspection included', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ peopleOfConcernNear(child: "s") { truncated } }']) {
      const { status, body } = await amira.post('/graphql', { query });
      expect([status, body.errors[0].extensions.code]).toEqual([404, 'UNKNOWN_QUESTION']);
    }
  });
  test('one question at a time, and nothing beside it', async () => {
    const one = { operationName: 'people-of-concern-near', variables: { child: 's' } };
    expect((await amira.post('/graphql', [one, one])).body.errors[0].extensions).toMatchObject({ code: 'BAD_INPUT', argument: 'body' });
    expect((await amira.post('/graphql', { ...one, extensions: {} })).status).toBe(400);
    expect(
      (await amira.post('/graphql', '{"operationName": "people-of-concern-near", "variables": {"__proto__": {"child": "s"}}}')).status,
    ).toBe(400);
  });
  test('only POST, only application/json, only 64 KiB', async () => {
    expect((await amira.get('/graphql?operationName=people-of-concern-near')).status).toBe(404);
    expect(
      (await amira.post('/graphql', 'operationName=people-of-concern-near', { 'content-type': 'application/x-www-form-urlencoded' }))
        .status,
    ).toBe(415);
    expect((await amira.post('/graphql', '{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await amira.post('/graphql', '{')).status).toBe(400);
    expect((await amira.ask('people-of-concern-near', { child: 'x'.repeat(70_000) })).status).toBe(413);
  });
  test('a page elsewhere cannot ask, nor one that calls this machine by another name', async () => {
    const body = { operationName: 'people-of-concern-near', variables: { child: 's' } };
    expect((await amira.post('/graphql', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(400);
    expect(
      (await served.app.inject({ method: 'POST', url: '/graphql', headers: { host: 'elsewhere.example' }, payload: body })).statusCode,
    ).toBe(400);
  });
  test('every reply tells the browser to load nothing else and keep nothing', async () => {
    for (const { headers } of [await amira.ask('people-of-concern-near', { child: 's' }), await amira.get('/nothing-here')]) {
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
      expect([headers.get('x-content-type-options'), headers.get('referrer-policy'), headers.get('cache-control')]).toEqual([
        'nosniff',
        'no-referrer',
        'no-store',
      ]);
    }
  });
  test('it says whether it lives and whether it can answer', async () => {
    const anybody = served.browser();
    expect((await anybody.get('/health/live')).body).toEqual({ live: true });
    expect((await anybody.get('/health/ready')).body).toMatchObject({ ready: true });
  });
  test('no line of the log names anybody or anything that was asked', async () => {
    await amira.ask('people-of-concern-near', { child: 's', heldBy: ['midwifery'] });
    await amira.ask('find-person', { name: 'Wilhelmina' });
    const log = lines.join('');
    expect(log).toContain('people-of-concern-near');
    expect(log).not.toMatch(/Wilhelmina|midwifery|amira/);
  });
});

describe('While developing', () => {
  test('free text is answered, no deeper than 8 and no longer than 1,000 words', async () => {
    const served = await serve(records, { development: true });
    const amira = served.browser();
    await amira.signIn('amira');
    const ask = async (query: string) => amira.post('/graphql', { query });
    expect((await ask('{ peopleOfConcernNear(child: "s", asAt: "2016-12-01") { found { steps } } }')).body).toEqual({
      data: { peopleOfConcernNear: { found: [{ steps: 2 }] } },
    });
    expect((await ask('{ __type(name: "Near") { name } }')).body).toEqual({ data: { __type: { name: 'Near' } } });
    const deep = `{ __schema ${'{ types { fields { type '.repeat(4)}{ name }${' } } }'.repeat(4)} }`;
    expect((await ask(deep)).status).toBe(400);
    expect((await ask(`{ ${'peopleOfConcernNear(child: "s") { truncated } '.repeat(150)} }`)).status).toBe(400);
    expect((await ask('{ nothing }')).body.errors[0].extensions.code).toBe('BAD_INPUT');
    await served.close();
  });
});
