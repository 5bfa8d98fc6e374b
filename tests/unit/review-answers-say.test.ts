/** The reviewer's answers as the command prints them without --json. */
import { expect, it } from 'vitest';
import { answerSays } from '../../server/words/answer-says.ts';

const grounds = { says: 'Records you may not see could change this.' };
const reading = { says: 'From 12 October 2016 police held it alone.', periods: [{ says: 'From 12 October 2016 police held it alone.' }] };

it('who first held it: in short, from day to day, each part with its holders, sharings, and who held nothing', () => {
  expect(
    answerSays({
      says: reading.says,
      grounds,
      truncated: true,
      reading,
      apart: { says: '', periods: [{ says: 'From 1 June 2017 nobody held all of it any more.' }] },
      routes: [{ route: { says: 'S is the child of A.' }, reading }],
      facts: [{ says: 'A: convicted (police).', held: [{ says: 'Police: from 12 October 2016, first-hand.' }] }],
      sharings: [{ says: 'Police shared it with midwifery on 5 November 2018.' }],
      heldNothing: [{ name: 'midwifery' }, { name: 'GP' }],
    }).split('\n'),
  ).toEqual([
    'From 12 October 2016 police held it alone.',
    'Records you may not see could change this.',
    '',
    'From day to day:',
    '- From 12 October 2016 police held it alone.',
    '',
    "From day to day, if no two records are one person's:",
    '- From 1 June 2017 nobody held all of it any more.',
    '',
    'Routes:',
    '- S is the child of A.',
    '    From 12 October 2016 police held it alone.',
    '',
    'Each part:',
    '- A: convicted (police).',
    '    Police: from 12 October 2016, first-hand.',
    '',
    'Sharings of it:',
    '- Police shared it with midwifery on 5 November 2018.',
    '',
    'Held no part of it: midwifery; GP.',
    '',
    'There are more rows: ask with a larger --first.',
  ]);
});
it('what changed and what did it; what rests on whose word', () => {
  expect(answerSays({ says: '1 tie lost.', grounds, changes: [{ says: 'Lost, tie: A.', why: 'R took it back.' }] }).split('\n')).toEqual([
    '1 tie lost.',
    'Records you may not see could change this.',
    '',
    'What changed:',
    '- Lost, tie: A.',
    '    R took it back.',
  ]);
  const told = answerSays({
    says: '1 tie would fall.',
    grounds,
    sources: [{ says: '1 tie rests on R alone.', routes: 1, facts: [{ says: 'A and R.' }] }],
  });
  expect(told).toContain('Resting on one interested source alone:\n- 1 tie rests on R alone.\n    A and R.');
});
