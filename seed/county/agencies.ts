/** The ten agencies of the made-up county, and which of them writes down what. */
import type { AgencyRecord } from '../../server/ledger/records.ts';

export const AGENCIES: readonly AgencyRecord[] = [
  { type: 'agency', id: 'police', name: 'Police', kind: 'police' },
  { type: 'agency', id: 'probation', name: 'Probation', kind: 'probation' },
  { type: 'agency', id: 'csc-east', name: "Children's social care, east", kind: 'social care', area: 'East' },
  { type: 'agency', id: 'csc-west', name: "Children's social care, west", kind: 'social care', area: 'West' },
  { type: 'agency', id: 'health-visiting', name: 'Health visiting', kind: 'health visiting' },
  { type: 'agency', id: 'midwifery', name: 'Midwifery', kind: 'midwifery' },
  { type: 'agency', id: 'gp', name: 'General practice', kind: 'GP' },
  { type: 'agency', id: 'schools', name: 'Schools', kind: 'school' },
  { type: 'agency', id: 'housing', name: 'Housing', kind: 'housing' },
  { type: 'agency', id: 'court', name: 'Family Court', kind: 'court' },
];

export const AREAS = ['Ashdale', 'Birchley', 'Coldwater', 'Dunmere', 'Elmsworth', 'Fernhill'] as const;

export const GIVEN_NAMES = {
  female: [
    'Ada',
    'Bea',
    'Cara',
    'Dina',
    'Elsa',
    'Fern',
    'Gwen',
    'Hana',
    'Iris',
    'Jana',
    'Kaya',
    'Lena',
    'Mina',
    'Nell',
    'Orla',
    'Pia',
    'Rosa',
    'Tess',
  ],
  male: [
    'Abel',
    'Bram',
    'Carl',
    'Dean',
    'Emil',
    'Finn',
    'Glen',
    'Hugo',
    'Ivor',
    'Jude',
    'Kurt',
    'Liam',
    'Milo',
    'Noel',
    'Otto',
    'Paul',
    'Rory',
    'Theo',
  ],
} as const;
const BEGINNINGS = [
  'Ash',
  'Bar',
  'Col',
  'Dun',
  'Elm',
  'Far',
  'Gar',
  'Hal',
  'Kel',
  'Lang',
  'Mar',
  'Nor',
  'Oak',
  'Pen',
  'Rad',
  'Sel',
  'Thorn',
  'Wes',
];
const ENDINGS = ['by', 'combe', 'den', 'field', 'ford', 'ham', 'ley', 'low', 'mere', 'ridge', 'ton', 'well', 'wick', 'worth'];
export const familyName = (number: number): string =>
  `${BEGINNINGS[number % BEGINNINGS.length]}${ENDINGS[Math.floor(number / BEGINNINGS.length) % ENDINGS.length]}`;
