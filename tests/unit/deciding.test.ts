import { expect, test } from 'vitest';
import { decide } from '../../server/access/decide.ts';
import { FIELD_GROUPS, POLICY, PURPOSES, openedTo, purposesOf } from '../../server/access/policy.ts';
import { sealsOpenTo } from '../../server/access/seals.ts';
import { operator, ROLES, type Role, type Viewer } from '../../server/access/viewer.ts';
import { AGENCY_KINDS, type SealRecord } from '../../server/ledger/records.ts';
import { mayPool, opens, showsTo } from '../support/oracle/access.ts';
import { randomFrom, type Random } from '../../seed/random.ts';

const agencies = [
  { id: 'csc', kind: 'social care' },
  { id: 'police', kind: 'police' },
  { id: 'probation', kind: 'probation' },
  { id: 'gp', kind: 'GP' },
  { id: 'hospital', kind: 'hospital' },
  { id: 'school', kind: 'school' },
];
const asked = (viewer: Partial<Viewer>): string[] | undefined => openedTo({ role: 'mash', ...viewer }, agencies)?.agencies;

const seal = (over: Partial<SealRecord> = {}): SealRecord => ({
  type: 'seal',
  id: 'refuge',
  label: 'Refuge',
  covers: { persons: ['anna'] },
  custodian: 'police',
  ...over,
});
const amira: Viewer = { user: 'amira', role: 'mash', agency: 'csc', purpose: 'contact', reference: 'R1' };

test('a MASH worker with a contact to decide asks over every agency, a practitioner over their own alone', () => {
  expect(asked({ role: 'mash', purpose: 'contact', agency: 'csc' })).toEqual(['csc', 'gp', 'hospital', 'police', 'probation', 'school']);
  expect(asked({ role: 'practitioner', purpose: 'contact', agency: 'gp' })).toEqual(['gp']);
  expect(asked({ role: 'practitioner', purpose: 'contact' })).toEqual([]);
});

test('an analyst under an authority does not reach into health records, nor into who said it', () => {
  expect(asked({ role: 'analyst', purpose: 'network', agency: 'police' })).toEqual(['csc', 'police', 'probation', 'school']);
  expect(openedTo({ role: 'analyst', purpose: 'network' }, agencies)?.shows).toEqual(['identity', 'address', 'offence']);
});

test('what the table does not open stays shut: no purpose, another purpose, a purpose nobody has heard of', () => {
  expect(() => decide({ user: 'amira', role: 'mash' }, agencies)).toThrow(expect.objectContaining({ code: 'REASON_REQUIRED' }));
  for (const purpose of ['review', 'network', 'oversight', 'operator', '__proto__', 'curiosity', '']) {
    expect(() => decide({ ...amira, purpose }, agencies)).toThrow(expect.objectContaining({ code: 'REASON_REQUIRED' }));
  }
  expect(() => decide({ ...amira, role: 'constructor' as Role }, agencies)).toThrow(expect.objectContaining({ code: 'REASON_REQUIRED' }));
});

test('the operator asks over everything, in their own words', () => {
  expect(decide(operator('putting right a load'), agencies).agencies).toHaveLength(6);
});

test('a demonstration account may state training and nothing else, and nobody else may state training', () => {
  expect(purposesOf('mash', true).map(({ kind }) => kind)).toEqual(['training']);
  expect(purposesOf('mash', false).map(({ kind }) => kind)).toEqual(['contact']);
  expect(purposesOf('privacy officer', true)).toEqual([]);
});

test('a seal opens to a user, a role or an agency that it names, and to nobody else', () => {
  expect(sealsOpenTo(amira, [seal()], '2026-01-01')).toEqual([]);
  expect(sealsOpenTo(amira, [seal({ opens: { users: ['bela'], roles: ['analyst'], agencies: ['police'] } })], '2026-01-01')).toEqual([]);
  for (const named of [{ users: ['amira'] }, { roles: ['mash'] }, { agencies: ['csc'] }])
    expect(sealsOpenTo(amira, [seal({ opens: named })], '2026-01-01')).toEqual(['refuge']);
  expect(sealsOpenTo(operator(), [seal({ opens: { users: ['amira'] } })], '2026-01-01')).toEqual([]);
});

