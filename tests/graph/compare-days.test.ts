/** What differs between two settings, and what did it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, household, person, says, shares, type Answer, type Given } from '../support/given.ts';

const couple = says('police', '2016-10-12', { type: 'partner', persons: ['a', 'r'], from: '2016-10' }, { id: 'couple' });
const conviction = says('police', '2016-10-12', { type: 'concern', person: 'a', form: 'convicted', from: '2014' }, { id: 'conviction' });
const motherhood = says('midwifery', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }, { id: 'motherhood' });
const denial = says(
  'police',
  '2017-03-01',
  { type: 'partner', persons: ['a', 'r'] },
  { id: 'denial', stance: 'denies', source: { kind: 'self', person: 'r' } },
);
const home = says(
  'midwifery',
  '2016-06-01',
  { type: 'home', person: 's', household: 'h', pattern: 'lives', from: '2016-06', to: '2017-06-30' },
  { id: 'home' },
);
const told = shares('police', 'midwifery', '2018-11-05', couple, conviction);
const back = says('police', '2017-06-01', { type: 'partner', persons: ['a', 'r'], from: '2016-10' }, { id: 'back', stance: 'retracts' });

const changesOf = (answer: Answer, what?: string): string[] =>
  answer.changes.filter((one: Answer) => what === undefined || one.what === what).map((one: Answer) => `${one.what} ${one.how}`);

describe('Child S, mother R and man A, before and after', () => {
  let given: Given;
  const compare = (args: object): Promise<Answer> => given.ask('compare-days', { child: 's', asAt: '2016-12-01', ...args });
  beforeAll(async () => {
    given = await givenCaseFile(
      agency('police'),
      agency('midwifery'),
      person('s', 'Child S'),
      person('r', 'R'),
      person('a', 'A'),
      household('h', 'Home'),
      couple,
      conviction,
      motherhood,
      denial,
      home,
      told,
    );
  });
  afterAll(() => given.close());

  it('the day police recorded the couple and the conviction gains a route, and both statements did it', async () => {
    const answer = await compare({ beforeHeldOn: '2016-10-11', heldOn: '2016-10-12' });
    expect(changesOf(answer)).toEqual(['ROUTE GAINED', 'CONCERN GAINED', 'TIE GAINED']);
    const [route, concern] = answer.changes;
    expect(route.because.map((one: Answer) => one.statement.id)).toEqual(['couple']);
    expect(route.why).toMatch(/^Police recorded on 12 October 2016: Police recorded that A is/);
    expect(route.before).toBeNull();
    expect(concern.because.map((one: Answer) => one.statement.id)).toEqual(['conviction']);
    expect(answer.says).toBe(
      'As at 1 December 2016, from what was held by 11 October 2016 to what was held by 12 October 2016: 1 route to a person of concern gained, 1 fact of concern gained and 1 tie gained.',
    );
  });
  it('a denial changes the tie and not the route, and is named', async () => {
    const { changes } = await compare({ beforeHeldOn: '2017-02-28', heldOn: '2017-03-01' });
    expect(changesOf({ changes })).toEqual(['TIE CHANGED']);
    expect(changes[0].because.map((one: Answer) => one.statement.id)).toEqual(['denial']);
    expect(changes[0].before).not.toContain('R denies it');
    expect(changes[0].after).toContain('R denies it');
  });
  it('a sharing changes who held it, and is named with who passed it on', async () => {
    const { changes } = await compare({ beforeHeldOn: '2018-11-04', heldOn: '2018-11-05' });
    expect(changesOf({ changes }, 'ROUTE')).toEqual(['ROUTE CHANGED']);
    expect(changes[0].because.map((one: Answer) => [one.agency.id, one.from.id, one.sharing])).toEqual([
      ['midwifery', 'police', (told as { id: string }).id],
    ]);
    expect(changes[0].why).toMatch(/^Midwifery had from police, on 5 November 2018: /);
  });
  it('another agency asked is named as what did it', async () => {
    const { changes } = await compare({ heldOn: '2016-12-01', beforeHeldBy: ['midwifery'] });
    expect(changes[0]).toMatchObject({ what: 'ROUTE', how: 'GAINED', because: [], why: 'police held it, and was not asked before.' });
  });
  it('a day on which a stay has ended changes the stay, and the day did it', async () => {
    const { changes } = await compare({ asAt: '2018-01-01', beforeAsAt: '2016-12-01', heldOn: '2018-01-01' });
    expect(changesOf({ changes }, 'HOME')).toEqual(['HOME CHANGED']);
    expect(changes.find((one: Answer) => one.what === 'HOME').why).toBe(
      'The day asked about is 1 January 2018 and no more 1 December 2016; nothing more is held of it.',
    );
  });
  it('no two settings that are the same, or the wrong way round, or of agencies nobody knows', async () => {
    await expect(compare({})).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('the two settings are the same'),
    });
    await expect(compare({ beforeHeldOn: '2017-01-02', heldOn: '2017-01-01' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'beforeHeldOn must not be after heldOn.',
    });
    await expect(compare({ beforeAsAt: '2017-01-02' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'beforeAsAt must not be after asAt.',
    });
    await expect(compare({ beforeHeldOn: 'then' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'beforeHeldOn must be a day, as 2020-04-25.',
    });
    await expect(compare({ beforeHeldBy: ['scouts'] })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'beforeHeldBy names an unknown agency: scouts.',
    });
    await expect(compare({ child: 'nobody', beforeHeldOn: '2016-01-01' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('What police recorded and then took back', () => {
  it('is lost, and the taking back is named', async () => {
    const given = await givenCaseFile(
      agency('police'),
      agency('midwifery'),
      person('s', 'Child S'),
      person('r', 'R'),
      person('a', 'A'),
      couple,
      conviction,
      motherhood,
      back,
    );
    const { changes } = await given.ask('compare-days', {
      child: 's',
      asAt: '2016-12-01',
      beforeHeldOn: '2017-05-31',
      heldOn: '2017-06-01',
    });
    await given.close();
    expect(changes.map((one: Answer) => [one.what, one.how, one.because.map((by: Answer) => by.statement.id)])).toEqual([
      ['ROUTE', 'LOST', ['back']],
      ['CONCERN', 'LOST', []],
      ['TIE', 'LOST', ['back']],
    ]);
    expect(changes[1].why).toBe('It rests on something else that changed.');
  });
});
