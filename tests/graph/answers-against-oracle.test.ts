/**
 * Answers to invented questions about invented families, against a slow second reading of docs/model.md and
 * docs/questions.md. `npm run check:answers` (KITH_ANSWERS_FROM, KITH_ANSWERS_FAMILIES, KITH_ANSWERS_QUESTIONS,
 * KITH_ANSWERS_SIZE) asks many more and prints the smallest case and question that differ.
 * Families of which the two readings of the fold already differ (tests/unit/fold-against-oracle.test.ts) are left out and counted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openAudit, type Audit } from '../../server/access/audit.ts';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import { migrate } from '../../server/database/migrations.ts';
import { KithError } from '../../server/errors.ts';
import type { CaseFile } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import type { LedgerRecord } from '../../server/ledger/records.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { openOffice, type Office } from '../../server/questions/answer.ts';
import { foldDifferences } from '../support/fold-differences.ts';
import { oracle } from '../support/oracle/answers.ts';
import {
  expected,
  family,
  fileOf,
  given,
  isAskable,
  tellsOfSomebody,
  worthAsking,
  type Args,
  type Question,
} from '../support/questions-at-random.ts';
import { caseText } from '../support/random-case.ts';
import { shrinkByLoading } from '../support/shrink-case.ts';

const from = Number(process.env['KITH_ANSWERS_FROM'] ?? 1);
const families = Number(process.env['KITH_ANSWERS_FAMILIES'] ?? 6);
const questions = Number(process.env['KITH_ANSWERS_QUESTIONS'] ?? 12);
const size = Number(process.env['KITH_ANSWERS_SIZE'] ?? 20);
/** Loaded at once. */
const TOGETHER = 12;

let graph: Graph;
let audit: Audit;
let home: string;
let office: Office;

beforeAll(async () => {
  graph = openGraph(inject('database'));
  await migrate(graph);
  home = mkdtempSync(path.join(tmpdir(), 'kith-audit-'));
  audit = await openAudit(home);
  office = openOffice(graph, audit, () => '2022-01-01', { peopleADay: Infinity });
});
afterAll(async () => {
  await audit.close();
  await graph.close();
  rmSync(home, { recursive: true, force: true });
});

const put = (files: CaseFile[]): Promise<unknown> => load(graph, files, SILENT, { replace: true });

async function answered({ name, args, user }: Question): Promise<unknown> {
  try {
    return given(await office.answer(name, args, { user, role: 'operator', purpose: 'a test' }));
  } catch (error) {
    if (error instanceof KithError && error.code !== 'BUG') return error.code;
    throw error;
  }
}

const differs = async (records: LedgerRecord[], question: Question): Promise<boolean> =>
  !isDeepStrictEqual(await answered(question), expected(oracle(records), records, question));

/** The smallest case and question of which the two still differ. */
async function smallest(file: CaseFile, question: Question): Promise<unknown> {
  let asked = question;
  const records = file.records;
  await put([file]);
  for (const key of ['first', 'without', 'ties', 'standings', 'since', 'heldBy'] as const satisfies (keyof Args)[]) {
    const { [key]: _left, ...args } = asked.args;
    if (key in asked.args && (await differs(records, { ...asked, args }))) asked = { ...asked, args };
  }
  const fewer = await shrinkByLoading(records, async (some) => {
    if (!isAskable(asked, some) || foldDifferences(some).length > 0) return false;
    await put([fileOf('smaller', some)]);
    return differs(some, asked);
  });
  await put([fileOf('smaller', fewer)]);
  return { case: caseText(fewer), question: asked, given: await answered(asked), expected: expected(oracle(fewer), fewer, asked) };
}

test(`${families} invented families are answered as a second reading answers, ${questions} questions each`, async () => {
  const left: number[] = [];
  let told = 0;
  for (let seed = from, asked = 0; asked < families;) {
    const files: { seed: number; file: CaseFile }[] = [];
    for (; files.length < Math.min(TOGETHER, families - asked); seed++) {
      const file = family(seed, size);
      if (foldDifferences(file.records).length > 0) left.push(seed);
      else files.push({ seed, file });
    }
    asked += files.length;
    await put(files.map(({ file }) => file));
    for (const { seed: which, file } of files) {
      const second = oracle(file.records);
      for (const { question, answer: other } of worthAsking(which, questions, file.records, second)) {
        const answer = await answered(question);
        if (!isDeepStrictEqual(answer, other)) expect({ seed: which, ...((await smallest(file, question)) as object) }).toBe('the same');
        told += tellsOfSomebody(other) ? 1 : 0;
      }
    }
  }
  console.info(
    `${told} of ${families * questions} questions found somebody; families left out because their fold differs: ${left.length > 0 ? left.join(', ') : 'none'}`,
  );
  // Questions that find nobody compare nothing.
  expect(told).toBeGreaterThan((families * questions) / 3);
}, 600_000);
