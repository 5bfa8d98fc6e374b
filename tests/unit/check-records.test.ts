/** What rows may not say together: each bad one is named with its line, its field and the rule, in words. */
import { describe, expect, it } from 'vitest';
import { parent, problemsOf, statement } from '../support/case-rows.ts';

describe('Rows together', () => {
  it('may not use one id for two things, of one type or of two', () => {
    expect(problemsOf({ type: 'person', id: 'mia', label: 'Mia' }, { type: 'household', id: 'ada', label: 'Home' })).toEqual([
      '8 id: "mia" is already the id of another person (family.jsonl, line 4): the same id with other content',
      '9 id: "ada" is already the id of another person (family.jsonl, line 6): the same id with other content',
    ]);
  });

  it('may say the same twice', () => expect(problemsOf({ type: 'person', id: 'mia' })).toEqual([]));

  it('may not make somebody their own grandparent by birth, in the words of one agency', () => {
    expect(
      problemsOf(statement('s1', parent('mia', 'rosa')), statement('s2', parent('rosa', 'ada')), statement('s3', parent('ada', 'mia'))),
    ).toEqual(['8 claim.child: "rosa" would be their own ancestor by birth: "mia", parent of "rosa", parent of "ada"']);
  });

  it('may put right who is whose parent, and two agencies may have it different ways round', () => {
    const turned = statement('s2', parent('ada', 'mia'));
    expect(problemsOf(statement('s1', parent('mia', 'ada')), turned)).toHaveLength(1);
    expect(
      problemsOf(
        statement('s1', parent('mia', 'ada')),
        turned,
        statement('s3', parent('mia', 'ada'), { stance: 'retracts', withdraws: 's1' }),
      ),
    ).toEqual([]);
    expect(problemsOf(statement('s1', parent('mia', 'ada')), turned, statement('s3', parent('mia', 'ada'), { stance: 'denies' }))).toEqual(
      [],
    );
    expect(problemsOf(statement('s1', parent('mia', 'ada')), { ...turned, agency: 'police' })).toEqual([]);
  });

  it('may not withdraw what another agency said', () => {
    expect(
      problemsOf(
        statement('s1', parent('mia', 'ada')),
        statement('s2', parent('mia', 'ada'), { agency: 'police', stance: 'retracts', withdraws: 's1' }),
      ),
    ).toEqual(['9 withdraws: "s1" was said by "csc": only that agency can withdraw it']);
  });

  it('may not repeat or withdraw each other in a circle', () => {
    const claim = parent('mia', 'ada');
    expect(problemsOf(statement('s1', claim, { repeats: 's1' }))).toEqual(['8 repeats: goes round in a circle: "s1"']);
    expect(problemsOf(statement('s1', claim, { withdraws: 's2' }), statement('s2', claim, { withdraws: 's1' }))).toEqual([
      '8 withdraws: goes round in a circle: "s1", "s2"',
    ]);
  });

  it('may share only what was held, or may have been', () => {
    const said = statement('s1', parent('mia', 'ada'), { recorded: '2020-04' });
    const sharing = (from: string, to: string, on: string, id = 'x'): object => ({ type: 'sharing', id, from, to, on, statements: ['s1'] });
    expect(problemsOf(said, sharing('csc', 'police', '2020-04-01'))).toEqual([]);
    expect(problemsOf(said, sharing('csc', 'police', '2020-03-31'))).toEqual([
      '9 statements[0]: "csc" did not hold "s1" by "2020-03-31": it had it on 2020-04-01 at the earliest',
    ]);
    expect(problemsOf(said, sharing('police', 'csc', '2020-05-01'))).toEqual([
      '9 statements[0]: "police" never held "s1": it neither recorded nor received it',
    ]);
    expect(problemsOf(said, sharing('police', 'csc', '2020-05-01'), sharing('csc', 'police', '2020-04-20', 'y'))).toEqual([]);
    expect(
      problemsOf(said, sharing('police', 'csc', '2020-05-01'), { ...sharing('csc', 'police', '2020-04-20', 'y'), state: 'refused' }),
    ).toHaveLength(1);
  });

  it('may not use one key for an order and a plan, nor the id of a contact as a key', () => {
    const contact = { type: 'contact', id: 'k', agency: 'csc', on: '2020', kind: 'visit', about: ['mia'] };
    const order = { type: 'order', key: 'k', persons: ['mia'], form: 'care order' };
    expect(problemsOf(contact, statement('s1', order))).toEqual(['9 claim.key: "k" is the id of a contact: choose another key']);
    expect(problemsOf(statement('s1', order), statement('s2', { ...order, type: 'plan' }))).toEqual([
      '9 claim.key: "k" is the key of an order too: choose another key',
    ]);
  });
});
