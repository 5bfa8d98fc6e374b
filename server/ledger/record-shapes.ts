/**
 * The interchange format `kith/1` as a table: every record type and claim with its keys, in the order
 * and the words of docs/model.md section 2. A `?` after a key: it may be left out.
 * records.ts says the same to the compiler; case-file.ts reads files by this table.
 */
import {
  AGENCY_KINDS,
  ASSOCIATE_FORMS,
  CARE_FORMS,
  CHANNELS,
  CONCERN_AGAINST,
  CONCERN_FORMS,
  CONTACT_ANSWERS,
  CONTACT_KINDS,
  CUSTODY_FORMS,
  HARM_FORMS,
  HOME_PATTERNS,
  HOUSEHOLD_KINDS,
  INVOLVEMENT_FORMS,
  PARENT_BASES,
  PARTNER_ENDINGS,
  PARTNER_FORMS,
  RELATIVE_FORMS,
  SEAL_POLICIES,
  SEXES,
  SHARING_STATES,
  SIBLING_FORMS,
  SOURCE_KINDS,
  STANCES,
  type ClaimType,
  type RecordType,
} from './records.ts';

export type Rule =
  | { is: 'text' | 'yes or no' | 'yes, no or text' | 'claim' }
  | { is: 'number'; least: number; most: number }
  | { is: 'one of'; values: readonly string[] }
  /** `open`: may leave one side open (`../b`, `a/..`); `goingOn`: may be `..`. */
  | { is: 'date'; open: boolean; goingOn: boolean }
  /** The record's own id. */
  | { is: 'id' }
  /** The id of an order, plan, assessment or event: prefixed like an id, and no record's. */
  | { is: 'key' }
  | { is: 'reference'; to: readonly RecordType[] }
  /** A contact comes from an agency or from a kind of source. */
  | { is: 'agency or source kind' }
  | { is: 'list'; of: Rule }
  | { is: 'pair'; of: Rule }
  | { is: 'map'; keys: Shape };

/** Key, with `?` if it may be left out -> what its value is. */
export type Shape = ReadonlyMap<string, { rule: Rule; optional: boolean }>;

const shape = (keys: Record<string, Rule>): Shape =>
  new Map(Object.entries(keys).map(([key, rule]) => [key.replace(/\?$/, ''), { rule, optional: key.endsWith('?') }]));

const text: Rule = { is: 'text' };
const yesOrNo: Rule = { is: 'yes or no' };
const id: Rule = { is: 'id' };
const key: Rule = { is: 'key' };
const date: Rule = { is: 'date', open: true, goingOn: false };
/** `recorded` and `on` may be imprecise but not open-ended (docs/model.md section 3). */
const closedDate: Rule = { is: 'date', open: false, goingOn: false };
const endDate: Rule = { is: 'date', open: true, goingOn: true };
const oneOf = (values: readonly string[]): Rule => ({ is: 'one of', values });
const list = (of: Rule): Rule => ({ is: 'list', of });
const map = (keys: Record<string, Rule>): Rule => ({ is: 'map', keys: shape(keys) });
const to = (...types: RecordType[]): Rule => ({ is: 'reference', to: types });
const person = to('person');
const agency = to('agency');
const couple: Rule = { is: 'pair', of: person };

export const FILE_SHAPE: Shape = shape({ type: text, format: oneOf(['kith/1']), title: text, 'prefix?': text });

