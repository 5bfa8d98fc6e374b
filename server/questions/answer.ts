/**
 * The one way to an answer, for the page and the command alike: check the arguments, decide what is open
 * to the asker, ask at one revision, write the audit entry, and only then let the answer leave.
 */
import { digestOf, type Audit } from '../access/audit.ts';
import { openBudget } from '../access/budget.ts';
import { decide, sealsShutTo } from '../access/decide.ts';
import { sealsOpenTo } from '../access/seals.ts';
import { touchedBy, type Touched } from '../access/touched.ts';
import { OPERATOR, type Viewer } from '../access/viewer.ts';
import type { Graph } from '../database/graph.ts';
import { KithError, plainError } from '../errors.ts';
import type { SealRecord } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';
import { andList } from '../words/route-says.ts';
import { agencyTold } from './evidence-told.ts';
import type { Asking, KnownAgency } from './asking.ts';
import { readCommonArguments, type Given } from './common-arguments.ts';
import { catalogue } from './catalogue.ts';
import type { Grounds } from './grounds.ts';
import { publishedNow, rememberAgencies, rememberSeals, type LoadedSeal } from './remembered.ts';

/** A moment to ask at: now, or that of an entry of the audit log. */
export type Moment = { day: Day; revision: number };

/** What there is at a moment, and which seals are open to the viewer then. */
export type Standpoint = {
  day: Day;
  revision: number;
  seals: LoadedSeal[];
  /** Ids of the seals that do not bind the viewer. */
  opened: string[];
  agencies: ReadonlyMap<string, KnownAgency>;
};

export type Office = {
  graph: Graph;
  audit: Audit;
  /** The day of asking; a clock only here. */
  today: () => Day;
  answer: (name: string, given: Given, viewer: Viewer) => Promise<unknown>;
  /** The same question as it was answered at that moment, unaudited: for comparing its digest. */
  again: (name: string, given: Given, viewer: Viewer, moment: Moment) => Promise<unknown>;
  standpointOf: (viewer: Viewer, moment?: Moment) => Promise<Standpoint>;
  /** Notes what was refused before any question was reached. Throws AUDIT_UNAVAILABLE. */
  refuse: (name: string | undefined, viewer: Viewer | undefined, error: unknown) => Promise<void>;
};

export type OfficeOptions = {
  /** Different people one user may see in a day. */
  peopleADay?: number;
};

/** Arguments that are ids of people and homes, which a search is about. */
const ABOUT = ['child', 'person', 'people', 'household', 'from', 'to'];

