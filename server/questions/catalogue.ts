/** Every question there is, by its name. */
import type { Question } from './asking.ts';
import { question as changeDays } from './change-days.ts';
import { question as childrenNear } from './children-near.ts';
import { question as compareDays } from './compare-days.ts';
import { question as peopleOfConcernNear } from './people-of-concern-near.ts';
import { question as chronology } from './chronology.ts';
import { question as contradictions } from './contradictions.ts';
import { question as coverage } from './coverage.ts';
import { question as countySweep } from './county-sweep.ts';
import { question as decisionsAbout } from './decisions-about.ts';
import { question as firstHeld } from './first-held.ts';
import { question as findPerson } from './find-person.ts';
import { question as household } from './household.ts';
import { question as lostHandOffs } from './lost-hand-offs.ts';
import { question as recentContacts } from './recent-contacts.ts';
import { question as recordDecision } from './record-decision.ts';
import { question as restsOn } from './rests-on.ts';
import { question as routesBetween } from './routes-between.ts';
import { question as webOfPerson } from './web-of-person.ts';
import { question as whoHoldsWhat } from './who-holds-what.ts';
import { question as whoToTell } from './who-to-tell.ts';

export const catalogue: ReadonlyMap<string, Question> = new Map(
  [
    peopleOfConcernNear,
    childrenNear,
    routesBetween,
    webOfPerson,
    changeDays,
    household,
    recentContacts,
    whoHoldsWhat,
    whoToTell,
    findPerson,
    chronology,
    contradictions,
    lostHandOffs,
    coverage,
    countySweep,
    decisionsAbout,
    recordDecision,
    firstHeld,
    compareDays,
    restsOn,
  ].map((question) => [question.name, question]),
);
