/** Who first held a route, in words: the sentences a reviewer quotes. */
import { describe, expect, it } from 'vitest';
import { byDaySays, heldSays, periodSays, readingSays, sharingSays } from '../../server/words/first-held-says.ts';

const on = (day: string): { earliest: string; latest: string } => ({ earliest: day, latest: day });

describe('The history of who held it', () => {
  it('is of two agencies, then of one', () => {
    expect(
      readingSays(
        [
          { on: on('2016-10-12'), sets: [['police', 'midwifery']] },
          { on: on('2018-11-05'), sets: [['midwifery']] },
        ],
        '2019-01-01',
      ),
    ).toBe(
      'From 12 October 2016 police and midwifery held it between them; neither held it alone until 5 November 2018. From 5 November 2018 midwifery held it alone.',
    );
  });
  it('is of three of whom none ever held it alone', () => {
    expect(readingSays([{ on: on('2016-10-12'), sets: [['a', 'b', 'c']] }], '2019-01-01')).toBe(
      'From 12 October 2016 a, b and c held it between them; none of them held it alone by 1 January 2019.',
    );
  });
  it('is of an agency outside the first two, which nobody calls either of them', () => {
    expect(
      readingSays(
        [
          { on: on('2016-10-12'), sets: [['a', 'b']] },
          { on: on('2017-01-01'), sets: [['c']] },
        ],
        '2019-01-01',
      ),
    ).toMatch(/no agency held it alone until 1 January 2017\. From 1 January 2017 c held it alone\.$/);
  });
  it('says the first holder once, the same holder after a gap once, and the end of it all', () => {
    const alone = { on: on('2016-10-12'), sets: [['a']] };
    const nobody = { on: on('2017-01-01'), sets: [] };
    expect(readingSays([alone], '2019-01-01')).toBe('From 12 October 2016 a held it alone.');
    expect(readingSays([alone, nobody, { on: on('2018-01-01'), sets: [['a']] }], '2019-01-01')).toBe(
      'From 12 October 2016 a held it alone.',
    );
    expect(readingSays([alone, nobody], '2019-01-01')).toBe(
      'From 12 October 2016 a held it alone. From 1 January 2017 nobody held all of it any more.',
    );
    expect(readingSays([], '2019-01-01')).toBe('By 1 January 2019 no agency asked held all of it, nor did all of them together.');
  });
  it('names four sets at most and counts the others', () => {
    const sets = ['b', 'c', 'd', 'e', 'f'].map((one) => ['a', one]);
    expect(periodSays({ on: on('2016-10-12'), sets })).toBe(
      'From 12 October 2016 a and b, or a and c, or a and d, or a and e held it between them (and one more such set).',
    );
  });
});

describe('How an agency came to hold a part', () => {
  const part = { agencies: ['midwifery'], on: on('2018-11-05'), firstHand: false, from: ['police'], about: null, to: null };
  it('is first-hand, from somebody, or both, and before it happened where it was', () => {
    expect(heldSays(part)).toBe('Midwifery: from 5 November 2018, from police.');
    expect(heldSays({ ...part, firstHand: true })).toBe('Midwifery: from 5 November 2018, partly first-hand, partly from police.');
    expect(heldSays({ ...part, firstHand: true, from: [], about: '2018-12-01', to: '2018-12-31' })).toBe(
      'Midwifery: from 5 November 2018, first-hand. That was before it happened: it is about 1 December 2018 and later. It was held so to 31 December 2018 and not after.',
    );
    expect(heldSays({ ...part, agencies: ['midwifery', 'GP'] })).toMatch(/^Midwifery and GP: from 5 November 2018, only together\./);
  });
  it('is on a day, or on some day of a span that is told', () => {
    expect(byDaySays(on('2018-11-05'))).toBe('5 November 2018');
    expect(byDaySays({ earliest: '2018-11-01', latest: '2018-11-30' })).toBe('30 November 2018 at the latest (November 2018)');
  });
  it('is by no sharing that nobody is recorded to have received', () => {
    const sharing = { from: 'police', to: 'midwifery', on: on('2018-11-05') };
    for (const state of ['sent', 'claimed', 'refused', 'not known'] as const)
      expect(sharingSays({ ...sharing, state }), state).toMatch(/so it is not counted as held there\.$/);
    expect(sharingSays({ ...sharing, state: 'received' })).toBe('Police shared it with midwifery on 5 November 2018.');
  });
});
