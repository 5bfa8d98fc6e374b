import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, readSpan } from '../../server/ledger/dates.ts';
import { FIRST_DAY, LAST_DAY } from '../../server/ledger/versions.ts';
import { ageSays, endSays, mayBeChild, periodSays, spanSays, startSays } from '../../server/words/dates-say.ts';

const born = (text: string) => {
  const { earliest, latest } = readSpan(text);
  return { earliest, latest };
};

describe('A day, or a span of days, in words', () => {
  it.each([
    ['2020-04-25', '25 April 2020'],
    ['2020-04', 'April 2020'],
    ['2020', '2020'],
    ['2020-01~', 'about January 2020'],
    ['2020-01-08~', 'about 8 January 2020'],
    ['2019~', 'about 2019'],
    ['2020-05-03/2020-06-09', 'some day between 3 May 2020 and 9 June 2020'],
    ['../2019-05-05', 'some day up to 5 May 2019'],
    ['2019-05-05/..', 'some day from 5 May 2019 on'],
    ['2020-02', 'February 2020'],
    ['2020-12~', 'about December 2020'],
    ['0987', '987'],
  ])('%s is "%s"', (written, words) => {
    expect(spanSays(readSpan(written))).toBe(words);
  });
  it('never says a day that is not in the span', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), (earliest, length) => {
        const words = spanSays({ earliest, latest: addDays(earliest, length) });
        for (const year of words.match(/\d{4}/g) ?? []) {
          expect(year >= earliest.slice(0, 4) && year <= addDays(earliest, length).slice(0, 4)).toBe(true);
        }
      }),
    );
  });
});

describe('When a tie began and ended', () => {
  const open = { from: FIRST_DAY, sureFrom: '2020-03-01', sureTo: '2020-03-01', to: LAST_DAY };
  it('an unknown end is not "still going"', () => {
    expect(endSays(open)).toEqual({ earliest: '2020-03-01', latest: null, says: 'not recorded; last spoken of 1 March 2020' });
    expect(startSays(open)).toEqual({ earliest: null, latest: '2020-03-01', says: 'not recorded; so by 1 March 2020' });
    expect(periodSays(open)).toBe('');
  });
  it('says what is stated, on either side', () => {
    expect(periodSays({ from: '2016-10-01', sureFrom: '2016-10-31', sureTo: '2019-12-01', to: '2019-12-31' })).toBe(
      'from October 2016 to December 2019',
    );
    expect(periodSays({ from: FIRST_DAY, sureFrom: '2018-01-01', sureTo: '2019-12-01', to: '2019-12-31' })).toBe('to December 2019');
    expect(periodSays({ from: '2018-05-01', sureFrom: '2018-05-01', sureTo: '2018-05-01', to: '2019-12-31' })).toBe(
      'from 1 May 2018 to 31 December 2019 at the latest',
    );
    expect(periodSays({ from: '2020-05-05', sureFrom: '2020-05-05', sureTo: '2020-05-05', to: '2020-05-05' })).toBe('on 5 May 2020');
  });
  it('two vague days are told as one time between them', () => {
    expect(periodSays({ from: '2017-06-01', sureFrom: '2017-09-30', sureTo: '2017-06-01', to: '2017-09-30' })).toBe(
      'some time between 1 June 2017 and 30 September 2017',
    );
  });
});

describe('An age on a day', () => {
  it.each([
    ['2012-04-25', '8 years'],
    ['2012-04-26', '7 years'],
    ['2012', '7 or 8 years'],
    ['2010/2015', '4 to 10 years'],
    ['2020-08', 'unborn'],
    ['2020-03-25', '1 month'],
    ['2019-09-25', '7 months'],
    ['2019-04-25', '1 year'],
    ['../2002-04-25', '18 years or more'],
    ['2020-04-20', 'under 1 month'],
  ])('born %s: %s', (written, words) => {
    expect(ageSays(born(written), '2020-04-25')).toBe(words);
  });
  it('is not known where no birth is held', () => {
    expect(ageSays(null, '2020-04-25')).toBe('age not known');
    expect(mayBeChild(null, '2020-04-25')).toBeNull();
  });
  it('counts somebody as a child until nobody can say they are under 18', () => {
    expect(mayBeChild(born('2002-04-25'), '2020-04-25')).toBe(false);
    expect(mayBeChild(born('2002-04-26'), '2020-04-25')).toBe(true);
    expect(mayBeChild(born('2000/2003'), '2020-04-25')).toBe(true);
  });
});
