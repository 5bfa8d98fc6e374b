/** `kith ask` as a process of its own: docs/questions.md, "The command line". */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cloneRoot } from '../../server/config.ts';
import { agency, givenCaseFile, person, says, type Given } from '../support/given.ts';

let given: Given;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'kith-ask-'));
  given = await givenCaseFile(
    agency('police'),
    agency('midwifery'),
    person('s', 'S'),
    person('r', 'R'),
    person('a', 'A'),
    says('police', '2016-10-12', { type: 'partner', persons: ['a', 'r'], from: '2016-10' }),
    says('police', '2016-10-12', { type: 'concern', person: 'a', form: 'convicted', what: 'an offence', from: '2014' }),
    says('midwifery', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }),
  );
});
afterAll(async () => {
  await given.close();
  rmSync(home, { recursive: true, force: true });
});

type Ran = { code: number; out: string; err: string };
function ask(...args: string[]): Promise<Ran> {
  const { uri, user, password, database } = inject('database');
  const env = { ...process.env, KITH_HOME: home, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  return new Promise((done) => {
    execFile(process.execPath, ['bin/kith.mjs', 'ask', ...args], { cwd: cloneRoot, env }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}
const near = ['people-of-concern-near', '--child', 's', '--as-at', '2016-12-01', '--held-on', '2016-12-01'];

test('answers in sentences, and with --json exactly the data the page gets', async () => {
  const { code, out } = await ask(...near, '--held-by', 'police,midwifery');
  expect(code).toBe(0);
  expect(out).toContain('1 person of concern is recorded within 2 steps of S');
  expect(out).toContain('S is the child of R (midwifery, held by 20 May 2016), who is the partner of A');
  expect(out).toContain('No single agency held a whole route. Held between: midwifery with police.');
  const json = await ask(...near, '--held-by', 'police,midwifery', '--json');
  expect(JSON.parse(json.out)).toEqual({
    peopleOfConcernNear: await given.ask('people-of-concern-near', {
      child: 's',
      asAt: '2016-12-01',
      heldOn: '2016-12-01',
      heldBy: ['police', 'midwifery'],
    }),
  });
});

test('ends with 1 and a sentence that names the argument for what is wrong, or not found, or no question', async () => {
  expect(await ask(...near, '--held-by', 'nobody')).toEqual({ code: 1, out: '', err: 'heldBy names an unknown agency: nobody.\n' });
  expect(await ask(...near, '--within', 'two')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('within') });
  expect(await ask('people-of-concern-near', '--child', 'nobody')).toMatchObject({ code: 1, out: '' });
  expect(await ask('multi-family', '--child', 's')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('There is no question called "multi-family".'),
  });
});

test('answers a file of questions line by line, in order, over one connection, errors among them', async () => {
  const file = path.join(home, 'questions.jsonl');
  writeFileSync(
    file,
    [
      { ask: 'people-of-concern-near', child: 's', asAt: '2016-12-01', heldBy: ['midwifery'] },
      { ask: 'people-of-concern-near', child: 's', asAt: 'never' },
      { ask: 'multi-family', child: 's' },
      { child: 's' },
      { ask: 'children-near', person: 'a', asAt: '2016-12-01', within: 1 },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n') + '\nnot json\n',
  );
  const { code, out } = await ask('--batch', file, '--json');
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(lines.map((line) => Object.keys(line)[0])).toEqual(['peopleOfConcernNear', 'error', 'error', 'error', 'childrenNear', 'error']);
  expect(lines.map((line) => line.error?.code)).toEqual([undefined, 'BAD_INPUT', 'UNKNOWN_QUESTION', 'BAD_INPUT', undefined, 'BAD_INPUT']);
  expect(lines[1].error.message).toBe('asAt must be a day, as 2020-04-25.');
});
