import { describe, expect, it } from 'vitest';
import type { ContactRecord, DecisionRecord, SharingRecord } from '../../server/ledger/records.ts';
import { handOffsIn, type Act, type Sent } from '../../server/reviewing/hand-offs.ts';

const contact = (id: string, on: string, more: Partial<ContactRecord> = {}): Act => ({
  record: { type: 'contact', id, agency: 'probation', on, kind: 'check', about: ['ada'], ...more },
  about: more.about ?? ['ada'],
  met: more.with ?? [],
});
const decided = (id: string, on: string, about = ['ada']): Act => {
  const record: DecisionRecord = {
    type: 'decision',
    id,
    agency: 'probation',
    on,
    about,
    decision: 'tell her',
    reason: 'she does not know',
  };
  return { record, about, met: [] };
};
const sent = (id: string, on: string, state: SharingRecord['state'], arrived: Sent['arrived'] = [null]): Sent => ({
  record: { type: 'sharing', id, from: 'probation', to: 'csc', on, statements: ['s'], state: state! },
  statements: ['s'],
  about: ['ada'],
  arrived,
});
const found = (acts: Act[], sharings: Sent[] = [], heldOn = '2020-12-31'): string[] =>
  handOffsIn(acts, sharings, heldOn).map(
    ({ kind, record, settledOn, days }) => `${kind} ${record.id}: ${settledOn ?? 'open'} after ${days}`,
  );

describe('What was handed on and not taken up', () => {
  it('is a sharing without receipt, claimed or refused, until the other holds what it passed on; a received one is not', () => {
    expect(found([], [sent('a', '2018-07-27', 'sent')], '2018-12-31')).toEqual(['no receipt a: open after 157']);
    expect(found([], [sent('a', '2018-07-27', 'sent', ['2019-01-28'])])).toEqual(['no receipt a: 2019-01-28 after 185']);
    expect(found([], [sent('a', '2018-07-27', 'refused')], '2018-07-28')).toEqual(['refused a: open after 1']);
    expect(found([], [sent('a', '2018-07-27', 'sent', ['2019-01-28', null])])[0]).toContain('open');
    expect(found([], [sent('a', '2018-07-27', 'received')])).toEqual([]);
  });

  it('is a request without an answer, and a check that was not made; an answer that came later than the day asked about is none yet', () => {
    expect(found([contact('a', '2015-02-03', { asked: ['police'] })], [], '2015-02-13')).toEqual(['no answer a: open after 10']);
    const late = contact('a', '2015-02-03', { asked: ['police'], answer: 'recorded', answeredOn: '2015-03-01' });
    expect(found([late], [], '2015-02-13')).toEqual(['no answer a: open after 10']);
    expect(found([late])).toEqual([]);
    expect(found([contact('a', '2018-08-01', { asked: ['police'], answer: 'not checked' })], [], '2018-08-02')).toEqual([
      'not checked a: open after 1',
    ]);
    expect(found([contact('a', '2020-07-01', { answer: 'could not be reached' })], [], '2020-07-01')).toEqual([
      'no answer a: open after 0',
    ]);
    expect(found([contact('a', '2020-07-01', { asked: ['police'], answer: 'none held' })])).toEqual([]);
  });

  it('is settled by the same agency asking the same of somebody it was about, and being answered', () => {
    const first = contact('a', '2015-02-03', { asked: ['police'] });
    const again = contact('b', '2015-05-04', { asked: ['police', 'csc'], answer: 'recorded' });
    expect(found([first, again])).toEqual(['no answer a: 2015-05-04 after 90']);
    expect(found([first, contact('b', '2015-05-04', { asked: ['csc'], answer: 'recorded' })])[0]).toContain('open');
    expect(found([first, contact('b', '2015-05-04', { asked: ['police'], answer: 'recorded', about: ['ben'] })])[0]).toContain('open');
  });

  it('is a decision until its agency records something more about everybody it was about', () => {
    expect(found([decided('d', '2016-10-31', ['ada', 'ben'])], [], '2017-09-30')).toEqual(['nothing after d: open after 334']);
    const aboutOne = contact('c', '2017-01-01');
    const aboutBoth = contact('e', '2017-10-01', { about: ['ada'], with: ['ben'] });
    expect(found([decided('d', '2016-10-31', ['ada', 'ben']), aboutOne, aboutBoth])).toEqual(['nothing after d: 2017-10-01 after 335']);
    expect(found([decided('d', '2016-10-31'), contact('c', '2017-01-01', { agency: 'gp' })])[0]).toContain('open');
    expect(found([decided('d', '2016-10-31')], [sent('s', '2016-11', 'received')])).toEqual(['nothing after d: 2016-11-30 after 30']);
  });

  it('is not settled by what only says "some time in those years", nor by what came after the day asked about', () => {
    expect(found([decided('d', '2018-03-01'), contact('c', '2017/2020')])[0]).toContain('open');
    expect(found([decided('d', '2018-03-01'), contact('c', '2018-07-26')], [], '2018-07-01')[0]).toContain('open after 122');
  });
});
