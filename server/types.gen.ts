// Written by `npm run generate` from the headers under cypher/. Do not edit.

export interface Queries {
  /** The ledger */
  'read/ledger': { params: {  }; row: { revision: number; digest: string; foldVersion: number; schema: number; records: number; versions: number; holder: string | null } };
  /** People of concern near a child */
  'read/people-of-concern-near': { params: { within: 1 | 2 | 3 | 4; child: string; most: number; ties: Array<string>; asAt: string; since: string; standings: Array<string>; heldOn: string; revision: number; heldBy: Array<string>; opened: Array<string>; without: Array<string> }; row: { person: string; steps: number } };
}

export type ReadName = 'read/ledger' | 'read/people-of-concern-near';
export type WriteName = never;
export type Params<Name extends keyof Queries> = Queries[Name]['params'];
export type Row<Name extends keyof Queries> = Queries[Name]['row'];
