/** Two settings in one picture: what is marked, as what, and that no mark is lost between the lists and the lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothFatesOf, countsSay, differencesSay, notMarkedSays } from '../../../client/web/both-account.ts';
import { bothStates } from '../../../client/web/both-states.ts';
import type { BothStates } from '../../../client/web/both-states.ts';
import { captionOfBoth } from '../../../client/web/caption.ts';
import { cardsLayout } from '../../../client/web/cards.ts';
import type { WebAnswer } from '../../../client/web/from-answer.ts';
import { keyFor } from '../../../client/web/key.ts';
import { targetsOf } from '../../../client/web/names.ts';
import { petalLayout } from '../../../client/web/petals.ts';
import { LOST_DASH } from '../../../client/web/petals/style.ts';
import type { Scene } from '../../../client/web/scene.ts';
import { sceneToSvg } from '../../../client/web/svg.ts';
import { twoSettings } from '../../support/both-settings.ts';
import { coveredLabels, falseInclusions, overlappingSymbols, unshownMembers } from '../../support/petals-measure.ts';
import { personRow, stayOf, tieOf, webAnswer } from '../../support/web-answer.ts';

const RUNS = { numRuns: 60 };
const sceneOf = ({ web }: BothStates): Scene => petalLayout(web, web.subject);
const wordsOf = (scene: Scene, line: string): string[] =>
  scene.labels.filter(({ of, id }) => of === 'line' && id === line).map(({ text }) => text.join(' '));

/** Kit at home with mother and father; then father has gone and a friend of mother comes, whom police had marked. */
function family(): { before: WebAnswer; after: WebAnswer } {
  const people = [personRow('kit', { child: true, age: '7 years' }), personRow('mum')];
  const [kit, mum] = [stayOf('kit', 'h1'), stayOf('mum', 'h1')];
  const mother = ['mum', 'kit', tieOf('PARENT_OF', { form: 'birth' })] as const;
  const father = ['dad', 'kit', tieOf('PARENT_OF', { form: 'birth' })] as const;
  return {
    before: webAnswer({
      people: [...people, personRow('dad')],
      homes: [['h1', true]],
      stays: [kit, mum, stayOf('dad', 'h1')],
      ties: [mother, father, ['mum', 'dad', tieOf('PARTNER_OF', { form: 'married' })]],
    }),
    after: webAnswer({
      people: [...people, personRow('dad'), personRow('pal')],
      homes: [['h1', true]],
      stays: [kit, mum, stayOf('pal', 'h1', 'visits')],
      ties: [
        mother,
        father,
        ['mum', 'dad', tieOf('PARTNER_OF', { form: 'married', disputed: true })],
        ['mum', 'pal', tieOf('ASSOCIATE_OF', { form: 'friend' })],
      ],
    }),
  };
}

