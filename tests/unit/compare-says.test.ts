/** What changed between two settings, in words. */
import { expect, it } from 'vitest';
import { changeSays, countsSay, settingsSay, whySays } from '../../server/words/compare-says.ts';

const nothing = { arrived: [], asked: [], notAsked: [], before: '2016-01-01', after: '2016-01-01' };

it('what did it is what arrived, then who is asked, then the day', () => {
  expect(whySays({ ...nothing, arrived: ['Police recorded it.'], asked: ['police'] })).toBe('Police recorded it.');
  expect(whySays({ ...nothing, asked: ['police', 'GP'] })).toBe('police and GP held it, and were not asked before.');
  expect(whySays({ ...nothing, notAsked: ['police'] })).toBe('police held it, and is asked no more.');
  expect(whySays({ ...nothing, after: '2017-01-01' })).toBe(
    'The day asked about is 1 January 2017 and no more 1 January 2016; nothing more is held of it.',
  );
  expect(whySays(nothing)).toBe('It rests on something else that changed.');
});
it('every change is counted by what it is and how it changed', () => {
  expect(countsSay([])).toBe('Nothing differs between the two.');
  expect(
    countsSay([
      { what: 'TIE', how: 'LOST' },
      { what: 'ROUTE', how: 'GAINED' },
      { what: 'TIE', how: 'LOST' },
    ]),
  ).toBe('1 route to a person of concern gained and 2 ties lost.');
});
it('a change is told as it was and as it is', () => {
  expect(changeSays('TIE', 'CHANGED', 'A.', 'B.')).toBe('Changed, tie: before: A. Now: B.');
  expect(changeSays('HOME', 'LOST', 'A.', null)).toBe('Lost, stay in a home: A.');
});
it('the two settings are told by what differs', () => {
  const [old, now] = [
    { asAt: '2016-01-01', heldOn: '2016-02-01' },
    { asAt: '2017-01-01', heldOn: '2017-02-01' },
  ];
  expect(settingsSay(old, now)).toBe(
    'From 1 January 2016 to 1 January 2017, from what was held by 1 February 2016 to what was held by 1 February 2017',
  );
  expect(settingsSay({ ...old, asAt: now.asAt }, now)).toBe(
    'As at 1 January 2017, from what was held by 1 February 2016 to what was held by 1 February 2017',
  );
  expect(settingsSay({ ...old, heldOn: now.heldOn }, now)).toBe(
    'From 1 January 2016 to 1 January 2017, in what was held by 1 February 2017',
  );
});
