/** Short hand for answers of web-of-person about made-up people; every fact can be overridden. */
import type { Stay, Tie, TieKind } from '../../client/answers.gen.ts';
import type { WebAnswer } from '../../client/web/from-answer.ts';

type Row = WebAnswer['people'][number];

const unknown = { earliest: null, latest: null, says: 'not recorded' };
const standing = { inForce: true, certain: true, standing: 'confirmed', disputed: false, holders: [], evidence: [], against: [] } as const;

export function personRow(name: string, facts: Partial<Row['person']> = {}, more: Partial<Row> = {}): Row {
  return {
    person: {
      id: name,
      records: [name],
      name,
      names: [name],
      sex: null,
      born: null,
      died: null,
      expected: null,
      age: 'not known',
      placeholder: false,
      unborn: false,
      deceased: false,
      child: false,
      ...facts,
    },
    steps: 1,
    toSubject: [],
    concerns: [],
    agencies: [],
    custody: null,
    otherHomes: 0,
    ...more,
  };
}

export function stayOf(person: string, home: string, pattern = 'lives', facts: Partial<Stay> = {}): Stay {
  return {
    id: `stay ${person} ${home} ${pattern}`,
    person,
    home,
    pattern,
    nights: null,
    party: null,
    start: unknown,
    end: unknown,
    says: `${person} ${pattern} at ${home}`,
    ...standing,
    ...facts,
  };
}

export function tieOf(kind: TieKind, facts: Partial<Tie> = {}): Tie {
  return {
    id: '',
    kind,
    form: null,
    via: null,
    start: unknown,
    end: unknown,
    derived: false,
    says: '',
    heldTogether: false,
    contact: null,
    ...standing,
    ...facts,
  };
}

/** The first person is the subject. Ids and sentences of ties are made from their ends. */
export function webAnswer({
  people,
  homes,
  stays,
  ties,
}: {
  people: Row[];
  homes: readonly (readonly [id: string, ofSubject: boolean])[];
  stays: Stay[];
  ties: readonly (readonly [from: string, to: string, tie: Tie])[];
}): WebAnswer {
  return {
    subject: people[0]!.person,
    people,
    stays,
    roles: [],
    organisations: [],
    agencies: [],
    truncated: false,
    says: '',
    grounds: {
      asAt: '2024-06-01',
      since: null,
      heldOn: '2024-06-01',
      heldBy: [],
      notAsked: [],
      within: 2,
      without: [],
      freshness: [],
      withheld: { kind: 'CANNOT_SAY', ask: [], says: '' },
      revision: 1,
      says: '',
    },
    homes: homes.map(([id, ofSubject]) => ({ id, name: id, kind: 'home', address: null, area: null, ofSubject })),
    ties: ties.map(([from, to, tie]) => ({
      from,
      to,
      tie: { ...tie, id: tie.id || `${tie.kind} ${from} ${to}`, says: tie.says || `${from} ${tie.kind} ${to}` },
    })),
  };
}