describe('Kit before and after father left', () => {
  const { before, after } = family();
  const both = bothStates(before, after);
  const scene = sceneOf(both);
  const caption = captionOfBoth(before, after, both, scene);

  it('marks the friend and his visit gained, father’s stay lost, the marriage changed, and the parents not at all', () => {
    expect(both.differences.map(({ id, mark }) => `${mark} ${id}`)).toEqual([
      'lost HOME dad h1 lives',
      'gained HOME pal h1 visits',
      'gained TIE ASSOCIATE_OF mum pal friend',
      'changed TIE PARTNER_OF mum dad married',
    ]);
    expect(scene.lines.filter(({ kind }) => kind === 'parent').map(({ mark }) => mark)).toEqual([null, null]);
  });

  it('says each mark as a word on its line', () => {
    expect(wordsOf(scene, 'stay dad h1 lives')).toEqual(['lost: lives']);
    expect(wordsOf(scene, 'stay pal h1 visits')).toEqual(['gained: visits']);
    expect(wordsOf(scene, 'ASSOCIATE_OF mum pal')).toEqual(['gained: friend']);
    expect(wordsOf(scene, 'PARTNER_OF mum dad')).toEqual(['changed']);
    expect(scene.lines.find(({ id }) => id === 'stay dad h1 lives')).toMatchObject({ mark: 'lost', dash: LOST_DASH });
  });

  it('leaves father outside the home he has left, and says in his name what differs', () => {
    expect(scene.outlines.map(({ inside }) => [...inside].sort())).toEqual([['kit', 'mum']]);
    const names = targetsOf(scene, both.answer, differencesSay(both)).map(({ name }) => name);
    expect(names.find((name) => name.startsWith('dad'))).toMatch(
      /^dad, sex not known, not known\. Differs between the settings: 1 lost and 1 changed\.$/,
    );
    expect(names.find((name) => name.startsWith('h1'))).toContain('2 people shown here live or stay there');
    expect(names.find((name) => name.startsWith('pal'))).toContain('Only in the second setting.');
  });

  it('explains the words in the key, and both settings in the caption and on every copy', () => {
    const key = keyFor(scene, both.web);
    expect(key.flatMap((one) => (one.draw === 'mark' ? [one.mark] : []))).toEqual(['gained', 'lost', 'changed']);
    expect(caption.says[0]!.words).toBe(
      'Marked in the picture: 2 gained, 1 lost and 1 changed. Every other tie, stay and fact of concern in it is alike in both.',
    );
    const svg = sceneToSvg(scene, { ...caption, says: caption.says.map(({ words }) => words), key, marking: 'M', askedBy: 'A' });
    for (const words of ['First setting: as at 1 June 2024, held by the end of 1 June 2024', 'Second setting: as at', 'gained: friend'])
      expect(svg).toContain(words);
  });

  it('take the friend away, and neither he nor a gained line is there', () => {
    const without = {
      ...after,
      people: after.people.filter(({ person }) => person.id !== 'pal'),
      stays: after.stays.filter(({ person }) => person !== 'pal'),
      ties: after.ties.filter(({ to }) => to !== 'pal'),
    };
    const marks = sceneOf(bothStates(before, without)).lines.map(({ mark }) => mark);
    expect(marks).not.toContain('gained');
    expect(marks).toContain('lost');
  });

  it('a couple that is told in another form is changed, and not lost and gained', () => {
    const parted = after.ties.map((row) =>
      row.tie.kind === 'PARTNER_OF' ? { ...row, tie: { ...row.tie, disputed: false, form: 'separated', inForce: false } } : row,
    );
    const other = bothStates(before, { ...after, ties: parted });
    expect(other.differences.filter(({ fact }) => fact === 'tie PARTNER_OF mum dad').map(({ mark }) => mark)).toEqual(['lost', 'gained']);
    expect(wordsOf(sceneOf(other), 'PARTNER_OF mum dad')).toEqual(['changed']);
  });

  it('a home that only the first setting has is a card whose people are marked lost', () => {
    const old = webAnswer({
      people: [...before.people, personRow('aunt')],
      homes: [
        ['h1', true],
        ['h2', false],
      ],
      stays: [...before.stays, stayOf('aunt', 'h2'), stayOf('kit', 'h2', 'weekends')],
      ties: [],
    });
    const moved = bothStates(old, { ...after, ties: [] });
    const drawn = sceneOf(moved);
    expect(drawn.outlines.map(({ home }) => home)).toEqual(['h1']);
    expect(drawn.labels.find(({ of, id }) => of === 'card' && id === 'h2')!.text).toEqual(['h2', 'lost']);
    expect(drawn.labels.find(({ of, id }) => of === 'person' && id === 'aunt')!.text).toEqual(['aunt', 'lost']);
    expect(wordsOf(drawn, 'stay kit h2 weekends')).toEqual(['lost: weekends']);
  });
});

