/**
 * A decision about a child, with its reason, put into the ledger as a record of the asker's own agency,
 * by the ordinary load: it has a revision, is exported, and a rebuild keeps it. Sent twice, it is one record.
 */
import { createHash } from 'node:crypto';
import { mayDecide } from '../access/policy.ts';
import { ROLES, type Viewer } from '../access/viewer.ts';
import { KithError } from '../errors.ts';
import { readCaseFile } from '../ledger/case-file.ts';
import { load } from '../ledger/load.ts';
import { CaseFileError } from '../ledger/problems.ts';
import type { DecisionRecord } from '../ledger/records.ts';
import { SILENT } from '../ledger/telling.ts';
import { notFound, type Asking, type Question } from './asking.ts';
import { requiredId, wrong, type Given } from './common-arguments.ts';
import { tellDecision } from './decisions-told.ts';
import { groundsOf } from './grounds.ts';
import { peopleOf } from './people-told.ts';

const LONGEST = { decision: 300, reason: 5_000 } as const;
/** A load that is under way takes the ledger's lock; who sends a form does not wait for a county. */
const PATIENCE_MS = 20_000;

export const question: Question = {
  name: 'record-decision',
  own: ['child', 'decision', 'reason', 'token'],
  changes: true,
  ask: async (asking, given) => {
    const { agency, by } = whoDecides(asking);
    const child = requiredId(given, 'child');
    const [decision, reason] = [requiredText(given, 'decision'), requiredText(given, 'reason')];
    const token = requiredId(given, 'token');
    const people = peopleOf(asking);
    await people.load([child]);
    if (!people.isKnown(child)) throw notFound('child');
    const { user, reference } = asking.viewer;
    const record = await put(asking, {
      type: 'decision',
      // Made of all it says but the day, so that what is sent again after midnight is the same decision.
      id: `decision/${digest([token, user, agency, child, decision, reason])}`,
      agency,
      on: asking.today,
      about: [child],
      decision,
      reason,
      by,
      ...(reference === undefined ? {} : { ref: reference }),
    });
    return {
      grounds: groundsOf(asking, `A decision is recorded about ${people.nameOf(child)}`, false, null),
      decision: tellDecision(asking, record, record.about, people),
    };
  },
};

/** Throws NOT_PERMITTED: the role decides nothing for this purpose, or no agency of the ledger is the asker's. */
function whoDecides({ viewer, agencies }: Asking): { agency: string; by: string } {
  const { agency, user, role } = viewer;
  if (!mayDecide(viewer) || agency === undefined || !agencies.has(agency))
    throw new KithError('NOT_PERMITTED', 'Your role and purpose record no decisions here.');
  return { agency, by: `${user}, ${ROLES[role as Exclude<Viewer['role'], 'operator'>]}` };
}

/** The record as the ledger has it: that of an earlier try, where there was one. */
async function put({ graph }: Asking, record: DecisionRecord): Promise<DecisionRecord> {
  const lines = [{ type: 'file', format: 'kith/1', title: 'A decision recorded on the page' }, record];
  try {
    await load(graph, [readCaseFile('decision', lines.map((line) => JSON.stringify(line)).join('\n'))], SILENT, {
      patienceMs: PATIENCE_MS,
    });
    return record;
  } catch (error) {
    if (!(error instanceof CaseFileError)) throw error;
    const [earlier] = await graph.read('read/records-by-id', { ids: [record.id] });
    if (earlier !== undefined) return JSON.parse(earlier.line) as DecisionRecord;
    const { field, rule } = error.problems[0] ?? { field: 'decision', rule: 'cannot be read' };
    throw wrong(field, rule);
  }
}

function requiredText(given: Given, name: keyof typeof LONGEST): string {
  const value = given[name];
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') throw wrong(name, 'is needed, in words');
  if (text.length > LONGEST[name]) throw wrong(name, `must be at most ${LONGEST[name].toLocaleString('en-GB')} characters`);
  return text;
}

const digest = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
