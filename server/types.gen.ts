// Written by `npm run generate` from the headers under cypher/. Do not edit.

export interface Queries {
  /** Agencies, and from when to when each has records here */
  'read/agencies': { params: { revision: number; opened: Array<string> }; row: { id: string; name: string; kind: string; area: string | null; first: string | null; last: string | null } };
  /** Who is near a person, and what is held of their births */
  'read/children-near': { params: { within: 1 | 2 | 3 | 4; person: string; most: number; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string; steps: number; details: Array<string> } };
  /** Facts of concern of some people */
  'read/concerns': { params: { people: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { concern: Record<string, unknown> } };
  /** Custody of some people */
  'read/custody': { params: { people: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { custody: Record<string, unknown> } };
  /** Statements behind ties, and what is said against them */
  'read/evidence': { params: { ids: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; line: string; topic: string; held: Array<{ agency: string; since: string }> } };
  /** People by what is held of them */
  'read/find-person': { params: { text: string; most: number; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string } };
  /** People by where a home is held to be */
  'read/find-person-at-place': { params: { text: string; most: number; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string>; asAt: string; since: string; standings: Array<string> }; row: { person: string; homes: Array<string> } };
  /** People by what they are called here */
  'read/find-person-called': { params: { text: string; most: number; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string } };
  /** What is held of some homes */
  'read/homes': { params: { homes: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; label: string | null; kind: string | null; addresses: Array<{ holders: Array<string>; since: string; more: string | null }> } };
  /** Agencies involved with some people */
  'read/involvement': { params: { people: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { involvement: Record<string, unknown> } };
  /** The ledger */
  'read/ledger': { params: {  }; row: { revision: number; digest: string; foldVersion: number; schema: number; records: number; versions: number; holder: string | null } };
  /** What is held of some people */
  'read/people': { params: { people: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; label: string | null; placeholder: boolean; details: Array<{ holders: Array<string>; since: string; because: Array<string>; more: string | null }>; same: Array<string> } };
  /** People of concern near a child */
  'read/people-of-concern-near': { params: { within: 1 | 2 | 3 | 4; child: string; most: number; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string; steps: number } };
  /** Contacts about or with some people */
  'read/recent-contacts': { params: { people: Array<string>; asAt: string; since: string; most: number; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; line: string; people: Array<{ person: string; more: string | null; tie: string }> } };
  /** Agencies that hold a record on some people */
  'read/record-holders': { params: { people: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string; agency: string; since: string } };
  /** Parts some people have in groups, schools and other organisations */
  'read/roles-of-people': { params: { people: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { role: Record<string, unknown>; organisation: { id: string; name: string | null; kind: string | null; small: boolean | null } } };
  /** The ties on routes between some people and others */
  'read/routes-subgraph': { params: { within: 1 | 2 | 3 | 4; from: Array<string>; to: Array<string>; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { tie: Record<string, unknown> } };
  /** Who lives, stays, visits or is kept away in some homes */
  'read/stays-in-homes': { params: { homes: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { stay: Record<string, unknown> } };
  /** Where some people live, stay, visit or are kept away from */
  'read/stays-of-people': { params: { people: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { stay: Record<string, unknown> } };
  /** Names of homes and groups */
  'read/things': { params: { ids: Array<string>; opened: Array<string>; revision: number }; row: { id: string; kind: string; name: string | null } };
  /** Everybody around one person */
  'read/web-of-person': { params: { within: 1 | 2 | 3 | 4; person: string; most: number; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string; steps: number } };
  /** Ties between two of some people */
  'read/web-of-person-ties': { params: { people: Array<string>; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { tie: Record<string, unknown> } };
  /** What each agency holds on a person */
  'read/who-holds-what': { params: { people: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { agency: string; claim: string; statements: number; since: string } };
}

export type ReadName = 'read/agencies' | 'read/children-near' | 'read/concerns' | 'read/custody' | 'read/evidence' | 'read/find-person' | 'read/find-person-at-place' | 'read/find-person-called' | 'read/homes' | 'read/involvement' | 'read/ledger' | 'read/people' | 'read/people-of-concern-near' | 'read/recent-contacts' | 'read/record-holders' | 'read/roles-of-people' | 'read/routes-subgraph' | 'read/stays-in-homes' | 'read/stays-of-people' | 'read/things' | 'read/web-of-person' | 'read/web-of-person-ties' | 'read/who-holds-what';
export type WriteName = never;
export type Params<Name extends keyof Queries> = Queries[Name]['params'];
export type Row<Name extends keyof Queries> = Queries[Name]['row'];
