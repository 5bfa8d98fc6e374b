// Written by `npm run generate` from the headers under cypher/. Do not edit.

export interface Queries {
  /** Contacts and decisions about some people */
  'read/acts-about': { params: { people: Array<string>; most: number; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; line: string; people: Array<{ person: string; more: string | null }> } };
  /** Agencies, and from when to when each has records here */
  'read/agencies': { params: { revision: number; opened: Array<string> }; row: { id: string; name: string; kind: string; area: string | null; first: string | null; last: string | null; lastLoad: string | null } };
  /** Whether the database is there */
  'read/alive': { params: {  }; row: { alive: boolean } };
  /** All live versions of one kind */
  'read/all-live-versions': { params: { kind: 'PARENT_OF' | 'PARTNER_OF' | 'SIBLING_OF' | 'RELATIVE_OF' | 'ASSOCIATE_OF' | 'CARES_FOR' | 'HARMED' | 'SHARES_HOME' | 'VISITS_HOME_OF' | 'MAY_HAVE_MET' | 'MET' | 'SHARES_GROUP' | 'SAME_AS' | 'AT_HOME' | 'HAS_ROLE' | 'INVOLVED_WITH' | 'OF_CONCERN' | 'IN_CUSTODY' | 'ABOUT' | 'HAS_DETAIL' | 'HAS_ADDRESS' | 'HELD_BY' | 'PASSED_TO'; never: number }; row: { unit: string; hash: string } };
  /** All records */
  'read/all-records': { params: { revision: number }; row: { id: string; type: string; line: string; hash: string } };
  /** Once every index is there to be used */
  'read/await-indexes': { params: { seconds: number }; row: { ready: boolean } };
  /** What bears on statements */
  'read/bearing-on': { params: { ids: Array<string> }; row: { id: string; repeats: string | null; withdraws: string | null; repeatedBy: Array<string>; withdrawnBy: Array<string> } };
  /** Days on which something round some people changes */
  'read/change-days': { params: { all: Array<string>; inner: Array<string>; standings: Array<string>; ties: Array<string>; last: string; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { day: string } };
  /** Who is near a person, and what is held of their births */
  'read/children-near': { params: { within: 1 | 2 | 3 | 4; person: string; most: number; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string; steps: number; details: Array<string> } };
  /** Statements about some people */
  'read/chronology': { params: { people: Array<string>; most: number; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; line: string; topic: string; held: Array<{ agency: string; since: string }> } };
  /** Facts of concern of some people */
  'read/concerns': { params: { people: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { concern: Record<string, unknown> } };
  /** Contacts by id */
  'read/contacts': { params: { ids: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; line: string; people: Array<{ person: string; more: string | null }> } };
  /** How many records and relationships there are */
  'read/counts': { params: {  }; row: { what: string; number: number } };
  /** Who is near each person of concern */
  'read/county-sweep': { params: { within: 1 | 2 | 3 | 4; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string>; ties: Array<string> }; row: { person: string; near: string; steps: number; details: Array<string> } };
  /** Custody of some people */
  'read/custody': { params: { people: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { custody: Record<string, unknown> } };
  /** Decisions about some people */
  'read/decisions-about': { params: { people: Array<string>; asAt: string; since: string; most: number; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { line: string; people: Array<string> } };
  /** Statements behind ties, and what is said against them */
  'read/evidence': { params: { ids: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; line: string; topic: string; held: Array<{ agency: string; since: string }> } };
  /** People by what is held of them */
  'read/find-person': { params: { text: string; most: number; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string } };
  /** People by where a home is held to be */
  'read/find-person-at-place': { params: { text: string; most: number; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string>; asAt: string; since: string; standings: Array<string> }; row: { person: string; homes: Array<string> } };
  /** People by what they are called here */
  'read/find-person-called': { params: { text: string; most: number; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string } };
  /** The ties ever held on routes between a child and a person */
  'read/first-held': { params: { within: 1 | 2 | 3 | 4; shorter: 1 | 2 | 3; child: string; person: string; asAt: string; since: string; standings: Array<string>; ties: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { tie: Record<string, unknown> } };
  /** Facts of concern ever held of a person */
  'read/first-held-concerns': { params: { person: string; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { concern: Record<string, unknown> } };
  /** What is held of some homes */
  'read/homes': { params: { homes: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; label: string | null; kind: string | null; addresses: Array<{ holders: Array<string>; since: string; more: string | null }> } };
  /** All ids */
  'read/ids': { params: { revision: number }; row: { id: string } };
  /** Agencies involved with some people */
  'read/involvement': { params: { people: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { involvement: Record<string, unknown> } };
  /** Family ties of some people */
  'read/kin-ties': { params: { people: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { tie: Record<string, unknown> } };
  /** The ledger */
  'read/ledger': { params: {  }; row: { revision: number; digest: string; foldVersion: number; schema: number | null; records: number; versions: number; holder: string | null } };
  /** Live versions of some units */
  'read/live-versions': { params: { kind: 'PARENT_OF' | 'PARTNER_OF' | 'SIBLING_OF' | 'RELATIVE_OF' | 'ASSOCIATE_OF' | 'CARES_FOR' | 'HARMED' | 'SHARES_HOME' | 'VISITS_HOME_OF' | 'MAY_HAVE_MET' | 'MET' | 'SHARES_GROUP' | 'SAME_AS' | 'AT_HOME' | 'HAS_ROLE' | 'INVOLVED_WITH' | 'OF_CONCERN' | 'IN_CUSTODY' | 'ABOUT' | 'HAS_DETAIL' | 'HAS_ADDRESS' | 'HELD_BY' | 'PASSED_TO'; units: Array<string>; never: number }; row: { unit: string; hash: string } };
  /** Loads */
  'read/loads': { params: {  }; row: { revision: number; kind: string; at: string; before: string; digest: string } };
  /** Sharings of some statements */
  'read/passed-on': { params: { statements: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; line: string; statements: Array<string> } };
  /** What is held of some people */
  'read/people': { params: { people: Array<string>; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; label: string | null; placeholder: boolean; details: Array<{ holders: Array<string>; since: string; because: Array<string>; more: string | null }>; same: Array<string>; joins: Array<{ other: string; holders: Array<string> }> } };
  /** People of concern near a child */
  'read/people-of-concern-near': { params: { within: 1 | 2 | 3 | 4; child: string; most: number; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string; steps: number } };
  /** Contacts about or with some people */
  'read/recent-contacts': { params: { people: Array<string>; asAt: string; since: string; most: number; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { id: string; line: string; people: Array<{ person: string; more: string | null; tie: string }> } };
  /** Hashes of all records */
  'read/record-hashes': { params: { revision: number; most: number }; row: { hash: string } };
  /** Agencies that hold a record on some people */
  'read/record-holders': { params: { people: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string; agency: string; since: string } };
  /** Records by id */
  'read/records-by-id': { params: { ids: Array<string> }; row: { line: string; hash: string } };
  /** Records that name people */
  'read/records-naming': { params: { ids: Array<string> }; row: { id: string; topic: string | null } };
  /** Records of one type */
  'read/records-of-type': { params: { type: string }; row: { line: string } };
  /** The floor */
  'read/return-1': { params: {  }; row: { one: number } };
  /** Parts some people have in groups, schools and other organisations */
  'read/roles-of-people': { params: { people: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { role: Record<string, unknown>; organisation: { id: string; name: string | null; kind: string | null; small: boolean | null } } };
  /** The ties on routes between some people and others */
  'read/routes-subgraph': { params: { within: 1 | 2 | 3 | 4; shorter: 1 | 2 | 3; from: Array<string>; to: Array<string>; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { tie: Record<string, unknown> } };
  /** What was said of somebody's parents */
  'read/said-of-parents': { params: { ids: Array<string> }; row: { line: string; isWithdrawn: boolean } };
  /** Seals */
  'read/seals': { params: { revision: number }; row: { line: string; added: number } };
  /** Seals that a search touched */
  'read/seals-touched': { params: { reach: 1 | 2 | 3; ids: Array<string>; about: Array<string>; seals: Array<string>; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { seal: string } };
  /** Sharings of statements */
  'read/sharings-of': { params: { ids: Array<string> }; row: { line: string } };
  /** Statements of topics */
  'read/statements-of-topics': { params: { topics: Array<string> }; row: { line: string } };
  /** Who lives, stays, visits or is kept away in some homes */
  'read/stays-in-homes': { params: { homes: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { stay: Record<string, unknown> } };
  /** Where some people live, stay, visit or are kept away from */
  'read/stays-of-people': { params: { people: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { stay: Record<string, unknown> } };
  /** Steps a load left */
  'read/steps-left': { params: {  }; row: { steps: number; emptying: boolean } };
  /** Names of homes and groups */
  'read/things': { params: { ids: Array<string>; opened: Array<string>; revision: number }; row: { id: string; kind: string; name: string | null } };
  /** Topics at some ends */
  'read/topics-at': { params: { ids: Array<string>; claims?: Array<string> | null }; row: { topic: string; claim: string; end1: string; end2: string | null } };
  /** What is stored of all live versions of one kind */
  'read/version-contents': { params: { kind: 'PARENT_OF' | 'PARTNER_OF' | 'SIBLING_OF' | 'RELATIVE_OF' | 'ASSOCIATE_OF' | 'CARES_FOR' | 'HARMED' | 'SHARES_HOME' | 'VISITS_HOME_OF' | 'MAY_HAVE_MET' | 'MET' | 'SHARES_GROUP' | 'SAME_AS' | 'AT_HOME' | 'HAS_ROLE' | 'INVOLVED_WITH' | 'OF_CONCERN' | 'IN_CUSTODY' | 'ABOUT' | 'HAS_DETAIL' | 'HAS_ADDRESS' | 'HELD_BY' | 'PASSED_TO'; never: number }; row: { start: string; end: string; version: Record<string, unknown> } };
  /** Everybody around one person */
  'read/web-of-person': { params: { within: 1 | 2 | 3 | 4; person: string; most: number; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string; steps: number } };
  /** Ties between two of some people */
  'read/web-of-person-ties': { params: { people: Array<string>; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { tie: Record<string, unknown> } };
  /** What each agency holds on a person */
  'read/who-holds-what': { params: { people: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { agency: string; claim: string; statements: number; since: string } };
  /** Who looks after some children */
  'read/who-to-tell': { params: { children: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { child: string; carer: string } };
  /** Take the ledger's lock */
  'write/acquire-lease': { params: { lease: string; holder: string; dead: Array<string> }; row: { lease: string; holder: string; revision: number; digest: string; foldVersion: number; records: number; versions: number } };
  /** The ledger is empty */
  'write/emptied': { params: { lease: string }; row: {  } };
  /** Empty the ledger */
  'write/empty-ledger': { params: { lease: string }; row: {  } };
  /** Delete all nodes of one label */
  'write/empty-nodes': { params: { label: 'Record' | 'Person' | 'Household' | 'Organisation' | 'Agency' | 'Concern' | 'Custody' | 'Matter' | 'Detail' | 'Load' | 'LoadStep' }; row: {  } };
  /** Forget the steps of a load */
  'write/forget-steps': { params: { lease: string }; row: {  } };
  /** Note the schema */
  'write/keep-schema': { params: { schema: number }; row: {  } };
  /** Mark people of concern */
  'write/mark-of-concern': { params: { ids: Array<string>; lease: string }; row: {  } };
  /** Publish a revision */
  'write/publish': { params: { revision: number; digest: string; foldVersion: number; records: number; versions: number; load: { kind: string; titles: Array<string>; hash: string; records: number; added: number; removed: number }; people: Array<{ id: string; seals: Array<string> }>; households: Array<{ id: string; seals: Array<string> }>; organisations: Array<{ id: string; seals: Array<string> }>; lease: string }; row: { revision: number } };
  /** Put what versions end at */
  'write/put-ends': { params: { label: 'Concern' | 'Custody' | 'Matter' | 'Detail'; step: string; ids: Array<string>; revision: number; lease: string }; row: { written: number } };
  /** Put what records speak of */
  'write/put-entities': { params: { label: 'Person' | 'Household' | 'Organisation' | 'Agency'; step: string; rows: Array<{ id: string; properties: Record<string, unknown> }>; revision: number; lease: string }; row: { written: number } };
  /** Put who is named */
  'write/put-names': { params: { step: string; rows: Array<{ record: string; person: string }>; lease: string }; row: { written: number } };
  /** Put records */
  'write/put-records': { params: { step: string; rows: Array<{ id: string; type: string; line: string; hash: string }>; revision: number; lease: string }; row: { written: number } };
  /** Put sharings */
  'write/put-sharings': { params: { step: string; rows: Array<{ id: string; line: string; hash: string; statements: Array<string> }>; revision: number; lease: string }; row: { written: number } };
  /** Put statements */
  'write/put-statements': { params: { step: string; rows: Array<{ id: string; line: string; hash: string; agency: string; recordedFrom: string; recordedTo: string; claim: string; stance: string; topic: string; end1: string; end2: string | null; repeats: string | null; withdraws: string | null }>; revision: number; lease: string }; row: { written: number } };
  /** Put versions */
  'write/put-versions': { params: { start: 'Person' | 'Household' | 'Agency' | 'Matter' | 'Statement'; end: 'Person' | 'Household' | 'Organisation' | 'Agency' | 'Concern' | 'Custody' | 'Detail'; step: string; rows: Array<{ kind: string; start: string; end: string; version: { tie: string; spell: string; unit: string; from: string; sureFrom: string; sureTo: string; to: string; heldFrom: string; heldTo: string; heldSince: string; holders: Array<string>; seals: Array<string>; standing: string; disputed: boolean; form: string | null; because: Array<string>; via: string | null; rests: Array<string>; more: string | null; search: string | null; hash: string; added: number; removed: number } }>; kinds: Array<string>; units: Array<string>; lease: string }; row: { written: number } };
  /** Give the ledger's lock back */
  'write/release-lease': { params: { lease: string }; row: {  } };
  /** Remove versions */
  'write/remove-versions': { params: { kind: 'PARENT_OF' | 'PARTNER_OF' | 'SIBLING_OF' | 'RELATIVE_OF' | 'ASSOCIATE_OF' | 'CARES_FOR' | 'HARMED' | 'SHARES_HOME' | 'VISITS_HOME_OF' | 'MAY_HAVE_MET' | 'MET' | 'SHARES_GROUP' | 'SAME_AS' | 'AT_HOME' | 'HAS_ROLE' | 'INVOLVED_WITH' | 'OF_CONCERN' | 'IN_CUSTODY' | 'ABOUT' | 'HAS_DETAIL' | 'HAS_ADDRESS' | 'HELD_BY' | 'PASSED_TO'; step: string; units: Array<string>; hashes: Array<string>; revision: number; never: number; lease: string }; row: { written: number } };
  /** Keep the ledger's lock */
  'write/renew-lease': { params: { lease: string }; row: { lease: string } };
  /** Sweep nodes nobody published */
  'write/sweep-nodes': { params: { label: 'Record' | 'Person' | 'Household' | 'Organisation' | 'Agency' | 'Concern' | 'Custody' | 'Matter' | 'Detail'; revision: number }; row: {  } };
  /** Sweep versions nobody published */
  'write/sweep-versions': { params: { kind: 'PARENT_OF' | 'PARTNER_OF' | 'SIBLING_OF' | 'RELATIVE_OF' | 'ASSOCIATE_OF' | 'CARES_FOR' | 'HARMED' | 'SHARES_HOME' | 'VISITS_HOME_OF' | 'MAY_HAVE_MET' | 'MET' | 'SHARES_GROUP' | 'SAME_AS' | 'AT_HOME' | 'HAS_ROLE' | 'INVOLVED_WITH' | 'OF_CONCERN' | 'IN_CUSTODY' | 'ABOUT' | 'HAS_DETAIL' | 'HAS_ADDRESS' | 'HELD_BY' | 'PASSED_TO'; revision: number; never: number }; row: {  } };
  /** People, homes and organisations under no seal */
  'write/things-without-seals': { params: { label: 'Person' | 'Household' | 'Organisation' }; row: {  } };
  /** Versions under no seal */
  'write/without-seals': { params: { kind: 'PARENT_OF' | 'PARTNER_OF' | 'SIBLING_OF' | 'RELATIVE_OF' | 'ASSOCIATE_OF' | 'CARES_FOR' | 'HARMED' | 'SHARES_HOME' | 'VISITS_HOME_OF' | 'MAY_HAVE_MET' | 'MET' | 'SHARES_GROUP' | 'SAME_AS' | 'AT_HOME' | 'HAS_ROLE' | 'INVOLVED_WITH' | 'OF_CONCERN' | 'IN_CUSTODY' | 'ABOUT' | 'HAS_DETAIL' | 'HAS_ADDRESS' | 'HELD_BY' | 'PASSED_TO' }; row: {  } };
}

export type ReadName = 'read/acts-about' | 'read/agencies' | 'read/alive' | 'read/all-live-versions' | 'read/all-records' | 'read/await-indexes' | 'read/bearing-on' | 'read/change-days' | 'read/children-near' | 'read/chronology' | 'read/concerns' | 'read/contacts' | 'read/counts' | 'read/county-sweep' | 'read/custody' | 'read/decisions-about' | 'read/evidence' | 'read/find-person' | 'read/find-person-at-place' | 'read/find-person-called' | 'read/first-held' | 'read/first-held-concerns' | 'read/homes' | 'read/ids' | 'read/involvement' | 'read/kin-ties' | 'read/ledger' | 'read/live-versions' | 'read/loads' | 'read/passed-on' | 'read/people' | 'read/people-of-concern-near' | 'read/recent-contacts' | 'read/record-hashes' | 'read/record-holders' | 'read/records-by-id' | 'read/records-naming' | 'read/records-of-type' | 'read/return-1' | 'read/roles-of-people' | 'read/routes-subgraph' | 'read/said-of-parents' | 'read/seals' | 'read/seals-touched' | 'read/sharings-of' | 'read/statements-of-topics' | 'read/stays-in-homes' | 'read/stays-of-people' | 'read/steps-left' | 'read/things' | 'read/topics-at' | 'read/version-contents' | 'read/web-of-person' | 'read/web-of-person-ties' | 'read/who-holds-what' | 'read/who-to-tell';
export type WriteName = 'write/acquire-lease' | 'write/emptied' | 'write/empty-ledger' | 'write/empty-nodes' | 'write/forget-steps' | 'write/keep-schema' | 'write/mark-of-concern' | 'write/publish' | 'write/put-ends' | 'write/put-entities' | 'write/put-names' | 'write/put-records' | 'write/put-sharings' | 'write/put-statements' | 'write/put-versions' | 'write/release-lease' | 'write/remove-versions' | 'write/renew-lease' | 'write/sweep-nodes' | 'write/sweep-versions' | 'write/things-without-seals' | 'write/without-seals';
export type Params<Name extends keyof Queries> = Queries[Name]['params'];
export type Row<Name extends keyof Queries> = Queries[Name]['row'];