export function openOffice(
  graph: Graph,
  audit: Audit,
  today: () => Day = () => new Date().toISOString().slice(0, 10),
  { peopleADay = 5_000 }: OfficeOptions = {},
): Office {
  const ledgerNow = publishedNow(graph);
  const agenciesAt = rememberAgencies(graph);
  const sealsAt = rememberSeals(graph);
  const budget = openBudget(peopleADay);

  const standpointOf: Office['standpointOf'] = async (viewer, moment) => {
    const ledger = await ledgerNow();
    const revision = moment?.revision ?? ledger?.revision ?? 0;
    const day = moment?.day ?? today();
    const seals = await sealsAt(revision);
    // What was sealed since lay under no seal then; the seal of a person or a home carries no revision.
    const since = moment === undefined ? [] : (await sealsAt(ledger?.revision ?? 0)).filter(({ added }) => added > revision);
    const opened = [...sealsOpenTo(viewer, seals, day), ...since.map(({ id }) => id)];
    return { day, revision, seals, opened, agencies: await agenciesAt(revision, opened) };
  };

  const ask = async (name: string, given: Given, viewer: Viewer, entry: Entry, moment?: Moment): Promise<unknown> => {
    const question = catalogue.get(name);
    if (!question)
      throw new KithError('UNKNOWN_QUESTION', `There is no question called ${shown(name)}. There are ${[...catalogue.keys()].join(', ')}.`);
    // Without a purpose nothing is read.
    decide(viewer, []);
    const { day, revision, seals, opened, agencies } = await standpointOf(viewer, moment);
    const { agencies: allowed, shows } = decide(viewer, agencies.values());
    Object.assign(entry, { revision, opened });
    const common = readCommonArguments(given, question.own, { known: new Set(agencies.keys()), allowed, today: day });
    entry.heldBy = common.heldBy;
    const asking: Asking = { graph, viewer, shows, today: day, revision, opened, agencies, common, told: entry.told };
    const found = await orNotFound(question.ask(asking, given));
    const touched = await touchedBy(asking, sealsShutTo(viewer, seals, day), idsAskedAbout(given));
    entry.notices = touched.notices;
    if (found instanceof KithError) throw found;
    if (viewer.role !== OPERATOR && moment === undefined && !budget.allows(viewer.user, entry.told, day))
      throw new KithError('TOO_MUCH', 'You have seen as many people today as one user may: ask your privacy officer.');
    return withAsking(asking, found, touched);
  };

  const answer = async (name: string, given: Given, viewer: Viewer): Promise<unknown> => {
    const began = performance.now();
    const entry: Entry = { told: new Set() };
    let reply: unknown;
    let refusal: unknown;
    const { user, agency, role, purpose, reference } = viewer;
    const who = { user, agency, role, purpose, reference };
    try {
      // What changes the ledger is in the log before it is done: without the log nothing is.
      if (catalogue.get(name)?.changes === true)
        await audit.record({ ...who, question: `${name}/begun`, args: given, decision: { outcome: 'done', day: today() }, duration: 0 });
      reply = await ask(name, given, viewer, entry);
    } catch (error) {
      refusal = error;
    }
    const isAnswered = refusal === undefined;
    const code = isAnswered ? undefined : plainError(refusal).code;
    const { told, heldBy, opened, revision, notices = [] } = entry;
    const duration = performance.now() - began;
    await Promise.all([
      audit.record({
        ...who,
        question: catalogue.has(name) ? name : 'unknown question',
        args: given,
        decision: { outcome: isAnswered ? 'answered' : 'refused', code, day: today(), heldBy, opened },
        people: isAnswered ? told : [],
        digest: isAnswered ? digestOf(reply) : undefined,
        revision,
        counts: { people: isAnswered ? told.size : 0 },
        duration,
      }),
      ...notices.map(async (seal) =>
        audit.record({
          agency: seal.custodian,
          question: 'seal/touched',
          args: { seal: seal.id },
          decision: { outcome: 'done' },
          revision,
          duration: 0,
        }),
      ),
    ]);
    if (refusal !== undefined) throw refusal;
    return reply;
  };

  const refuse = async (name: string | undefined, viewer: Viewer | undefined, error: unknown): Promise<void> => {
    const { user, agency, role, purpose, reference } = viewer ?? {};
    await audit.record({
      user,
      agency,
      role,
      purpose,
      reference,
      question: name ?? 'unknown question',
      decision: { outcome: 'refused', code: plainError(error).code, day: today() },
      duration: 0,
    });
  };
  const again: Office['again'] = async (name, given, viewer, moment) => {
    if (catalogue.get(name)?.changes === true)
      throw new KithError('BAD_INPUT', 'This entry put something into the ledger, so it cannot be asked again.');
    return ask(name, given, viewer, { told: new Set() }, moment);
  };
  return { graph, audit, today, answer, again, standpointOf, refuse };
}

type Entry = { told: Set<string>; revision?: number; heldBy?: string[]; opened?: string[]; notices?: SealRecord[] };

const shown = (name: string): string => (/^[a-z-]{1,40}$/.test(name) ? `"${name}"` : 'that');

/** Absent and hidden do the same work, to the last statement. */
async function orNotFound(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof KithError && error.code === 'NOT_FOUND') return error;
    throw error;
  }
}

const idsAskedAbout = (given: Given): string[] =>
  ABOUT.flatMap((name) => given[name] ?? [])
    .filter((id) => typeof id === 'string')
    .slice(0, 40);

/** Under "signal", whom to ask is said in the grounds: no kind, number, date or place. */
function withAsking(asking: Asking, reply: unknown, { ask }: Touched): unknown {
  if (ask.length === 0) return reply;
  const agencies = ask.map((agency) => agencyTold(asking, agency));
  const says = `Ask ${andList(agencies.map(({ name }) => name))} before you rely on this.`;
  const { grounds } = reply as { grounds: Grounds };
  return {
    ...(reply as object),
    grounds: {
      ...grounds,
      withheld: { kind: 'ASK', ask: agencies, says: `${grounds.withheld.says} ${says}` },
      says: `${grounds.says} ${says}`,
    },
  };
}
