/**
 * Runs a program for as long as whoever started this holds the other end of its standard input: should they
 * die in any way, even killed, the system closes it, and the program is killed at once.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';

const [command, ...args] = process.argv.slice(2);
const program = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
process.stdin.resume().once('close', () => program.kill('SIGKILL'));
program.once('error', (error) => {
  process.stderr.write(`ERROR: ${error.message}\n`);
  process.exit(1);
});
program.once('close', (code) => process.exit(code ?? 1));
