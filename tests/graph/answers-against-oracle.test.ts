/**
 * Answers to invented questions about invented families, against a slow second reading of docs/model.md and
 * docs/questions.md. `npm run check:answers` (KITH_ANSWERS_FROM, KITH_ANSWERS_FAMILIES, KITH_ANSWERS_QUESTIONS,
 * KITH_ANSWERS_SIZE) asks many more and prints the smallest case and question that differ.
 * Families of which the two readings of the fold already differ (tests/unit/fold-against-oracle.test.ts) are left out and counted.
 */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { KithError } from '../../server/errors.ts';
import type { CaseFile } from '../../server/ledger/case-file.ts';
import type { LedgerRecord } from '../../server/ledger/records.ts';
import { foldDifferences } from '../support/fold-differences.ts';
import { oracle } from '../support/oracle/answers.ts';
import { ownOffice } from '../support/own-office.ts';
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
const families = Number(process.env['KITH_ANSWERS_FAMILIES'] ?? 12);
const questions = Number(process.env['KITH_ANSWERS_QUESTIONS'] ?? 12);
const size = Number(process.env['KITH_ANSWERS_SIZE'] ?? 20);
/** Loaded at once. */
const TOGETHER = 12;

const own = ownOffice('2022-01-01');

async function answered({ name, args, user }: Question): Promise<unknown> {
  try {
    return given(await own.office.answer(name, args, { user, role: 'operator', purpose: 'a test' }));
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
  await own.put([file]);
  for (const key of ['first', 'without', 'ties', 'standings', 'since', 'heldBy'] as const satisfies (keyof Args)[]) {
    const { [key]: _left, ...args } = asked.args;
    if (key in asked.args && (await differs(records, { ...asked, args }))) asked = { ...asked, args };
  }
  const fewer = await shrinkByLoading(records, async (some) => {
    if (!isAskable(asked, some) || foldDifferences(some).length > 0) return false;
    await own.put([fileOf('smaller', some)]);
    return differs(some, asked);
  });
  await own.put([fileOf('smaller', fewer)]);
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
    await own.put(files.map(({ file }) => file));
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
