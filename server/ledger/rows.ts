/**
 * One row of a case file against its shape: values are checked, ids get their prefix, mentions of other
 * records are gathered, and the claim's own rules are tested (docs/model.md sections 2 and 3).
 */
import type { Reference } from './case-file.ts';
import { isGoingOn, isOpenEnded, readSpan } from './dates.ts';
import { shown } from './problems.ts';
import { CLAIM_SHAPES, TWO_PEOPLE, type Rule, type Shape } from './record-shapes.ts';
import { SOURCE_KINDS, type ClaimType } from './records.ts';

export type RowReader = {
  prefix: string;
  references: Reference[];
  wrong: (field: string, rule: string) => void;
};

const LONGEST_ID = 200;
const LONGEST_TEXT = 20_000;
const LONGEST_LIST = 10_000;

/** The checked value with its prefixes. Where something is wrong it is reported and the value is not to be used. */
export function readShape(shape: Shape, value: Record<string, unknown>, at: string, reader: RowReader): Record<string, unknown> {
  const path = (key: string): string => (at === '' ? key : `${at}.${key}`);
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (!shape.has(key)) reader.wrong(path(shown(key).slice(1, -1)), `is not a key here: the keys are ${[...shape.keys()].join(', ')}`);
  }
  for (const [key, { rule, optional }] of shape) {
    const given = Object.hasOwn(value, key) ? value[key] : undefined;
    if (given === undefined) {
      if (!optional) reader.wrong(path(key), 'is missing');
    } else if (given === null) {
      reader.wrong(path(key), 'is null: leave the key out where nothing is known');
    } else {
      out[key] = readValue(rule, given, path(key), reader);
    }
  }
  return out;
}

function readValue(rule: Rule, value: unknown, at: string, reader: RowReader): unknown {
  switch (rule.is) {
    case 'text':
      return readText(value, at, reader);
    case 'yes or no':
      return typeof value === 'boolean' ? value : reader.wrong(at, `${shown(value)} is not true or false`);
    case 'yes, no or text':
      return typeof value === 'boolean' ? value : readText(value, at, reader);
    case 'number':
      return typeof value === 'number' && value >= rule.least && value <= rule.most
        ? value
        : reader.wrong(at, `${shown(value)} is not a number from ${rule.least} to ${rule.most}`);
    case 'one of':
      return typeof value === 'string' && rule.values.includes(value)
        ? value
        : reader.wrong(at, `${shown(value)} is not one of ${rule.values.join(', ')}`);
    case 'date':
      return readDate(rule, value, at, reader);
    case 'id':
    case 'key':
      return readId(value, at, reader);
    case 'reference':
      return readReference(rule.to, value, at, reader);
    case 'agency or source kind':
      return (SOURCE_KINDS as readonly unknown[]).includes(value) ? value : readReference(['agency'], value, at, reader);
    case 'list':
      return readList(rule.of, value, at, reader);
    case 'pair': {
      const pair = readList(rule.of, value, at, reader);
      if (pair && pair.length !== 2) return reader.wrong(at, `has ${pair.length} and not two`);
      if (pair && pair[0] !== undefined && pair[0] === pair[1])
        return reader.wrong(at, `is ${shown(pair[0])} twice: two different people are needed`);
      return pair;
    }
    case 'map':
      return isMap(value)
        ? readShape(rule.keys, value, at, reader)
        : reader.wrong(at, `${shown(value)} is not a map: its keys are ${[...rule.keys.keys()].join(', ')}`);
    case 'claim':
      return readClaim(value, at, reader);
  }
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function readList(of: Rule, value: unknown, at: string, reader: RowReader): unknown[] | undefined {
  if (!Array.isArray(value)) return void reader.wrong(at, `${shown(value)} is not a list`);
  if (value.length > LONGEST_LIST) return void reader.wrong(at, `has more than ${LONGEST_LIST} parts`);
  return value.map((one, index) =>
    one === null ? reader.wrong(`${at}[${index}]`, 'is null') : readValue(of, one, `${at}[${index}]`, reader),
  );
}

function readText(value: unknown, at: string, reader: RowReader): string | undefined {
  if (typeof value !== 'string') return void reader.wrong(at, `${shown(value)} is not text in quotation marks`);
  if (value.length > LONGEST_TEXT) return void reader.wrong(at, `is longer than ${LONGEST_TEXT.toLocaleString('en-GB')} characters`);
  if (/\p{Cs}/u.test(value)) return void reader.wrong(at, 'holds half a character (a lone surrogate)');
  const forbidden = FORBIDDEN.exec(value)?.[0];
  if (forbidden === undefined) return value;
  return void reader.wrong(
    at,
    `holds the character U+${(forbidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}, which is not shown and can make text read as something else`,
  );
}

/** Controls but tab and line ends, and what turns the direction of text (Unicode Technical Report 36, "bidirectional text spoofing"). */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/u;

/**
 * Letters, digits and signs, no spaces; at most one `/`, between two parts. Commas separate ids on the
 * command line and `|` the parts of a topic, so ids have neither.
 */
export function isIdText(text: string): boolean {
  return /^[^\s\p{C}\p{Z}|,"\\<>/]+(?:\/[^\s\p{C}\p{Z}|,"\\<>/]+)?$/u.test(text);
}