export const RECORD_SHAPES: Record<RecordType, Shape> = {
  agency: shape({ type: text, id, name: text, kind: oneOf(AGENCY_KINDS), 'area?': text }),
  person: shape({ type: text, id, 'label?': text, 'placeholder?': yesOrNo }),
  household: shape({ type: text, id, 'label?': text, 'kind?': oneOf(HOUSEHOLD_KINDS) }),
  organisation: shape({ type: text, id, name: text, kind: text, 'small?': yesOrNo }),
  statement: shape({
    type: text,
    id,
    agency,
    recorded: closedDate,
    claim: { is: 'claim' },
    'stance?': oneOf(STANCES),
    'source?': map({ kind: oneOf(SOURCE_KINDS), 'person?': person, 'name?': text }),
    'repeats?': to('statement'),
    'withdraws?': to('statement'),
    'grade?': text,
    'ref?': text,
    'note?': text,
    'inferred?': yesOrNo,
  }),
  sharing: shape({
    type: text,
    id,
    from: agency,
    to: agency,
    on: closedDate,
    statements: list(to('statement')),
    'state?': oneOf(SHARING_STATES),
    'ref?': text,
    'note?': text,
  }),
  contact: shape({
    type: text,
    id,
    agency,
    on: closedDate,
    kind: oneOf(CONTACT_KINDS),
    about: list(person),
    'with?': list(person),
    'from?': { is: 'agency or source kind' },
    'asked?': list(agency),
    'answer?': oneOf(CONTACT_ANSWERS),
    'answeredOn?': closedDate,
    'outcome?': text,
    'ref?': text,
    'note?': text,
  }),
  decision: shape({ type: text, id, agency, on: closedDate, about: list(person), decision: text, reason: text, 'by?': text, 'ref?': text }),
  seal: shape({
    type: text,
    id,
    label: text,
    covers: map({
      'persons?': list(person),
      'households?': list(to('household')),
      'organisations?': list(to('organisation')),
      'records?': list(to('statement', 'contact', 'sharing', 'decision')),
    }),
    'opens?': map({ 'users?': list(text), 'roles?': list(text), 'agencies?': list(agency) }),
    'excludes?': map({ 'users?': list(text) }),
    custodian: agency,
    'from?': date,
    'to?': endDate,
    'policy?': oneOf(SEAL_POLICIES),
  }),
};

const claim = (keys: Record<string, Rule>): Shape => shape({ type: text, ...keys, 'from?': date, 'to?': endDate });

const matter = claim({
  key,
  persons: list(person),
  'form?': text,
  'instrument?': text,
  'conditions?': list(map({ must: { is: 'yes, no or text' }, what: text, 'towards?': text })),
  'measures?': text,
  'result?': text,
  'verified?': date,
  'nextDue?': date,
  'closedWhy?': text,
});

export const CLAIM_SHAPES: Record<ClaimType, Shape> = {
  detail: claim({
    person,
    'names?': list(map({ 'given?': text, 'family?': text, 'alsoKnownAs?': text })),
    'sex?': oneOf(SEXES),
    'born?': date,
    'died?': date,
    'expected?': date,
    'identifiers?': list(map({ scheme: text, value: text })),
  }),
  same: claim({ persons: couple }),
  address: claim({ household: to('household'), 'lines?': list(text), 'postcode?': text, 'uprn?': text, 'area?': text }),
  parent: claim({ parent: person, child: person, basis: oneOf(PARENT_BASES) }),
  partner: claim({ persons: couple, 'form?': oneOf(PARTNER_FORMS), 'ended?': oneOf(PARTNER_ENDINGS) }),
  sibling: claim({ persons: couple, 'form?': oneOf(SIBLING_FORMS) }),
  relative: claim({ person, relative: person, form: oneOf(RELATIVE_FORMS), 'what?': text }),
  associate: claim({ persons: couple, 'form?': oneOf(ASSOCIATE_FORMS), 'what?': text, 'channels?': list(oneOf(CHANNELS)) }),
  care: claim({ carer: person, child: person, 'form?': oneOf(CARE_FORMS) }),
  harm: claim({ person, towards: person, form: oneOf(HARM_FORMS) }),
  home: claim({
    person,
    household: to('household'),
    pattern: oneOf(HOME_PATTERNS),
    'nights?': { is: 'number', least: 0, most: 7 },
    'party?': text,
  }),
  role: claim({ person, organisation: to('organisation'), role: text, 'children?': yesOrNo, 'child?': yesOrNo }),
  involvement: claim({ agency, person, form: oneOf(INVOLVEMENT_FORMS) }),
  concern: claim({ person, form: oneOf(CONCERN_FORMS), 'what?': text, 'against?': oneOf(CONCERN_AGAINST) }),
  custody: claim({ person, form: oneOf(CUSTODY_FORMS) }),
  order: matter,
  plan: matter,
  assessment: matter,
  event: claim({ key, form: text, persons: list(map({ person, part: text, 'present?': yesOrNo })), 'place?': text }),
};

/** Claims whose two people must be different people: the keys that name them. */
export const TWO_PEOPLE: Partial<Record<ClaimType, readonly [string, string]>> = {
  parent: ['parent', 'child'],
  care: ['carer', 'child'],
  relative: ['person', 'relative'],
  harm: ['person', 'towards'],
};
