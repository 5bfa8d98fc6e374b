/** `kith county`: a made-up county as a case file, to try Kith at the size of yours. Needs no database. */
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { countyLines, FEWEST_PEOPLE, MOST_PEOPLE, type County } from '../../seed/population.ts';
import { diskTrouble } from '../database/disk.ts';
import { KithError } from '../errors.ts';
import { asCommand, tellOnStderr } from './with-graph.ts';

interface Flags {
  people: string;
  seed: string;
  out?: string;
}

export function registerCounty(program: Command): void {
  program
    .command('county')
    .description('Write a made-up county as a case file: invented people, to try Kith at any size.')
    .requiredOption('--people <number>', `how many people, ${FEWEST_PEOPLE} to ${MOST_PEOPLE.toLocaleString('en-GB')}`)
    .option('--seed <number>', 'another number gives another county; the same gives the same, to the byte', '1')
    .option('--out <file>', 'a new file; without it the lines go to the standard output')
    .addHelpText(
      'after',
      `
Nobody in it lives. It has families in one home and in two, former couples, grandparents elsewhere, friends,
1,500 people of concern in a million, and ten agencies that each hold a part (seed/population.md). Ten
thousand people are 10 MB and load in a minute; a million are 1 GB and want the bulk load.

Examples:
  $ kith county --people 2000 --out county.jsonl
  $ kith load county.jsonl
  $ kith county --people 300 --seed 7 | head`,
    )
    .action((flags: Flags) => asCommand(() => run(flags)));
}

async function run({ people, seed, out }: Flags): Promise<void> {
  const county = {
    people: wholeNumber('--people', people, FEWEST_PEOPLE, MOST_PEOPLE),
    seed: wholeNumber('--seed', seed, 0, 2 ** 31 - 1),
  };
  if (out === undefined) return writeLines(county, process.stdout);
  if (existsSync(out))
    throw new KithError('BAD_INPUT', `${out} is there already: name a new file.`, { argument: '--out', rule: 'is there already' });
  const part = `${out}.part-${process.pid}`;
  const file = createWriteStream(part, { flags: 'wx' });
  try {
    await writeLines(county, file);
    renameSync(part, out);
  } catch (error) {
    rmSync(part, { force: true });
    throw asSentence(error, out);
  }
  process.stdout.write(`Wrote a made-up county of ${county.people} people to ${out}.\n`);
}

/** In pieces of a megabyte or so; whoever reads sets the pace, and may stop early. */
async function writeLines(county: County, to: Writable): Promise<void> {
  const telling = tellOnStderr();
  function* pieces(): Generator<string> {
    let [people, piece] = [0, ''];
    for (const line of countyLines(county)) {
      piece += `${line}\n`;
      if (line.startsWith('{"type":"person"')) people += 1;
      if (piece.length < 1 << 20) continue;
      if (to !== process.stdout) telling.progress('People', people, county.people);
      yield piece;
      piece = '';
    }
    yield piece;
  }
  try {
    await pipeline(Readable.from(pieces()), to, { end: to !== process.stdout });
  } catch (error) {
    // `head` has read enough.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  } finally {
    telling.done();
  }
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  const rule = `must be a whole number from ${least} to ${most}`;
  throw new KithError('BAD_INPUT', `${flag} ${rule}.`, { argument: flag, rule });
}

function asSentence(error: unknown, out: string): unknown {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT')
    return new KithError('BAD_INPUT', `The folder of ${out} is not there.`, { argument: '--out', rule: 'its folder is not there' });
  return diskTrouble(error, path.dirname(out), '--out') ?? error;
}
