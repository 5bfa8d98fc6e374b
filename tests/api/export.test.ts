/** An answer taken along as a file, over HTTP: asked, decided and audited like the answer itself. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agency, person, says } from '../support/given.ts';
import { serve, type Browser, type Served } from '../support/serve.ts';

let served: Served;
let rosa: Browser;
const variables = { child: 's', person: 'a', asAt: '2016-12-01', heldOn: '2016-12-01' };
const question = { operationName: 'first-held', variables };

beforeAll(async () => {
  served = await serve(
    [
      agency('police'),
      agency('midwifery'),
      person('s', 'S'),
      person('r', 'R'),
      person('a', '=A'),
      says('police', '2016-10-12', { type: 'partner', persons: ['a', 'r'], from: '2016-10' }),
      says('police', '2016-10-12', { type: 'concern', person: 'a', form: 'convicted', from: '2014' }),
      says('midwifery', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }),
    ],
    { users: ['rosa'] },
  );
  rosa = served.browser();
  await rosa.signIn('rosa');
});
afterAll(() => served.close());

test('the first-held report comes as a table, of the asker, with nothing a spreadsheet would run', async () => {
  const { status, headers, text } = await rosa.post('/export', { ...question, format: 'csv' });
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('cache-control')).toContain('no-store');
  expect(text).toContain('"Asked by","rosa (reviewer)"');
  expect(text).toContain('"Purpose","review, R-2024/17"');
  expect(text).toContain(`"Person of concern","'=A"`);
  expect((await rosa.post('/export', { ...question, format: 'csv' })).text).toBe(text);
});
test('the same as a Word document', async () => {
  const { status, headers, text } = await rosa.post('/export', { ...question, format: 'docx' });
  expect([status, headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']);
  expect(text.startsWith('PK')).toBe(true);
});
test('nobody who is not signed in gets one, and no other kind, question or person', async () => {
  const code = async (browser: Browser, body: object): Promise<string> =>
    (await browser.post('/export', body)).body.errors[0].extensions.code;
  expect(await code(served.browser(), { ...question, format: 'csv' })).toBe('NOT_SIGNED_IN');
  expect(await code(rosa, { ...question, format: 'pdf' })).toBe('BAD_INPUT');
  expect(await code(rosa, question)).toBe('BAD_INPUT');
  expect(await code(rosa, { operationName: 'who-holds-what', variables: { person: 's' }, format: 'csv' })).toBe('BAD_INPUT');
  expect(await code(rosa, { operationName: '__proto__', variables: {}, format: 'csv' })).toBe('UNKNOWN_QUESTION');
  expect(await code(rosa, { ...question, variables: { ...variables, person: 'nobody' }, format: 'csv' })).toBe('NOT_FOUND');
});
