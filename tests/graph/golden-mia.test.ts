import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person, routesOf, rowsOf, says, setsOf, type Answer, type Given } from '../support/given.ts';
import { LOADING, givenReview, givenReviewWithout } from '../support/reviews.ts';

const SIBLINGS = ['mia/adam', 'mia/callum', 'mia/connor', 'mia/emma', 'mia/mia'];
const WOMAN_A = ['mia/woman-a-child-1', 'mia/woman-a-child-2'];
const BABY = 'mia/woman-b-baby';
/** Family, couples and acquaintances: no homes, groups, events, care or harm. */
const KIN_AND_ASSOCIATES = ['PARENT_OF', 'PARTNER_OF', 'SIBLING_OF', 'RELATIVE_OF', 'ASSOCIATE_OF'];
const TAKEN_BACK_BY = '2020-06-17';

const idsOf = (rows: Answer[]): string[] => rows.map((row) => row.person.id).sort();
const rowOf = (rows: Answer[], id: string): Answer => rows.find((row) => row.person.id === id);
const tiesOf = (found: Answer, route: string): Answer[] =>
  found.routes[routesOf(found).indexOf(route)].steps.flatMap((step: Answer) => step.ties);
const kindsOf = (ties: Answer[]): string[] => [...new Set(ties.map((tie) => (tie.via ? `${tie.kind} ${tie.via.id}` : tie.kind)))].sort();

let given: Given;
const childrenOfConcern = (day: string, args: object = {}): Promise<Answer> =>
  given.ask('children-near', { person: 'mia/so2', asAt: '2020-04-25', heldOn: day, ...args });
const nearConnor = (day: string, args: object = {}): Promise<Answer> =>
  given.ask('people-of-concern-near', { child: 'mia/connor', asAt: day, heldOn: day, ...args });