test('a seal binds from its first day to its last, and is open to all before and after', () => {
  const binding = seal({ from: '2025-03-10', to: '2025-06' });
  expect(['2025-03-09', '2025-03-10', '2025-06-30', '2025-07-01'].map((day) => sealsOpenTo(amira, [binding], day).length)).toEqual([
    1, 0, 0, 1,
  ]);
  expect(sealsOpenTo(amira, [seal({ from: '2025', to: '..' })], '2999-01-01')).toEqual([]);
});

test('somebody with a conflict of interest stays out, whoever else says they may come in', () => {
  const conflict = seal({
    opens: { users: ['amira'], roles: ['mash'], agencies: ['csc'] },
    excludes: { users: ['amira'] },
    from: '2025-01-01',
    to: '2025-12-31',
  });
  expect(['2024-01-01', '2025-06-01', '2026-06-01'].map((day) => sealsOpenTo(amira, [conflict], day))).toEqual([[], [], []]);
  expect(sealsOpenTo({ ...amira, user: 'bela' }, [conflict], '2025-06-01')).toEqual(['refuge']);
});

test('the table names each role and purpose that it opens once', () => {
  const keys = POLICY.map(({ role, purpose }) => `${role} ${purpose}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('two hundred thousand random requests are decided as a second, slow reading of the rules decides them', () => {
  const differing: unknown[] = [];
  for (let seed = 0; seed < 200_000; seed += 1) {
    const random = randomFrom(seed);
    const viewer = someViewer(random);
    const pool = [
      { id: 'a1', kind: random.pick(AGENCY_KINDS) },
      { id: 'a2', kind: random.pick(AGENCY_KINDS) },
      { id: 'a3', kind: random.pick(AGENCY_KINDS) },
    ];
    const fast = openedTo(viewer, pool);
    const slow = {
      agencies: pool.filter((agency) => mayPool(viewer, agency)).map(({ id }) => id),
      shows: FIELD_GROUPS.filter((group) => showsTo(viewer, group)),
    };
    const seals = Array.from({ length: random.below(4) }, (_, at) => someSeal(random, `s${at}`));
    const day = `202${random.below(3)}-0${1 + random.below(9)}-${String(1 + random.below(28)).padStart(2, '0')}`;
    const open = sealsOpenTo(viewer, seals, day);
    const openSlow = seals.filter((one) => opens(one, viewer, day)).map(({ id }) => id);
    if (JSON.stringify([fast?.agencies ?? [], fast?.shows ?? [], open]) !== JSON.stringify([slow.agencies, slow.shows, openSlow]))
      differing.push({ seed, viewer, pool, fast, slow, open, openSlow });
  }
  expect(differing.slice(0, 3)).toEqual([]);
});

function someViewer(random: Random): Viewer {
  return {
    user: random.pick(['u1', 'u2', 'u3']),
    role: random.pick([...Object.keys(ROLES), 'operator', 'nobody']) as Role,
    ...(random.chance(0.8) ? { agency: random.pick(['a1', 'a2', 'a3', 'a4']) } : {}),
    ...(random.chance(0.9) ? { purpose: random.pick([...PURPOSES.map(({ kind }) => kind), 'other', '']) } : {}),
  };
}

function someSeal(random: Random, id: string): SealRecord {
  const users = random.some(['u1', 'u2', 'u3'], 0.3);
  const excluded = random.some(['u1', 'u2', 'u3'], 0.15);
  return {
    type: 'seal',
    id,
    label: id,
    covers: { persons: ['p'] },
    custodian: 'a1',
    ...(random.chance(0.8)
      ? { opens: { users, roles: random.some(Object.keys(ROLES), 0.15), agencies: random.some(['a1', 'a2', 'a3', 'a4'], 0.2) } }
      : {}),
    ...(excluded.length > 0 ? { excludes: { users: excluded } } : {}),
    ...(random.chance(0.6)
      ? { from: random.pick(['2020', '2021-04', '2021-04-09', '2021-05~', '2020-12-31?', '2021-01-01/2021-03-01']) }
      : {}),
    ...(random.chance(0.5) ? { to: random.pick(['2021', '2021-08', '2022-02-28', '..', '2021-06~', '../2021-09-09']) } : {}),
  };
}
