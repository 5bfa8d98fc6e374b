/** What an entry of the audit log holds, and what can be asked of the log. */
import { expect, test } from 'vitest';
import { openAudit } from '../../server/access/audit.ts';
import { entryNamed, whatDid, whoSaw } from '../../server/access/audit/search.ts';
import { auditHome, looked } from '../support/audit-home.ts';

const at = auditHome();

test('what was looked at is in the log with everything but a name', async () => {
  const audit = await openAudit(at.home);
  expect(await audit.record(looked())).toBe('1.1');
  await audit.close();
  const written = JSON.parse(at.logText()) as Record<string, unknown>;
  expect(Object.keys(written)).toEqual([
    'log',
    'sequence',
    'time',
    'user',
    'agency',
    'role',
    'purpose',
    'reference',
    'question',
    'arguments',
    'decision',
    'people',
    'counts',
    'digest',
    'revision',
    'duration',
    'hash',
  ]);
  expect(written).toMatchObject({
    log: 1,
    sequence: 1,
    user: 'amira',
    agency: 'mia/csc',
    role: 'mash',
    purpose: 'referral',
    reference: 'R-2020/117',
    counts: { found: 1 },
    revision: 4,
    duration: 12.346,
  });
  expect(written['arguments']).toMatchObject({
    asAt: '2020-04-25',
    within: 2,
    standings: ['alleged'],
    ties: ['PARENT_OF'],
    child: expect.stringMatching(/^~[\w-]{22}$/),
  });
  expect(written['people']).toHaveLength(2);
  for (const id of ['mia/connor', 'mia/so2', 'mia/father', 'mia/seal-1']) expect(at.logText()).not.toContain(id);
});

test('a name typed into any box, or used as the name of a box, does not reach the log', async () => {
  const audit = await openAudit(at.home);
  await audit.record(
    looked({
      args: {
        given: 'Marmaduke',
        born: 'Marmaduke',
        asAt: 'Marmaduke',
        ties: ['MARMADUKE'],
        heldBy: ['Marmaduke'],
        first: 3,
        'of Marmaduke': true,
        within: { is: 'Marmaduke' },
      },
    }),
  );
  await audit.close();
  expect(at.logText().toLowerCase()).not.toContain('marmaduke');
});

test('who saw a person, what a worker did, and one entry by its number can be asked', async () => {
  const audit = await openAudit(at.home);
  await audit.record(looked());
  await audit.record(
    looked({ user: 'bela', args: { child: 'mia/father' }, people: [], decision: { outcome: 'refused', code: 'NOT_FOUND' } }),
  );
  await audit.record(looked({ user: 'cleo', people: ['mia/emma'], args: { child: 'mia/emma' } }));
  await audit.close();
  expect((await whoSaw(at.home, 'mia/father')).map((entry) => entry.user)).toEqual(['amira', 'bela']);
  expect((await whatDid(at.home, 'cleo')).map((entry) => entry.sequence)).toEqual([3]);
  expect((await entryNamed(at.home, '1.2')).decision.code).toBe('NOT_FOUND');
  await expect(entryNamed(at.home, '9')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
