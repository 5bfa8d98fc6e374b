/**
 * What the agencies of the made-up county wrote down of the lives in one block: each holds a part, some
 * things two of them, some wrongly, some late; what was shared on, denied and taken back. Pure.
 */
import type { Claim, LedgerRecord, Source, StatementRecord } from '../../server/ledger/records.ts';
import type { Random } from '../random.ts';
import { AREAS, familyName, GIVEN_NAMES } from './agencies.ts';
import { adultIn, adults, childIn, otherAdultIn, otherAdults, type Block } from './blocks.ts';
import { day, type DayNumber } from './days.ts';
import { somebody, type Birth, type Couple, type Lives, type Parent, type Stay } from './lives.ts';

/** Notes what agencies hold; every record it makes is kept in `records`. */
export type Notes = {
  block: Block;
  chance: Random;
  records: LedgerRecord[];
  says(agency: string, recorded: DayNumber, claim: Claim, more?: Partial<StatementRecord>): StatementRecord;
  /** The children's authority of the block. */
  authority: string;
};

export function takeNotes(block: Block, chance: Random): Notes {
  const records: LedgerRecord[] = [];
  let statements = 0;
  return {
    block,
    chance,
    records,
    authority: block.index % 2 === 0 ? 'csc-east' : 'csc-west',
    says: (agency, recorded, claim, more = {}) => {
      const made: StatementRecord = {
        type: 'statement',
        id: `s${block.index}-${statements++}`,
        agency,
        recorded: day.written(Math.min(recorded, day.today)),
        claim,
        ...more,
      };
      records.push(made);
      return made;
    },
  };
}

export function noteLives(notes: Notes, lives: Lives, blocks: readonly Block[]): void {
  const { block, chance, records } = notes;
  for (const { person } of lives.births) records.push({ type: 'person', id: person });
  for (const home of lives.homes) {
    records.push({ type: 'household', id: home, label: `Home ${home.slice(1)}` });
    if (chance.chance(0.6))
      notes.says('housing', day.today - chance.below(2_000), {
        type: 'address',
        household: home,
        postcode: `K${1 + (block.index % 90)} ${1 + chance.below(9)}AB`,
        area: AREAS[block.index % AREAS.length]!,
      });
  }
  for (const birth of lives.births) noteBirth(notes, birth);
  for (const stay of lives.stays) noteStay(notes, stay);
  for (const parent of lives.parents) noteParent(notes, parent);
  for (const couple of lives.couples) noteCouple(notes, couple);
  noteAssociates(notes, blocks);
  noteGroups(notes);
  noteWork(notes);
}

const isChild = ({ block }: Notes, person: string): boolean => Number(person.slice(1)) - block.first >= block.size - block.children;
const later = (notes: Notes, from: DayNumber, most: number): DayNumber => Math.min(day.today, from + notes.chance.below(most));
const official: Source = { kind: 'official record' };

function noteBirth(notes: Notes, { person, on, sex, family }: Birth): void {
  const { chance } = notes;
  const claim: Claim = {
    type: 'detail',
    person,
    names: [{ given: chance.pick(GIVEN_NAMES[sex]), family: familyName(family) }],
    sex,
    born: day.written(on),
  };
  notes.says('gp', later(notes, on + 10, 3_000), claim, { source: official });
  // Another agency wrote the year down, and nothing else.
  if (chance.chance(0.12))
    notes.says(chance.pick(['housing', 'police']), later(notes, on + 60, 6_000), {
      type: 'detail',
      person,
      born: day.written(on).slice(0, 4),
    });
}

function noteStay(notes: Notes, { person, home, pattern, from, to }: Stay): void {
  const { chance } = notes;
  const isOfChild = isChild(notes, person);
  const agency = chance.pick(isOfChild ? ['schools', 'gp', 'health-visiting'] : ['housing', 'gp']);
  const claim: Claim = { type: 'home', person, household: home, pattern, from: day.written(from) };
  if (pattern === 'part week' || pattern === 'weekends') {
    notes.says(chance.pick(['schools', notes.authority]), later(notes, from + 5, 400), claim, { source: { kind: 'child', person } });
    return;
  }
  const first = notes.says(agency, later(notes, from + 5, 500), claim);
  // One tie in three is written down again: that it ended, or that it still went on.
  if (to !== null && chance.chance(0.8)) notes.says(agency, later(notes, to + 10, 300), { ...claim, to: day.written(to) });
  else if (chance.chance(0.22))
    notes.says(agency, later(notes, Date.parse(first.recorded) / 86_400_000 + 100, 1_500), claim, { stance: 'observes' });
  if (chance.chance(0.15))
    notes.says(chance.pick(['police', notes.authority, 'health-visiting']), later(notes, from + 30, 900), {
      ...claim,
      from: day.written(from).slice(0, 7),
    });
}

function noteParent(notes: Notes, { parent, child, basis, from }: Parent): void {
  const { chance } = notes;
  const agency = isChild(notes, child) ? chance.pick(['midwifery', 'midwifery', 'gp', notes.authority]) : 'gp';
  const claim: Claim = { type: 'parent', parent, child, basis };
  const first = notes.says(
    agency,
    later(notes, from + 2, 200),
    claim,
    basis === 'birth' && agency === 'midwifery' ? { source: official } : {},
  );
  if (chance.chance(0.25))
    notes.says(agency, later(notes, Date.parse(first.recorded) / 86_400_000 + 200, 900), claim, { stance: 'confirms' });
  if (chance.chance(0.2)) notes.says(chance.pick(['schools', 'health-visiting', 'court']), later(notes, from + 50, 1_500), claim);
  if (chance.chance(0.01))
    notes.says(notes.authority, later(notes, from + 300, 900), claim, { stance: 'denies', source: { kind: 'parent', person: parent } });
}

