import process from 'node:process';

/**
 * npm passes a SIGTERM on to the shell it started us with, and that shell keeps it to itself: were we
 * not to notice that our parent is gone, we and the database would run on with nobody to stop us.
 */
export function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}