describe('any two settings', () => {
  it('one with itself differs in nothing, and its picture says so', () => {
    fc.assert(
      fc.property(twoSettings, ([one]) => {
        const both = bothStates(one, one);
        const scene = sceneOf(both);
        expect([both.differences, scene.lines.filter(({ mark }) => mark !== null)]).toEqual([[], []]);
        expect(countsSay(both, bothFatesOf(both, scene))).toBe('Nothing in the picture differs.');
        expect(keyFor(scene, both.web).some(({ draw }) => draw === 'mark')).toBe(false);
      }),
      RUNS,
    );
  });

  it('the other way round, what was gained is lost and what was lost is gained', () => {
    const turned = { gained: 'lost', lost: 'gained', changed: 'changed' } as const;
    fc.assert(
      fc.property(twoSettings, ([one, other]) => {
        const back = bothStates(other, one).differences.map(({ id, mark }) => `${id} ${turned[mark]}`);
        expect(back).toEqual(bothStates(one, other).differences.map(({ id, mark }) => `${id} ${mark}`));
      }),
      RUNS,
    );
  });

  it('a gained fact is in the second alone, a lost one in the first alone, and whatever is marked in neither alike', () => {
    const linesOf = ({ web }: BothStates) => [...web.lines, ...web.stays];
    fc.assert(
      fc.property(twoSettings, ([one, other]) => {
        const ids = ({ ties, stays }: WebAnswer) => [
          ...ties.map(({ tie }) => tie.id),
          ...stays.map(({ person, home }) => `${person} ${home}`),
        ];
        const [old, now] = [new Set(ids(one)), new Set(ids(other))];
        const same = new Set(linesOf(bothStates(other, other)).map((fact) => JSON.stringify(fact)));
        for (const fact of linesOf(bothStates(one, other))) {
          const id = 'home' in fact ? `${fact.person} ${fact.home}` : fact.id;
          const [was, is] = [old.has(id), now.has(id)];
          expect(fact.mark === undefined ? was && is : { gained: !was && is, lost: was && !is, changed: was && is }[fact.mark], id).toBe(
            true,
          );
          if (fact.mark === undefined) expect(same.has(JSON.stringify(fact))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('each marked line is a row of the lists, and each row is on a line, under a name, or said to be in the lists alone', () => {
    fc.assert(
      fc.property(twoSettings, ([one, other]) => {
        const both = bothStates(one, other);
        const scene = sceneOf(both);
        const fates = bothFatesOf(both, scene);
        const rows = both.differences.flatMap(({ fact }) => both.factsOf.get(fact) ?? []);
        for (const line of scene.lines) {
          const here = line.facts.filter((fact) => rows.includes(fact));
          expect(here.length > 0, line.id).toBe(line.mark !== null);
          const word = wordsOf(scene, line.id).some((words) => words.startsWith(line.mark ?? ''));
          if (line.mark !== null) expect(word || scene.notes.some((note) => note.includes('without room for words'))).toBe(true);
        }
        const alone = both.differences.filter(({ id }) => !['on a line', 'under a name'].includes(fates.get(id)!));
        expect([...fates.keys()]).toEqual(both.differences.map(({ id }) => id));
        expect(notMarkedSays(fates) === '').toBe(alone.length === 0);
        for (const { id, fact, mark, people } of both.differences) {
          if (fates.get(id) !== 'under a name') continue;
          const said = scene.labels.find((label) => label.of === 'person' && label.id === people[0])!.text.join(' ');
          expect(said, fact).toMatch(/gained|lost|changed/);
          expect(mark).not.toBeNull();
        }
      }),
      RUNS,
    );
  });

  it('never put somebody into an outline of a home he has left, nor one symbol or word over another', () => {
    fc.assert(
      fc.property(twoSettings, ([one, other]) => {
        const { web } = bothStates(one, other);
        const scene = petalLayout(web, web.subject);
        expect([falseInclusions(web, scene), unshownMembers(web, scene), overlappingSymbols(scene), coveredLabels(scene)]).toEqual([
          [],
          [],
          [],
          [],
        ]);
        expect([...scene.lines.flatMap(({ facts }) => facts), ...scene.folded, ...scene.notShown.facts].sort()).toEqual(
          [...web.stays, ...web.lines].map(({ id }) => id).sort(),
        );
      }),
      RUNS,
    );
  });

  it('of more people than petals can show, the cards carry the words too', () => {
    fc.assert(
      fc.property(twoSettings, ([one, other]) => {
        const { web } = bothStates(one, other);
        const scene = cardsLayout(web, web.subject);
        expect([overlappingSymbols(scene), coveredLabels(scene)]).toEqual([[], []]);
        const marked = scene.lines.flatMap(({ id, mark }) => (mark === null ? [] : [{ id, mark }]));
        const wordless = marked.filter(({ id, mark }) => wordsOf(scene, id).join() !== mark).length;
        expect(scene.notes.filter((note) => note.includes('without room for words')).join()).toBe(
          wordless === 0 ? '' : `${wordless} ${wordless === 1 ? 'line' : 'lines'} without room for words, show as list`,
        );
      }),
      RUNS,
    );
  });
});
