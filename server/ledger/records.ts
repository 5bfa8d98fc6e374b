/**
 * The record types of the interchange format `kith/1`, as they are after parsing: every id already
 * carries its prefix, every enum value is one of those printed here. See docs/model.md section 2.
 */

export const AGENCY_KINDS = [
  'police',
  'probation',
  'prison',
  'social care',
  'health visiting',
  'midwifery',
  'hospital',
  'GP',
  'CAMHS',
  'school',
  'nursery',
  'housing',
  'court',
  'voluntary',
  'other',
] as const;
export const HOUSEHOLD_KINDS = ['home', 'hotel', 'hostel', 'refuge', 'foster home', 'prison', 'hospital', 'other'] as const;
export const STANCES = ['claims', 'observes', 'confirms', 'denies', 'retracts', 'disproves'] as const;
export const SOURCE_KINDS = [
  'child',
  'self',
  'parent',
  'relative',
  'practitioner',
  'third party',
  'anonymous',
  'open source',
  'official record',
  'inference',
  'not stated',
] as const;
export const SHARING_STATES = ['received', 'sent', 'claimed', 'refused', 'not known'] as const;
export const CONTACT_KINDS = [
  'referral',
  'contact',
  'visit',
  'call',
  'check',
  'meeting',
  'conference',
  'appointment',
  'letter',
  'other',
] as const;
export const CONTACT_ANSWERS = ['recorded', 'none held', 'not checked', 'not permitted', 'could not be reached'] as const;
export const SEXES = ['female', 'male', 'unknown'] as const;
export const PARENT_BASES = ['birth', 'adoptive', 'step', 'foster', 'parental responsibility', 'believed', 'unknown'] as const;
export const PARTNER_FORMS = [
  'engaged',
  'married',
  'civil partnership',
  'living together',
  'relationship',
  'separated',
  'unknown',
] as const;
export const PARTNER_ENDINGS = ['divorce', 'dissolution', 'separation', 'death', 'not stated'] as const;
export const SIBLING_FORMS = ['full', 'half', 'step', 'unknown'] as const;
export const RELATIVE_FORMS = ['grandparent', 'aunt or uncle', 'cousin', 'in-law', 'godparent', 'other'] as const;
export const ASSOCIATE_FORMS = ['friend', 'business', 'co-offender', 'neighbour', 'colleague', 'lodger', 'other'] as const;
export const CHANNELS = ['in person', 'telephone', 'letter', 'online', 'image'] as const;
export const CARE_FORMS = ['shared care', 'babysits', 'overnight contact', 'supervises contact', 'other'] as const;
export const HARM_FORMS = ['harmed', 'groomed', 'targeted', 'accused of harming'] as const;
export const HOME_PATTERNS = ['lives', 'part week', 'weekends', 'stays', 'lodges', 'visits', 'excluded'] as const;
export const INVOLVEMENT_FORMS = ['open', 'allocated', 'registered', 'waiting', 'supervises', 'transferred', 'closed'] as const;
export const CONCERN_FORMS = ['convicted', 'cautioned', 'charged', 'finding', 'alleged', 'registered', 'managed'] as const;
export const CONCERN_AGAINST = ['children', 'adults', 'both', 'not stated'] as const;
export const CUSTODY_FORMS = ['remand', 'sentence'] as const;
export const SEAL_POLICIES = ['hide', 'signal'] as const;

type OneOf<T extends readonly string[]> = T[number];

/** A date as its author wrote it: see dates.ts for what it can say. */
export type WrittenDate = string;

type Period = { from?: WrittenDate; to?: WrittenDate };
export type PersonName = { given?: string; family?: string; alsoKnownAs?: string };
export type Identifier = { scheme: string; value: string };
export type Condition = { must: boolean | string; what: string; towards?: string };