function readId(value: unknown, at: string, reader: RowReader): string | undefined {
  if (typeof value !== 'string') return void reader.wrong(at, `${shown(value)} is not an id: ids are text in quotation marks`);
  if (value === '') return void reader.wrong(at, 'is empty');
  if (value.length > LONGEST_ID) return void reader.wrong(at, `is longer than ${LONGEST_ID} characters`);
  if (!isIdText(value))
    return void reader.wrong(
      at,
      `${shown(value)} is not an id: no spaces, hidden characters or any of | , " \\ < >, and at most one "/" between two parts`,
    );
  return value.includes('/') ? value : reader.prefix + value;
}

function readReference(to: Reference['to'], value: unknown, at: string, reader: RowReader): string | undefined {
  const id = readId(value, at, reader);
  if (id !== undefined) reader.references.push({ field: at, id, to });
  return id;
}

function readDate(rule: Extract<Rule, { is: 'date' }>, value: unknown, at: string, reader: RowReader): string | undefined {
  if (typeof value !== 'string') return void reader.wrong(at, `${shown(value)} is not a date in quotation marks, as "2020-04-25"`);
  if (isGoingOn(value)) return rule.goingOn ? value : void reader.wrong(at, 'is "..", which only a "to" may be');
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(value))
    return void reader.wrong(at, `${shown(value)}: a date is written with the whole year first, as 2020-04-25`);
  try {
    readSpan(value);
  } catch (error) {
    return void reader.wrong(at, `${shown(value)}: ${(error as Error).message}`);
  }
  if (!rule.open && isOpenEnded(value))
    return void reader.wrong(
      at,
      `${shown(value)} has no ${value.startsWith('..') ? 'first' : 'last'} day: this date may be imprecise but not open-ended`,
    );
  return value;
}

function readClaim(value: unknown, at: string, reader: RowReader): unknown {
  if (!isMap(value)) return reader.wrong(at, `${shown(value)} is not a claim: {"type":"parent", ...}`);
  const type = value['type'];
  if (typeof type !== 'string' || !Object.hasOwn(CLAIM_SHAPES, type)) {
    return reader.wrong(
      `${at}.type`,
      type === undefined ? 'is missing' : `${shown(type)} is not one of ${Object.keys(CLAIM_SHAPES).join(', ')}`,
    );
  }
  let isWhole = true;
  const claim = readShape(CLAIM_SHAPES[type as ClaimType], withPersons(type, value), at, {
    ...reader,
    wrong: (field, rule) => {
      isWhole = false;
      reader.wrong(field, rule);
    },
  });
  if (isWhole) checkClaim(type as ClaimType, claim, at, reader);
  return claim;
}

/** Orders, plans and assessments name one `person` or several `persons`: one form is kept. */
function withPersons(type: string, claim: Record<string, unknown>): Record<string, unknown> {
  if (!MATTERS.includes(type) || !Object.hasOwn(claim, 'person') || Object.hasOwn(claim, 'persons')) return claim;
  const { person, ...others } = claim;
  return { ...others, persons: [person] };
}

const MATTERS = ['order', 'plan', 'assessment'];

function checkClaim(type: ClaimType, claim: Record<string, unknown>, at: string, reader: RowReader): void {
  const { from, to, born, died } = claim as Record<string, string | undefined>;
  const ends = TWO_PEOPLE[type];
  if (ends && claim[ends[0]] === claim[ends[1]]) {
    reader.wrong(
      `${at}.${ends[1]}`,
      type === 'parent'
        ? `${shown(claim[ends[1]])} would be their own parent`
        : `is the same person as ${ends[0]}: two different people are needed`,
    );
  }
  checkPeriod(from, to, `${at}.to`, reader);
  if (born !== undefined && died !== undefined && readSpan(born).earliest > readSpan(died).latest) {
    reader.wrong(`${at}.died`, `${shown(died)} is before the birth: "born" is ${shown(born)}`);
  }
  if (claim['ended'] !== undefined && (to === undefined || isGoingOn(to))) {
    reader.wrong(`${at}.ended`, 'needs a "to": where the day is not known, "to" is "../" and the recorded day');
  }
  if (MATTERS.includes(type) && claim['form'] === undefined && claim['instrument'] === undefined) {
    reader.wrong(`${at}.form`, 'is missing: what it is stands in "form" or in "instrument"');
  }
}

/** `to` is not before `from`. */
export function checkPeriod(from: string | undefined, to: string | undefined, at: string, reader: RowReader): void {
  if (from === undefined || to === undefined || isGoingOn(to) || readSpan(from).earliest <= readSpan(to).latest) return;
  reader.wrong(at, `${shown(to)} is before it began: "from" is ${shown(from)}`);
}
