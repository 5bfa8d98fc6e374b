import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, household, person, rowsOf, says, type Answer, type Given } from '../support/given.ts';

const file = [
  agency('csc', 'social care', 'Social care'),
  agency('school', 'school', 'School'),
  agency('police', 'police', 'Police'),
  person('mia', 'Mia'),
  person('mother', 'Mother'),
  person('partner', 'Adult B'),
  person('so1', 'SO1'),
  person('far', 'Adult F'),
  household('h1', 'Household 1'),
  household('h2', 'Household 2'),
  { type: 'organisation', id: 'club', name: 'Swimming club', kind: 'voluntary' },
  says('csc', '2020-01-10', { type: 'detail', person: 'mia', born: '2012-05-18', sex: 'female' }),
  says('csc', '2020-01-10', { type: 'detail', person: 'mother', sex: 'female', names: [{ given: 'Rose', family: 'Dee' }] }),
  says('csc', '2020-01-10', { type: 'parent', parent: 'mother', child: 'mia', basis: 'birth' }),
  says('csc', '2020-01-10', { type: 'home', person: 'mia', household: 'h1', pattern: 'lives', from: '2018-06-01' }),
  says('csc', '2020-01-10', { type: 'involvement', agency: 'csc', person: 'mia', form: 'open', from: '2019-01-01', to: '2019-12-31' }),
  says(
    'school',
    '2020-01-15',
    { type: 'partner', persons: ['mother', 'partner'], form: 'living together', from: '2019-05' },
    { id: 'couple' },
  ),
  says('school', '2020-01-15', { type: 'home', person: 'partner', household: 'h2', pattern: 'lodges', from: '2019-06' }),
  says('school', '2020-01-15', { type: 'role', person: 'partner', organisation: 'club', role: 'coach', children: true, from: '2019' }),
  says('police', '2020-02-01', { type: 'associate', persons: ['partner', 'so1'], form: 'business' }),
  says('police', '2020-02-01', { type: 'concern', person: 'so1', form: 'convicted', what: 'an offence against a child', from: '2014' }),
  says('police', '2020-02-01', { type: 'custody', person: 'partner', form: 'remand', from: '2020-02-10', to: '2020-03-10' }),
];
const namesOf = (web: Answer): string[] => rowsOf(web.people);
const told = (answer: Answer): string => JSON.stringify(answer, (key, value) => (key === 'revision' ? 0 : value));