describe('Mia, the review as it is', () => {
  beforeAll(async () => {
    given = await givenReview('mia');
  }, LOADING);
  afterAll(() => given.close());

  describe('Mia: the children within two steps of SO2 on 25 April 2020', () => {
    it("are woman B's baby at one step, and at two woman A's children and all five siblings", async () => {
      const { found, takenBack, ageNotKnown } = await childrenOfConcern('2020-04-25');
      expect(rowsOf(found)).toEqual([
        "Woman B's baby at 1",
        'Adam at 2',
        'Callum at 2',
        'Connor at 2',
        'Emma at 2',
        'Mia at 2',
        "Woman A's first child at 2",
        "Woman A's second child at 2",
      ]);
      expect([takenBack, ageNotKnown]).toEqual([[], []]);
    });
    it('are reached, all five, through the business that only probation had written down', async () => {
      const { found } = await childrenOfConcern('2020-04-25');
      const namesOf: Record<string, string> = {
        'mia/adam': 'Adam',
        'mia/callum': 'Callum',
        'mia/connor': 'Connor',
        'mia/emma': 'Emma',
        'mia/mia': 'Mia',
      };
      for (const [id, name] of Object.entries(namesOf)) {
        const business = tiesOf(rowOf(found, id), `SO2 - Father - ${name}`).filter((tie) => tie.kind === 'ASSOCIATE_OF');
        expect(
          business.map((tie) => tie.evidence.map((statement: Answer) => statement.id)),
          name,
        ).toEqual([['mia/so2-father-business-probation']]);
        expect(business[0].holders.map((holding: Answer) => holding.agency.id)).toEqual(['mia/probation']);
      }
    });
    it('reach Adam, who is not his child, by the home he shares with Father', async () => {
      const ties = tiesOf(rowOf((await childrenOfConcern('2020-04-25')).found, 'mia/adam'), 'SO2 - Father - Adam');
      expect(kindsOf(ties)).toEqual(['ASSOCIATE_OF', 'SHARES_HOME mia/h1']);
    });
    it("show woman A's children by a relationship that had ended, held by social care and by probation", async () => {
      const { found } = await childrenOfConcern('2020-04-25');
      for (const child of WOMAN_A) {
        const row = rowOf(found, child);
        expect(row).toMatchObject({ steps: 2, stepsInForce: null, assembled: false, heldFrom: '2020-02-26' });
        expect(setsOf(row.heldBetween)).toEqual(expect.arrayContaining(['mia/csc', 'mia/probation']));
      }
    });
    it('are four of the five siblings, without Adam, when only family, couples and acquaintances count, once the word about Mother is taken back', async () => {
      const { found, takenBack } = await childrenOfConcern(TAKEN_BACK_BY, { ties: KIN_AND_ASSOCIATES });
      expect(idsOf(found)).toEqual([...SIBLINGS.filter((id) => id !== 'mia/adam'), ...WOMAN_A, BABY]);
      expect(idsOf(takenBack)).toContain('mia/adam');
    });
  });

  describe('Mia: the people of concern within two steps of Connor', () => {
    it('are SO2 by Father and by Mother, and SO1 by ties that had ended, on 25 April 2020', async () => {
      const { found } = await nearConnor('2020-04-25');
      expect(rowsOf(found)).toEqual(['SO1 at 2', 'SO2 at 2']);
      expect(found[0]).toMatchObject({ stepsInForce: null, assembled: false });
      expect(setsOf(found[0].heldBetween)).toEqual(['mia/csc']);
      expect(routesOf(found[0])).toEqual(['Connor - Adam - SO1', 'Connor - Mother - SO1']);
      expect(routesOf(found[1])).toEqual(['Connor - Father - SO2', 'Connor - Mother - SO2']);
    });
    it('include SO2 only when what several agencies held is put together, social care and probation among them, from 26 February 2020', async () => {
      const so2 = rowOf((await nearConnor('2020-04-25')).found, 'mia/so2');
      expect(so2).toMatchObject({ steps: 2, assembled: true, heldFrom: '2020-02-26' });
      expect(setsOf(so2.heldBetween)).toContain('mia/csc+mia/probation');
      for (const [day, rows] of [
        ['2020-02-25', []],
        ['2020-02-26', ['SO2 at 2']],
      ] as const) {
        expect(
          rowsOf((await nearConnor(day, { heldBy: ['mia/csc', 'mia/probation'] })).found).filter((row) => row.startsWith('SO2')),
          day,
        ).toEqual(rows);
      }
    });
    it('are found by neither social care nor probation alone, as SO2 goes', async () => {
      expect(rowsOf((await nearConnor('2020-04-25', { heldBy: ['mia/csc'] })).found)).toEqual(['SO1 at 2']);
      expect(rowsOf((await nearConnor('2020-04-25', { heldBy: ['mia/probation'] })).found)).toEqual([]);
    });
    it('include SO2 at the end of May 2020, through Father and the home where Connor does not mainly live', async () => {
      const so2 = rowOf((await nearConnor('2020-05-31')).found, 'mia/so2');
      expect(so2.steps).toBe(2);
      expect(kindsOf(tiesOf(so2, 'Connor - Father - SO2'))).toEqual(
        expect.arrayContaining(['ASSOCIATE_OF', 'PARENT_OF', 'SHARES_HOME mia/h1']),
      );
      const homeOf = async (home: string): Promise<string[]> =>
        (await given.ask('household', { household: home, asAt: '2020-05-31', heldOn: '2020-05-31' })).members
          .map((member: Answer) => `${member.person.name} ${member.stays[0].pattern}`)
          .sort();
      expect(await homeOf('mia/h1')).toEqual(['Adam lives', 'Connor weekends', 'Emma lives', 'Father lives', 'Mia lives', 'Mother lives']);
      expect(await homeOf('mia/h2')).toEqual(['Callum lives', 'Connor lives', 'Father 2 lives', 'Mother 2 lives']);
    });
    it('were SO1 within one step of Adam in the summer of 2017, as social care held it and still held it in 2020', async () => {
      const summer = await given.ask('people-of-concern-near', { child: 'mia/adam', asAt: '2017-08-01', heldOn: '2017-09-30', within: 1 });
      expect(rowsOf(summer.found)).toEqual(['SO1 at 1']);
      expect(summer.found[0]).toMatchObject({ stepsInForce: 1, assembled: false });
      const later = await given.ask('people-of-concern-near', { child: 'mia/adam', asAt: '2020-04-25', heldOn: '2020-04-25', within: 1 });
      expect(rowsOf(later.found)).toEqual(['SO1 at 1']);
      expect(later.found[0].stepsInForce).toBeNull();
      const before = await given.ask('people-of-concern-near', { child: 'mia/adam', asAt: '2017-05-31', heldOn: '2017-09-30', within: 1 });
      expect(before.found).toEqual([]);
    });
  });

  describe('Mia: what Father said of Mother and SO2, and took back', () => {
    it('no longer leads to anybody in the main list, and all five siblings are still found', async () => {
      const { found } = await childrenOfConcern(TAKEN_BACK_BY);
      expect(idsOf(found)).toEqual([...SIBLINGS, ...WOMAN_A, BABY].sort());
      for (const id of SIBLINGS)
        expect(
          routesOf(rowOf(found, id)).map((route) => route.split(' - ')[1]),
          id,
        ).toEqual(['Father']);
    });
    it('stands in a list of its own, with who said it, who took it back and who denies it', async () => {
      const { takenBack } = await childrenOfConcern(TAKEN_BACK_BY);
      expect(idsOf(takenBack)).toEqual(SIBLINGS);
      for (const [id, name] of [
        ['mia/connor', 'Connor'],
        ['mia/adam', 'Adam'],
      ] as const) {
        const row = rowOf(takenBack, id);
        const [tie] = tiesOf(row, `SO2 - Mother - ${name}`);
        const all = [...tie.evidence, ...tie.against].map((statement: Answer) => statement.id);
        expect(all).toEqual(
          expect.arrayContaining([
            'mia/mother-so2-father-said',
            'mia/mother-so2-father-took-back',
            'mia/mother-so2-mother-denied',
            'mia/mother-so2-so2-denied',
          ]),
        );
        const route = row.routes[routesOf(row).indexOf(`SO2 - Mother - ${name}`)];
        expect(route.says).toContain('was said to be in a relationship with Mother');
        expect(route.says).toContain('Father said so');
        expect(route.says).toContain('Father took it back');
        expect(route.says).toContain('Mother denies it');
      }
    });
    it('was still said, and disputed, on the evening of 25 April', async () => {
      const { found, takenBack } = await childrenOfConcern('2020-04-25');
      const [tie] = tiesOf(rowOf(found, 'mia/mia'), 'SO2 - Mother - Mia');
      expect(tie).toMatchObject({ standing: 'alleged', disputed: true });
      expect(takenBack).toEqual([]);
    });
  });

  describe('Mia: each agency by itself on 25 April 2020', () => {
    const alone = async (agency: string): Promise<string[]> => idsOf((await childrenOfConcern('2020-04-25', { heldBy: [agency] })).found);

    it("knows of fewer children: social care woman A's two, probation the baby too, the police not Connor or Callum, the neighbouring authority only the baby", async () => {
      expect(await alone('mia/csc')).toEqual(WOMAN_A);
      expect(await alone('mia/probation')).toEqual([...WOMAN_A, BABY]);
      expect(await alone('mia/police')).toEqual(
        [...SIBLINGS.filter((id) => !['mia/callum', 'mia/connor'].includes(id)), ...WOMAN_A, BABY].sort(),
      );
      expect(await alone('mia/csc-neighbour')).toEqual([BABY]);
    });
    it('has fewer than all together, whichever agency it is; nobody alone has Connor or Callum', async () => {
      const { found, grounds } = await childrenOfConcern('2020-04-25');
      const pooled = idsOf(found);
      for (const { id } of grounds.heldBy) {
        const own = await alone(id);
        expect(pooled, id).toEqual(expect.arrayContaining(own));
        expect(own.length, id).toBeLessThan(pooled.length);
        expect(own, id).not.toEqual(expect.arrayContaining(['mia/connor']));
        expect(own, id).not.toEqual(expect.arrayContaining(['mia/callum']));
      }
    });
  });

  describe('Mia: the scouts', () => {
    const day = { asAt: '2020-08-11', heldOn: '2020-08-11' };
    it("have two leaders, Father and his brother's former partner, each one step from SO2", async () => {
      const web = await given.ask('web-of-person', { person: 'mia/father', within: 1, ...day });
      expect(
        web.roles
          .filter((role: Answer) => role.organisation === 'mia/scouts')
          .map((role: Answer) => [role.person, role.role, role.withChildren]),
      ).toEqual([
        ['mia/brother-ex-partner', 'scout leader', true],
        ['mia/father', 'scout leader', true],
      ]);
      for (const leader of ['mia/father', 'mia/brother-ex-partner']) {
        const { found } = await given.ask('people-of-concern-near', { child: leader, within: 1, ...day });
        expect(rowsOf(found), leader).toEqual(['SO2 at 1']);
      }
    });
    it('put a child who comes to them two steps from SO2, by either leader', async () => {
      await given.andThen(
        person('mia/scout', 'A scout'),
        says('mia/lado', '2020-07', {
          type: 'role',
          person: 'mia/scout',
          organisation: 'mia/scouts',
          role: 'scout',
          child: true,
          to: '..',
        }),
      );
      const { found } = await given.ask('people-of-concern-near', { child: 'mia/scout', ...day });
      expect(rowsOf(found)).toEqual(['SO2 at 2']);
      expect(routesOf(found[0]).sort()).toEqual(['A scout - Father - SO2', "A scout - Father's brother's ex-partner - SO2"]);
      expect(found[0].routes[0].says).toContain('Scouts');
    });
  });
});

