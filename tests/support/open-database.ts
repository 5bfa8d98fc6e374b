/**
 * A process that opens the database of its KITH_HOME, says so in one line of JSON and stays until
 * it is told to go: what `kith start --database-only` does, for tests that kill it.
 */
import process from 'node:process';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/database/managed.ts';
import { exitCodeOf, plainError } from '../../server/errors.ts';

try {
  const { uri, startedHere } = await openDatabase(readConfig(process.env), (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify({ uri, startedHere })}\n`);
  setInterval(() => undefined, 1_000);
} catch (error) {
  process.stderr.write(`${plainError(error).message}\n`);
  process.exitCode = exitCodeOf(error);
}