export type Claim = Period &
  (
    | {
        type: 'detail';
        person: string;
        names?: PersonName[];
        sex?: OneOf<typeof SEXES>;
        born?: WrittenDate;
        died?: WrittenDate;
        expected?: WrittenDate;
        identifiers?: Identifier[];
      }
    | { type: 'same'; persons: [string, string] }
    | { type: 'address'; household: string; lines?: string[]; postcode?: string; uprn?: string; area?: string }
    | { type: 'parent'; parent: string; child: string; basis: OneOf<typeof PARENT_BASES> }
    | { type: 'partner'; persons: [string, string]; form?: OneOf<typeof PARTNER_FORMS>; ended?: OneOf<typeof PARTNER_ENDINGS> }
    | { type: 'sibling'; persons: [string, string]; form?: OneOf<typeof SIBLING_FORMS> }
    | { type: 'relative'; person: string; relative: string; form: OneOf<typeof RELATIVE_FORMS>; what?: string }
    | {
        type: 'associate';
        persons: [string, string];
        form?: OneOf<typeof ASSOCIATE_FORMS>;
        what?: string;
        channels?: OneOf<typeof CHANNELS>[];
      }
    | { type: 'care'; carer: string; child: string; form?: OneOf<typeof CARE_FORMS> }
    | { type: 'harm'; person: string; towards: string; form: OneOf<typeof HARM_FORMS> }
    | { type: 'home'; person: string; household: string; pattern: OneOf<typeof HOME_PATTERNS>; nights?: number; party?: string }
    | { type: 'role'; person: string; organisation: string; role: string; children?: boolean; child?: boolean }
    | { type: 'involvement'; agency: string; person: string; form: OneOf<typeof INVOLVEMENT_FORMS> }
    | { type: 'concern'; person: string; form: OneOf<typeof CONCERN_FORMS>; what?: string; against?: OneOf<typeof CONCERN_AGAINST> }
    | { type: 'custody'; person: string; form: OneOf<typeof CUSTODY_FORMS> }
    | ({ type: 'order' | 'plan' | 'assessment'; key: string; persons: string[]; form?: string; instrument?: string } & Matter)
    | { type: 'event'; key: string; form: string; persons: { person: string; part: string; present?: boolean }[]; place?: string }
  );

type Matter = {
  conditions?: Condition[];
  measures?: string;
  result?: string;
  verified?: WrittenDate;
  nextDue?: WrittenDate;
  closedWhy?: string;
};

export type ClaimType = Claim['type'];
export type Stance = OneOf<typeof STANCES>;
export type Source = { kind: OneOf<typeof SOURCE_KINDS>; person?: string; name?: string };

export type FileRecord = { type: 'file'; format: 'kith/1'; title: string; prefix?: string };
export type AgencyRecord = { type: 'agency'; id: string; name: string; kind: OneOf<typeof AGENCY_KINDS>; area?: string };
export type PersonRecord = { type: 'person'; id: string; label?: string; placeholder?: boolean };
export type HouseholdRecord = { type: 'household'; id: string; label?: string; kind?: OneOf<typeof HOUSEHOLD_KINDS> };
export type OrganisationRecord = { type: 'organisation'; id: string; name: string; kind: string; small?: boolean };
export type StatementRecord = {
  type: 'statement';
  id: string;
  agency: string;
  recorded: WrittenDate;
  claim: Claim;
  stance?: Stance;
  source?: Source;
  repeats?: string;
  withdraws?: string;
  grade?: string;
  ref?: string;
  note?: string;
  inferred?: boolean;
};
export type SharingRecord = {
  type: 'sharing';
  id: string;
  from: string;
  to: string;
  on: WrittenDate;
  statements: string[];
  state?: OneOf<typeof SHARING_STATES>;
  ref?: string;
  note?: string;
};
export type ContactRecord = {
  type: 'contact';
  id: string;
  agency: string;
  on: WrittenDate;
  kind: OneOf<typeof CONTACT_KINDS>;
  about: string[];
  with?: string[];
  from?: string;
  asked?: string[];
  answer?: OneOf<typeof CONTACT_ANSWERS>;
  answeredOn?: WrittenDate;
  outcome?: string;
  ref?: string;
  note?: string;
};
export type DecisionRecord = {
  type: 'decision';
  id: string;
  agency: string;
  on: WrittenDate;
  about: string[];
  decision: string;
  reason: string;
  by?: string;
  ref?: string;
};
export type SealRecord = {
  type: 'seal';
  id: string;
  label: string;
  covers: { persons?: string[]; households?: string[]; organisations?: string[]; records?: string[] };
  opens?: { users?: string[]; roles?: string[]; agencies?: string[] };
  excludes?: { users?: string[] };
  custodian: string;
  from?: WrittenDate;
  to?: WrittenDate;
  policy?: OneOf<typeof SEAL_POLICIES>;
};

/** Everything the ledger holds; a `file` line is not a record. */
export type LedgerRecord =
  | AgencyRecord
  | PersonRecord
  | HouseholdRecord
  | OrganisationRecord
  | StatementRecord
  | SharingRecord
  | ContactRecord
  | DecisionRecord
  | SealRecord;
export type RecordType = LedgerRecord['type'];