describe('Mia, had probation not written down that Father and SO2 were business partners', () => {
  beforeAll(async () => {
    given = await givenReviewWithout('mia', 'mia/so2-father-business-probation');
  }, LOADING);
  afterAll(() => given.close());

  it('nobody could have found SO2 near Connor before the call of 25 April 2020', async () => {
    expect(rowsOf((await nearConnor('2020-04-24')).found)).toEqual(['SO1 at 2']);
    const [, so2] = (await nearConnor('2020-04-25')).found;
    expect(routesOf(so2)).toEqual(['Connor - Mother - SO2']);
    expect(so2.heldFrom).toBe('2020-04-25');
  });
  it('the route by Father and his home is not there at the end of May either', async () => {
    expect(routesOf(rowOf((await nearConnor('2020-05-31')).found, 'mia/so2'))).toEqual(['Connor - Mother - SO2']);
  });
  it('the siblings are reached by Mother alone, and Connor and Callum not at all by family and acquaintances', async () => {
    const { found } = await childrenOfConcern('2020-04-25', { ties: KIN_AND_ASSOCIATES });
    expect(idsOf(found)).toEqual(['mia/adam', 'mia/emma', 'mia/mia', ...WOMAN_A, BABY]);
  });
});

describe('Mia, had Father never spoken of Mother and SO2', () => {
  beforeAll(async () => {
    given = await givenReviewWithout('mia', 'mia/mother-so2-father-said');
  }, LOADING);
  afterAll(() => given.close());

  it("the police alone would have found only woman A's children and the baby", async () => {
    expect(idsOf((await childrenOfConcern('2020-04-25', { heldBy: ['mia/police'] })).found)).toEqual([...WOMAN_A, BABY]);
  });
  it('all agencies together still find the five siblings, and nothing is there to be taken back', async () => {
    const { found, takenBack } = await childrenOfConcern(TAKEN_BACK_BY);
    expect(idsOf(found)).toEqual([...SIBLINGS, ...WOMAN_A, BABY].sort());
    expect(takenBack).toEqual([]);
  });
});

describe("Mia, had probation not known of the former partner's friendship, nor social care that SO1 was registered", () => {
  beforeAll(async () => {
    given = await givenReviewWithout('mia', 'mia/so2-ex-partner-probation', 'mia/so1-concern-csc');
  }, LOADING);
  afterAll(() => given.close());

  it('the second scout leader is no longer one step from SO2', async () => {
    const near = (child: string): Promise<Answer> =>
      given.ask('people-of-concern-near', { child, within: 1, asAt: '2020-08-11', heldOn: '2020-08-11' });
    expect((await near('mia/brother-ex-partner')).found).toEqual([]);
    expect(rowsOf((await near('mia/father')).found)).toEqual(['SO2 at 1']);
  });
  it('nobody of concern is near Adam in the summer of 2017, and only SO2 near Connor in 2020', async () => {
    expect((await given.ask('people-of-concern-near', { child: 'mia/adam', asAt: '2017-08-01', heldOn: '2017-09-30' })).found).toEqual([]);
    expect(rowsOf((await nearConnor('2020-04-25')).found)).toEqual(['SO2 at 2']);
  });
});
