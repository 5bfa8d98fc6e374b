/**
 * Looking into the log and at the seals, over HTTP: POST /audit/who-saw and the rest, for the roles of
 * policy.ts (OVERSIGHT). Each look is in the log itself before it is shown. To any other role these
 * addresses are not there.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothingThere, plainError } from '../../errors.ts';
import { notFound } from '../../questions/asking.ts';
import { wrong } from '../../questions/common-arguments.ts';
import type { Office, Standpoint } from '../../questions/answer.ts';
import { checkSays, logSays } from '../../words/audit-says.ts';
import { digestOf } from '../audit.ts';
import type { WrittenEntry } from '../audit/entry.ts';
import { auditFolder } from '../audit/log-file.ts';
import { didUser, isPlace, newest, sawPerson, type EntriesPage, type Sought } from '../audit/search.ts';
import { verifyLogs } from '../audit/verify.ts';
import { fieldsOf } from '../body-fields.ts';
import { decide } from '../decide.ts';
import { openKeys, pseudonymOf, readPublicKey } from '../keys.ts';
import { looksOf, OVERSIGHT, type Look } from '../policy.ts';
import { sealsKnownTo } from '../seals.ts';
import type { Sessions } from '../sessions.ts';
import type { Viewer } from '../viewer.ts';
import { entryShown, type EntryShown, type NoticeShown } from './entries-shown.ts';
import { sealsShown } from './seals-shown.ts';
import type { Paged, Shown } from './shown.ts';

interface Looking {
  office: Office;
  home: string;
  viewer: Viewer;
  standpoint: Standpoint;
  given: Readonly<Record<string, string | undefined>>;
}

/** What a look is asked with, and what it shows. `rows`: how many, for the log. */
interface Kind<Shows> {
  needs: readonly string[];
  may: readonly string[];
  show: (looking: Looking) => Promise<{ rows: number; shown: Shows }>;
}

const KINDS: { readonly [Name in Look]: Kind<Shown[Name]> } = {
  seals: {
    needs: [],
    may: [],
    show: async ({ viewer, standpoint }) => {
      const seals = sealsShown(viewer, standpoint);
      return { rows: seals.length, shown: { seals, revision: standpoint.revision } };
    },
  },
  notices: { needs: [], may: ['before'], show: showNotices },
  'who-saw': {
    needs: ['person'],
    may: ['before'],
    show: async (looking) => {
      const { person = '' } = looking.given;
      if (!(await isThere(looking, person))) throw notFound('person');
      return showEntries(looking, sawPerson(looking.home, person));
    },
  },
  'what-did': { needs: ['user'], may: ['before'], show: async (looking) => showEntries(looking, didUser(looking.given['user'] ?? '')) },
  verify: {
    needs: [],
    may: [],
    show: async ({ home }) => {
      const checks = await verifyLogs(auditFolder(home), readPublicKey(home));
      const logs = checks.map((check) => ({ says: logSays(check), findings: check.findings.map(({ says }) => says) }));
      return { rows: checks.length, shown: { logs, whole: logs.every(({ findings }) => findings.length === 0), says: checkSays(checks) } };
    },
  },
};

