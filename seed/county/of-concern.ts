/**
 * The people of concern of one block of the made-up county: 1,500 in a million, what is held of them, the
 * mothers of other homes they were with, the homes they visited, and what police passed on. Pure.
 */
import { adultIn, adults, familyHomeIn, motherIn, type Block } from './blocks.ts';
import { day } from './days.ts';
import { noteCouple, type Notes } from './holdings.ts';

const SHARE = 0.0015;

export function noteConcerns(notes: Notes, blocks: readonly Block[]): void {
  const { block } = notes;
  const many = Math.floor((block.first + block.size) * SHARE) - Math.floor(block.first * SHARE);
  const people = new Set<string>();
  // Fathers, partners and others; one woman in ten.
  while (people.size < Math.min(many, adults(block))) {
    const from = notes.chance.chance(0.1) ? 0 : Math.min(block.families, adults(block) - 1);
    people.add(adultIn(block, from + notes.chance.below(adults(block) - from)));
  }
  for (const person of people) noteOne(notes, person, blocks);
}

function noteOne(notes: Notes, person: string, blocks: readonly Block[]): void {
  const { block, chance, authority } = notes;
  const known = day.today - 200 - chance.below(day.years(12));
  const facts = [];
  if (chance.chance(0.7))
    facts.push(
      notes.says(
        'police',
        known,
        { type: 'concern', person, form: 'convicted', what: 'sexual offence', against: 'children', from: day.written(known - 100) },
        { source: { kind: 'official record' } },
      ),
    );
  else
    facts.push(
      notes.says(
        'police',
        known,
        { type: 'concern', person, form: 'alleged', what: 'sexual abuse', against: 'children' },
        { source: { kind: 'third party' } },
      ),
    );
  if (chance.chance(0.6))
    facts.push(
      notes.says(chance.pick(['police', 'probation']), known + 60, {
        type: 'concern',
        person,
        form: 'registered',
        from: day.written(known + 50),
      }),
    );
  if (chance.chance(0.4))
    notes.says('probation', known + 90, {
      type: 'involvement',
      agency: 'probation',
      person,
      form: 'supervises',
      from: day.written(known + 80),
    });

  const homes = chance.below(4);
  for (let home = 0; home < homes; home++) {
    const there = chance.chance(0.6) ? block : blocks[chance.below(blocks.length)]!;
    const family = chance.below(there.families);
    const mother = motherIn(there, family);
    if (mother === person) continue;
    const from = known + chance.below(Math.max(1, day.today - known - 30));
    const to = chance.chance(0.6) ? Math.min(day.today, from + 60 + chance.below(900)) : null;
    facts.push(
      noteCouple(notes, { persons: [mother, person], form: 'relationship', from, to }, chance.pick(['police', authority, 'housing'])),
    );
    if (chance.chance(0.7))
      notes.says(chance.pick(['police', authority, 'schools']), from + 40, {
        type: 'home',
        person,
        household: familyHomeIn(there, family),
        pattern: chance.pick(['visits', 'stays', 'visits'] as const),
        from: day.written(from),
        ...(to === null ? {} : { to: day.written(to) }),
      });
  }
  // Some of what police hold was passed on to the children's authority, most often late.
  const on = day.written(day.today - chance.below(60));
  const own = facts.filter(({ agency, recorded }) => agency === 'police' && recorded <= on).map(({ id }) => id);
  if (own.length > 0 && chance.chance(0.5))
    notes.records.push({
      type: 'sharing',
      id: `x${person}`,
      from: 'police',
      to: authority,
      on,
      statements: own,
    });
}
