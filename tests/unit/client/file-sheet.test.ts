import { expect, test } from 'vitest';
import type { Contact, Found } from '../../../client/answers.gen.ts';
import { agencyLines, fileSheet } from '../../../client/file-sheet.ts';
import { gapsOf } from '../../../client/gaps.ts';
import { personRow, stayOf, tieOf, webAnswer } from '../../support/web-answer.ts';

const unknown = { earliest: null, latest: null, says: 'not recorded' };
const police = { id: 'police', name: 'Police', kind: 'police', area: null };

/** Kit lives with mother; the mother's friend Orrin visits, and is of concern; a neighbour made a call. */
function answers() {
  const web = webAnswer({
    people: [personRow('Kit', { child: true }), personRow('Mum'), personRow('Orrin'), personRow('Nell')],
    homes: [['h1', true]],
    stays: [stayOf('Kit', 'h1'), stayOf('Mum', 'h1'), stayOf('Orrin', 'h1', 'visits')],
    ties: [
      ['Mum', 'Kit', tieOf('PARENT_OF')],
      ['Mum', 'Orrin', tieOf('ASSOCIATE_OF')],
    ],
  });
  const concern = {
    id: 'c',
    form: 'convicted',
    what: 'theft by Orrin',
    against: null,
    start: unknown,
    end: unknown,
    inForce: true,
    certain: true,
    standing: 'confirmed',
    disputed: false,
    holders: [{ agency: police, from: '2024-01-01' }],
    says: 'Orrin was convicted',
    evidence: [],
    evidenceAgainst: [],
  } as const;
  const found: Found = {
    person: web.people[2]!.person,
    concerns: [concern],
    steps: 1,
    stepsInForce: 1,
    stepsCertain: 1,
    routes: [],
    moreRoutes: 0,
    assembled: false,
    heldBetween: [],
    heldFrom: null,
  };
  const near = { subject: web.subject, grounds: web.grounds, truncated: false, found: [found], takenBack: [] };
  const contact: Contact = {
    id: 'k',
    agency: police,
    on: { ...unknown, says: '2 May 2024' },
    kind: 'call',
    about: [
      { id: 'Kit', name: 'Kit' },
      { id: 'Nell', name: 'Nell' },
    ],
    with: [],
    from: 'Nell',
    asked: [],
    answer: null,
    answeredOn: null,
    outcome: 'Nell was thanked',
    ref: null,
    says: 'Call by Nell about Kit',
  };
  const contacts = { child: web.subject, grounds: web.grounds, truncated: false, homes: web.homes, contacts: [contact] };
  const holdings = {
    person: web.subject,
    grounds: web.grounds,
    truncated: false,
    agencies: [
      {
        agency: police,
        answer: 'could not be reached',
        statements: null,
        kinds: [],
        heldSince: null,
        askedIn: [],
        involvement: [],
        noLongerInvolved: false,
        lastContact: null,
        says: 'Orrin',
      },
    ],
  };
  return { near, web, contacts, holdings };
}

test('the child’s file names the child and the family, and nobody of concern and no bystander', () => {
  const { near, web, contacts, holdings } = answers();
  const sheet = fileSheet(near, web, contacts, holdings);
  const text = JSON.stringify(sheet);
  expect(text).not.toMatch(/Orrin|Nell|theft|convicted/);
  expect(sheet.family).toEqual(['Mum, not known']);
  expect(sheet.homes).toEqual(['h1: Kit (lives), Mum (lives) and Person 1 (visits)']);
  expect(sheet.concern[1]).toBe('Person 1: 1 step away. Ask Police before it is used.');
  expect(sheet.contacts).toEqual(['2 May 2024: call, Police, about Kit and Person 2']);
});

test('nobody of concern found is not written as nobody of concern', () => {
  const { near, web, contacts, holdings } = answers();
  expect(fileSheet({ ...near, found: [] }, web, contacts, holdings).concern[0]).toMatch(/does not mean that there is nothing/);
});

test('what is missing is said: a second parent, a birth, a home, an agency that did not answer', () => {
  const { web, holdings } = answers();
  const gaps = gapsOf(web, holdings);
  expect(gaps).toContain('Only one parent of Kit is recorded.');
  expect(gaps).toContain('Nell: no home recorded on that day.');
  expect(gaps).toContain('Police: asked, and no answer came.');
  expect(gaps).not.toContain('Kit: no home recorded on that day.');
  expect(gapsOf({ ...web, ties: [] }, null)).toContain('No parent of Kit is recorded.');
});

test('agencies that nobody looked into are one line of the sheet, and one that was asked and not checked keeps its own', () => {
  const { holdings, contacts } = answers();
  const [one] = holdings.agencies;
  const unchecked = (id: string, askedIn: typeof contacts.contacts = []) => ({
    ...one!,
    agency: { ...police, id, name: id },
    answer: 'not checked',
    askedIn,
  });
  const agencies = [...holdings.agencies, unchecked('School'), unchecked('GP', contacts.contacts), unchecked('Housing')];
  expect(agencyLines({ ...holdings, agencies }, () => '')).toEqual([
    'Police: could not be reached',
    'GP: not checked',
    'Not checked, because not asked or because nothing of theirs is loaded here: School; Housing',
  ]);
});