describe('Everybody around Mia on 25 February 2020', () => {
  let given: Given;
  const ask = (args: object = {}): Promise<Answer> =>
    given.ask('web-of-person', { person: 'mia', asAt: '2020-02-25', heldOn: '2020-02-25', ...args });
  beforeAll(async () => {
    given = await givenCaseFile(...file);
  });
  afterAll(() => given.close());

  it('has the subject first, then people by steps, and no further than asked', async () => {
    expect(namesOf(await ask())).toEqual(['Mia at 0', 'Rose Dee at 1', 'Adult B at 2']);
    expect(namesOf(await ask({ within: 3 }))).toEqual(['Mia at 0', 'Rose Dee at 1', 'Adult B at 2', 'SO1 at 3']);
    expect(namesOf(await ask({ within: 1 }))).toEqual(['Mia at 0', 'Rose Dee at 1']);
  });
  it('says what each is to Mia in family words', async () => {
    const { people } = await ask();
    expect(people.map((one: Answer) => one.toSubject.join())).toEqual(['', 'mother', "mother's partner"]);
  });
  it('joins them by ties among those shown, each with its words and holders', async () => {
    const { ties } = await ask();
    expect(ties.map(({ from, to, tie }: Answer) => `${from} ${tie.kind} ${to}`)).toEqual([
      'mother PARENT_OF mia',
      'mother PARTNER_OF partner',
    ]);
    expect(ties[1].tie.says).toBe(
      'Rose Dee lives as a couple with Adult B (from May 2019; no end recorded; school, held by 15 January 2020).',
    );
  });
  it('shows homes, groups, custody, agencies with a record and whether they are involved', async () => {
    const { homes, stays, organisations, roles, people, agencies, says: sentence } = await ask();
    expect(homes.map(({ id, ofSubject }: Answer) => [id, ofSubject])).toEqual([
      ['h1', true],
      ['h2', false],
    ]);
    expect(stays.map(({ person: who, home, pattern }: Answer) => `${who} ${pattern} ${home}`)).toEqual([
      'mia lives h1',
      'partner lodges h2',
    ]);
    expect(organisations.map((one: Answer) => one.name)).toEqual(['Swimming club']);
    expect(roles[0].says).toBe(
      'Adult B: coach at Swimming club (with the children there; from 2019; no end recorded; school, held by 15 January 2020).',
    );
    expect(people[2].custody).toBe('remand, from 10 February 2020 to 10 March 2020');
    expect(people[0].agencies.map((pill: Answer) => [pill.agency.id, pill.form, pill.involved])).toEqual([['csc', 'open', false]]);
    expect(people[2].agencies.map((pill: Answer) => pill.agency.id)).toEqual(['police', 'school']);
    expect(people[2].agencies[1].says).toBe('School: holds a record since 15 January 2020; no involvement is recorded.');
    expect(agencies.map((one: Answer) => one.id)).toEqual(['csc', 'police', 'school']);
    expect(sentence).toBe(
      'Mia (7 years), on 25 February 2020: lives or stays at Household 1. 2 people within 2 steps; 2 homes, 1 group or organisation and 3 agencies with a record.',
    );
  });
  it('marks the person of concern with source and year', async () => {
    const { people, says: sentence } = await ask({ within: 3 });
    expect(people[3].concerns.map((one: Answer) => one.says)).toEqual([
      'convicted, 2014: an offence against a child (police, held by 1 February 2020)',
    ]);
    expect(sentence).toContain('3 people within 3 steps, 1 person of concern among them');
  });
  it('goes when the fact goes: another day held, another agency, a what-if, a kind of tie', async () => {
    expect(namesOf(await ask({ heldOn: '2020-01-14' }))).toEqual(['Mia at 0', 'Rose Dee at 1']);
    expect(namesOf(await ask({ heldBy: ['csc'] }))).toEqual(['Mia at 0', 'Rose Dee at 1']);
    expect(namesOf(await ask({ without: ['mother'], within: 4 }))).toEqual(['Mia at 0']);
    expect(namesOf(await ask({ ties: ['PARENT_OF'], within: 4 }))).toEqual(['Mia at 0', 'Rose Dee at 1']);
  });
  it('says truthfully that nobody is recorded', async () => {
    const { grounds, says: sentence } = await ask({ heldBy: ['police'] });
    expect(sentence).toBe(
      'Mia (age not known), on 25 February 2020: no home is recorded. Nobody is recorded within 2 steps; no home, no group or organisation and no agency with a record.',
    );
    expect(grounds.says).toContain('No person is recorded within 2 steps of Mia');
    expect(grounds.says).toContain('That nothing is recorded does not mean that there is nothing.');
  });
  it('cuts at the rows asked for, says so, and refuses what it must', async () => {
    const web = await ask({ first: 1 });
    expect([namesOf(web), web.truncated]).toEqual([['Mia at 0', 'Rose Dee at 1'], true]);
    expect(web.says).toContain('The nearest 1 person within 2 steps (there are more)');
    await expect(ask({ person: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask({ within: 5 })).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument: 'within' } });
  });
  it('takes two records for one only while a statement joins them', async () => {
    await given.andThen(
      person('mother-2', 'Mrs D'),
      says('school', '2020-02-02', { type: 'associate', persons: ['mother-2', 'far'], form: 'friend' }),
      says('csc', '2020-02-03', { type: 'same', persons: ['mother', 'mother-2'] }, { id: 'same' }),
    );
    const { people, ties } = await ask();
    expect(rowsOf(people)).toEqual(['Mia at 0', 'Rose Dee at 1', 'Adult F at 2', 'Adult B at 2']);
    expect(people[1].person.records).toEqual(['mother', 'mother-2']);
    expect(ties.filter(({ tie }: Answer) => tie.kind === 'ASSOCIATE_OF')).toHaveLength(1);
    await given.andThen(
      says('csc', '2020-02-04', { type: 'same', persons: ['mother', 'mother-2'] }, { stance: 'retracts', withdraws: 'same' }),
    );
    expect(rowsOf((await ask()).people)).toEqual(['Mia at 0', 'Rose Dee at 1', 'Adult B at 2']);
  });
});