/** `mostAMinute`: looks of one user; each reads the whole log, so they are taken one after the other. */
export function registerOversight(app: FastifyInstance, office: Office, { viewerOf }: Sessions, mostAMinute = 60): void {
  const { audit } = office;
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const next = before.then(work, work);
    before = next.catch(() => undefined);
    return next;
  };

  const look = async (name: Look, request: FastifyRequest): Promise<object> => {
    const began = performance.now();
    let viewer: Viewer | undefined;
    let standpoint: Standpoint | undefined;
    let given: Looking['given'] = {};
    let found: { rows: number; shown: Shown[Look] } | undefined;
    let refusal: unknown;
    try {
      viewer = await viewerOf(request);
      if (!looksOf(viewer.role).includes(name)) throw nothingThere();
      decide(viewer, []);
      const { needs, may, show } = KINDS[name];
      given = fieldsOf(request.body, needs, may);
      if (given['before'] !== undefined && !isPlace(given['before'])) throw wrong('before', 'must be where another page ended');
      standpoint = await office.standpointOf(viewer);
      const looking = { office, home: audit.home, viewer, standpoint, given };
      found = await inTurn<{ rows: number; shown: Shown[Look] }>(async () => show(looking));
    } catch (error) {
      refusal = error;
    }
    const { user, agency, role, purpose, reference } = viewer ?? {};
    await audit.record({
      user,
      agency,
      role,
      purpose,
      reference,
      question: `audit/${name}`,
      args: given,
      decision: {
        outcome: found === undefined ? 'refused' : 'answered',
        code: found === undefined ? plainError(refusal).code : undefined,
        day: office.today(),
        opened: standpoint?.opened,
      },
      counts: { rows: found?.rows ?? 0 },
      digest: found === undefined ? undefined : digestOf(found.shown),
      revision: standpoint?.revision,
      duration: performance.now() - began,
    });
    if (found === undefined) throw refusal;
    return found.shown;
  };

  for (const name of Object.keys(OVERSIGHT) as Look[]) {
    app.post(`/audit/${name}`, { config: { rateLimit: { max: mostAMinute, timeWindow: '1 minute' } } }, async (request) => {
      request.asked = { question: `audit/${name}` };
      return look(name, request);
    });
  }
}

/** Absent, and hidden by a seal that is shut to the viewer, are one. */
async function isThere({ office, standpoint: { day, revision, opened } }: Looking, person: string): Promise<boolean> {
  const rows = await office.graph.read('read/people', {
    people: [person],
    standings: [],
    asAt: day,
    since: day,
    heldOn: day,
    heldBy: [],
    opened: [...opened],
    revision,
  });
  return rows.length > 0;
}

async function showEntries({ home, standpoint, given }: Looking, sought: Sought): Promise<{ rows: number; shown: Paged<EntryShown> }> {
  const key = openKeys(home, false).pseudonyms;
  const open = new Set(standpoint.opened.map((seal) => pseudonymOf(key, seal)));
  const page = await newest(home, sought, given['before']);
  return paged(page, (entry) => entryShown(entry, standpoint.agencies, open));
}

/** Notices of the seals the viewer knows of; a privacy officer also of those that the ledger no longer has. */
async function showNotices({ home, viewer, standpoint, given }: Looking): Promise<{ rows: number; shown: Paged<NoticeShown> }> {
  const key = openKeys(home, false).pseudonyms;
  const { seals, agencies } = standpoint;
  const known = new Map(sealsKnownTo(viewer, seals).map((seal) => [pseudonymOf(key, seal.id), seal.label]));
  const all = new Set(seals.map(({ id }) => pseudonymOf(key, id)));
  const sealOf = (entry: WrittenEntry): string => String(entry.arguments['seal']);
  const isTold = (entry: WrittenEntry): boolean =>
    known.has(sealOf(entry)) || (!all.has(sealOf(entry)) && (viewer.role === 'privacy officer' || entry.agency === viewer.agency));
  const page = await newest(
    home,
    { hint: '"seal/touched"', matches: (entry) => entry.question === 'seal/touched' && isTold(entry) },
    given['before'],
  );
  return paged(page, (entry): NoticeShown => ({
    time: entry.time,
    seal: known.get(sealOf(entry)) ?? 'a seal that is no longer in the ledger',
    custodian: agencies.get(entry.agency ?? '')?.name ?? entry.agency ?? '',
  }));
}

function paged<Row>(page: EntriesPage, shown: (entry: WrittenEntry) => Row): { rows: number; shown: Paged<Row> } {
  const { entries, total, before } = page;
  return { rows: entries.length, shown: { total, before, rows: entries.map(shown) } };
}
