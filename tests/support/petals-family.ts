import type { LineKind, StayPattern, Web, WebLine, WebPerson, WebStay } from '../../client/web/web-model.ts';

/** Short hand for made-up people; every fact can be overridden. */
export function person(id: string, name: string, facts: Partial<WebPerson> = {}): WebPerson {
  return { id, name, sex: 'unknown', child: false, unborn: false, deceased: false, placeholder: false, agencies: [], ...facts };
}

export function stay(who: string, home: string, pattern: StayPattern = 'lives', words = '', facts: Partial<WebStay> = {}): WebStay {
  return { id: `stay ${who} ${home} ${pattern}`, person: who, home, pattern, words, inForce: true, standing: 'confirmed', ...facts };
}

export function line(kind: LineKind, from: string, to: string, form = '', facts: Partial<WebLine> = {}): WebLine {
  return { id: `${kind} ${from} ${to}`, kind, from, to, form, words: '', ended: false, reported: false, ...facts };
}

const woman = { sex: 'female' } as const;
const man = { sex: 'male' } as const;
const girl = { sex: 'female', child: true } as const;
const boy = { sex: 'male', child: true } as const;

/** The made-up family the picture was designed on: a child in three homes, and a visitor to one of them with four other households. */
export function familyOfThreeHomes(): Web {
  return {
    subject: 'a',
    people: [
      person('a', 'Child A', { ...girl, age: '7', agencies: ['gp', 'sch', 'cs1'] }),
      person('A', 'Adult A', { ...woman, age: '29', role: 'mother', agencies: ['gp'] }),
      person('B', 'Adult B', { ...man, age: '33', role: 'partner', agencies: ['pol'] }),
      person('C', 'Adult C', { ...man, age: '31', role: 'father' }),
      person('D', 'Adult D', { ...woman, age: '34', role: 'stepmother' }),
      person('E', 'Adult E', { ...woman, age: '56', role: 'grandmother' }),
      person('F', 'Adult F', { ...man, age: '35', role: 'ex-partner of A' }),
      person('G', 'Adult G', { ...man, age: '38', role: 'ex-partner of D' }),
      person('X', 'Adult X', {
        ...man,
        age: '41',
        role: 'visitor',
        concern: { label: 'risk marker (police, 2024)', filled: true },
        agencies: ['pol', 'prob'],
      }),
      person('b', 'Child B', { ...boy, age: '4', agencies: ['hv', 'nur'] }),
      person('c', 'Child C', { ...girl, age: '10m', agencies: ['hv'] }),
      person('d', 'Child D', { ...boy, age: '9' }),
      person('e', 'Child E', { ...boy, age: '12', agencies: ['sch', 'cs1'] }),
      person('H', 'Adult H', { ...woman, age: '27', agencies: ['pol'] }),
      person('f', 'Child F', { ...boy, age: '3', agencies: ['cs2'] }),
      person('g', 'Child G', { ...girl, age: '1' }),
      person('J', 'Adult J', { ...woman, age: '35' }),
      person('h', 'Child H', { ...girl, age: '8' }),
      person('K', 'Adult K', { ...woman, age: '30' }),
      person('j', 'Child J', { ...boy, age: '6', agencies: ['cs2'] }),
      person('k', 'Child K', { ...girl, age: '5' }),
      person('L', 'Adult L', { ...woman, age: '24' }),
      person('l', 'Child L', { ...boy, age: '2' }),
      person('u', 'Unborn child', { child: true, unborn: true }),
    ],
    homes: [
      { id: 'h1', name: 'Household 1', kindWord: "mother's home" },
      { id: 'h2', name: 'Household 2', kindWord: "father's home" },
      { id: 'h3', name: 'Household 3', kindWord: "grandmother's home" },
      { id: 'h4', name: 'Household 4' },
      { id: 'h5', name: 'Household 5' },
      { id: 'h6', name: 'Household 6' },
      { id: 'h7', name: 'Household 7' },
    ],
    stays: [
      stay('a', 'h1', 'lives', 'Mon-Fri'),
      stay('a', 'h2', 'weekends', 'weekends'),
      stay('a', 'h3', 'part week', 'after school'),
      stay('A', 'h1'),
      stay('B', 'h1'),
      stay('c', 'h1'),
      stay('b', 'h1'),
      stay('b', 'h3', 'weekends', 'weekends'),
      stay('C', 'h2'),
      stay('D', 'h2'),
      stay('d', 'h2'),
      stay('E', 'h3'),
      stay('e', 'h3'),
      stay('H', 'h4'),
      stay('f', 'h4'),
      stay('g', 'h4'),
      stay('J', 'h5'),
      stay('h', 'h5'),
      stay('K', 'h6'),
      stay('j', 'h6'),
      stay('k', 'h6'),
      stay('L', 'h7'),
      stay('l', 'h7'),
      stay('u', 'h7'),
      stay('X', 'h1', 'visits', 'visits weekly since Jan 2025'),
      stay('X', 'h5', 'visits', 'stays overnight'),
      stay('X', 'h6', 'visits', 'visits'),
      stay('X', 'h4', 'visits', 'ex-partner, ended 2024', { inForce: false }),
    ],
    lines: [
      line('couple', 'A', 'B', 'living together'),
      line('couple', 'C', 'D', 'married'),
      line('couple', 'A', 'C', 'married', { ended: true, endedBy: 'divorce' }),
      line('couple', 'A', 'F', 'married', { ended: true, endedBy: 'separation' }),
      line('couple', 'D', 'G', 'married', { ended: true, endedBy: 'divorce' }),
      line('parent', 'A', 'a', 'birth'),
      line('parent', 'C', 'a', 'birth'),
      line('parent', 'A', 'b', 'birth'),
      line('parent', 'F', 'b', 'birth'),
      line('parent', 'A', 'c', 'birth'),
      line('parent', 'B', 'c', 'birth'),
      line('parent', 'D', 'd', 'birth'),
      line('parent', 'G', 'd', 'birth'),
      line('parent', 'A', 'e', 'birth'),
      line('parent', 'F', 'e', 'birth'),
      line('parent', 'E', 'A', 'birth'),
      line('associate', 'X', 'B', 'friend', { words: 'friend' }),
      line('contact', 'X', 'h7', 'partner', { words: 'partner' }),
      line('sibling', 'a', 'b', 'half'),
    ],
    agencies: [
      { id: 'gp', code: 'GP', name: 'GP practice' },
      { id: 'sch', code: 'Sch', name: 'School' },
      { id: 'hv', code: 'HV', name: 'Health visiting' },
      { id: 'nur', code: 'Nur', name: 'Nursery' },
      { id: 'cs1', code: 'CS1', name: "Children's services, Area 1" },
      { id: 'cs2', code: 'CS2', name: "Children's services, Area 2" },
      { id: 'pol', code: 'Pol', name: 'Police' },
      { id: 'prob', code: 'Prob', name: 'Probation' },
    ],
  };
}