describe('When two people were met at one visit', () => {
  const visit = {
    type: 'contact',
    id: 'v1',
    agency: 'csc',
    on: '2020-02-20',
    kind: 'visit',
    about: ['mia', 'kept'],
    with: ['mother', 'so1', 'kept'],
    from: 'school',
    ref: 'CS/17',
  };
  const sealed = { type: 'seal', id: 'seal', label: 'Kept apart', covers: { persons: ['kept'] }, custodian: 'police' };
  let given: Given;
  const met = async (args: object = {}): Promise<Answer[]> =>
    (await given.ask('web-of-person', { person: 'mia', asAt: '2020-02-25', heldOn: '2020-02-25', ...args })).ties
      .map(({ tie }: Answer) => tie)
      .filter((tie: Answer) => tie.kind === 'MET');
  beforeAll(async () => {
    given = await givenCaseFile(...file, person('kept', 'Adult K'), visit, sealed);
  });
  afterAll(() => given.close());

  it('the tie says which visit it was worked out from, of which agency, on whose word', async () => {
    const [tie, ...more] = await met();
    expect(more).toEqual([]);
    expect(tie).toMatchObject({ derived: true, evidence: [], standing: 'observed', via: { id: 'v1', kind: 'contact', name: 'a visit' } });
    expect(tie.says).toBe('Rose Dee met SO1 (a visit, on 20 February 2020; social care, held by 20 February 2020).');
    expect(tie.contact).toMatchObject({
      id: 'v1',
      kind: 'visit',
      agency: { id: 'csc' },
      on: { says: '20 February 2020' },
      from: 'School',
      ref: 'CS/17',
      says: 'Visit by Social care, on 20 February 2020, about Mia (from School; Rose Dee and SO1 were met).',
    });
  });
  it('there is no tie and no visit for whom it was not held, and no contact behind a tie that was stated', async () => {
    expect(await met({ heldOn: '2020-02-19' })).toEqual([]);
    expect(await met({ heldBy: ['school', 'police'] })).toEqual([]);
    const { ties } = await given.ask('web-of-person', { person: 'mia', asAt: '2020-02-25', heldOn: '2020-02-25', within: 1 });
    expect(ties.map(({ tie }: Answer) => [tie.kind, tie.contact])).toEqual([['PARENT_OF', null]]);
  });
});

describe('When people, a home and a group are sealed', () => {
  it('whoever may not open the seal gets the answer of a graph without them, byte for byte', async () => {
    const args = { person: 'mia', asAt: '2020-02-25', within: 3 };
    const plain = await givenCaseFile(...file);
    const without = await plain.ask('web-of-person', args);
    await plain.close();
    const given = await givenCaseFile(
      ...file,
      person('s', 'Adult S'),
      household('h9', 'Household 9'),
      { type: 'organisation', id: 'group', name: 'Group', kind: 'voluntary', small: true },
      says('police', '2020-02-03', { type: 'partner', persons: ['mother', 's'], form: 'relationship' }),
      says('csc', '2020-03-03', { type: 'home', person: 'mother', household: 'h9', pattern: 'lives', from: '2020' }),
      says('school', '2020-02-03', { type: 'role', person: 'mia', organisation: 'group', role: 'member' }),
      says('school', '2019-01-01', { type: 'concern', person: 's', form: 'convicted', from: '2000' }),
      says('police', '2021-01-01', { type: 'involvement', agency: 'police', person: 's', form: 'open' }),
      {
        type: 'seal',
        id: 'seal',
        label: 'Refuge',
        covers: { persons: ['s'], households: ['h9'], organisations: ['group'] },
        custodian: 'police',
      },
    );
    expect(told(await given.ask('web-of-person', args))).toBe(told(without));
    await given.close();
  });
});