export function noteCouple(
  notes: Notes,
  { persons, form, from, to }: Couple,
  agency = notes.chance.pick(['housing', 'gp', 'police', notes.authority]),
): StatementRecord {
  const { chance } = notes;
  const claim: Claim = { type: 'partner', persons, form, from: day.written(from) };
  const first = notes.says(agency, later(notes, from + 20, 800), claim);
  const heard = Date.parse(first.recorded) / 86_400_000;
  if (to !== null && chance.chance(0.75))
    notes.says(agency, later(notes, Math.max(heard, to) + 15, 400), { ...claim, to: day.written(to), ended: 'separation' });
  else if (chance.chance(0.25)) notes.says(agency, later(notes, heard + 200, 900), claim, { stance: 'confirms' });
  if (chance.chance(0.2))
    notes.says(chance.pick(['schools', 'health-visiting', notes.authority]), later(notes, from + 60, 900), claim, {
      source: { kind: 'self', person: persons[0] },
    });
  if (chance.chance(0.015))
    notes.says(agency, heard + 30, { type: 'partner', persons }, { stance: 'denies', source: { kind: 'self', person: persons[1] } });
  if (chance.chance(0.01)) notes.says(agency, heard + 60, claim, { stance: 'retracts' });
  return first;
}

/** Most know few; some know dozens (a Pareto tail of exponent 2). */
function noteAssociates(notes: Notes, blocks: readonly Block[]): void {
  const { block, chance } = notes;
  const many = Math.round((block.size - block.children) * 0.35);
  for (let one = 0; one < many; one++) {
    const person = adultIn(block, chance.below(adults(block)));
    const known = Math.min(150, Math.floor(1 / Math.sqrt(1 - chance.below(100_000) / 100_000) - 0.35));
    for (let friend = 0; friend < known; friend++) {
      const other = somebody(block, blocks, chance);
      if (other === person) continue;
      const form = chance.pick(['friend', 'friend', 'neighbour', 'colleague', 'business', 'co-offender'] as const);
      const agency = form === 'co-offender' ? 'police' : chance.pick(['police', 'housing', notes.authority, 'probation']);
      const claim: Claim = { type: 'associate', persons: [person, other], form };
      const recorded = day.today - chance.below(4_000);
      notes.says(agency, recorded, claim, { source: chance.chance(0.1) ? { kind: 'anonymous' } : { kind: 'third party' } });
      if (chance.chance(0.02)) notes.says(agency, recorded + 40, claim, { stance: 'denies', source: { kind: 'self', person: other } });
    }
  }
}

/** A scout group, where everybody knows everybody, and a school, where that is not taken for granted. */
function noteGroups(notes: Notes): void {
  const { block, chance, records } = notes;
  const [group, school] = [`group-${block.index}`, `school-${block.index}`];
  records.push({ type: 'organisation', id: group, name: `Scouts ${block.index + 1}`, kind: 'scouts', small: true });
  records.push({ type: 'organisation', id: school, name: `School ${block.index + 1}`, kind: 'school' });
  for (let child = 0; child < block.children; child++) {
    const recorded = day.today - chance.below(1_500);
    if (chance.chance(0.4))
      notes.says('schools', recorded, { type: 'role', person: childIn(block, child), organisation: school, role: 'pupil', child: true });
    if (chance.chance(0.05))
      notes.says('schools', recorded, { type: 'role', person: childIn(block, child), organisation: group, role: 'scout', child: true });
  }
  for (let leader = 0; leader < Math.min(2, otherAdults(block)); leader++)
    notes.says('schools', day.today - chance.below(1_500), {
      type: 'role',
      person: otherAdultIn(block, chance.below(otherAdults(block))),
      organisation: group,
      role: leader === 0 ? 'leader' : 'helper',
      children: true,
    });
}

/** Whom agencies worked with, whom they rang and saw, and one person in a block written down twice. */
function noteWork(notes: Notes): void {
  const { block, chance, records, authority } = notes;
  let contacts = 0;
  for (let child = 0; child < block.children; child++) {
    const person = childIn(block, child);
    if (chance.chance(0.2))
      notes.says('health-visiting', day.today - chance.below(1_800), {
        type: 'involvement',
        agency: 'health-visiting',
        person,
        form: 'open',
      });
    if (!chance.chance(0.04)) continue;
    const began = day.today - chance.below(1_200);
    notes.says(authority, began, { type: 'involvement', agency: authority, person, form: 'allocated', from: day.written(began) });
    for (let contact = 0; contact < 1 + chance.below(3); contact++)
      records.push({
        type: 'contact',
        id: `c${block.index}-${contacts++}`,
        agency: chance.pick([authority, 'schools', 'police']),
        on: day.written(Math.min(day.today, began + chance.below(300))),
        kind: chance.pick(['referral', 'visit', 'call'] as const),
        about: [person],
      });
  }
  if (otherAdults(block) > 40) {
    const [one, other] = [otherAdultIn(block, otherAdults(block) - 1), otherAdultIn(block, otherAdults(block) - 2)];
    notes.says('police', day.today - chance.below(900), { type: 'same', persons: [one, other] }, { source: { kind: 'inference' } });
  }
}
