/** neo4j.conf of the server Kith runs: this machine only, nothing sent away, and nothing a path could break. */
import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { asConfFile, initialHeap, managedSettings, sharedSettings } from '../../server/database/settings.ts';

const given = (env: Record<string, string> = {}): Record<string, string> => managedSettings(readConfig(env).managed, 7687);

test('the server listens on loopback alone, without HTTP, and reports its use to nobody', () => {
  const values = given();
  const addresses = Object.entries(values).filter(([name]) => name.endsWith('_address'));
  expect(addresses.map(([, address]) => address.split(':')[0])).toEqual(addresses.map(() => '127.0.0.1'));
  expect(addresses).toContainEqual(['server.bolt.listen_address', '127.0.0.1:7687']);
  expect(values).toMatchObject({ 'server.http.enabled': 'false', 'server.https.enabled': 'false', 'dbms.usage_report.enabled': 'false' });
});

test('what holds for a container holds here', () => {
  expect(given()).toMatchObject(sharedSettings);
});

test('memory is what was asked for, and a small heap does not begin larger than it may grow', () => {
  expect(given({ KITH_HEAP: '2g', KITH_PAGE_CACHE: '64m' })).toMatchObject({
    'server.memory.heap.initial_size': '512m',
    'server.memory.heap.max_size': '2g',
    'server.memory.pagecache.size': '64m',
  });
  expect(['1g', '512m', '511m', '256m'].map(initialHeap)).toEqual(['512m', '512m', '511m', '256m']);
});

test('old transaction logs are dropped, and plans kept, in a home that will be thrown away, and in no other', () => {
  const ofTrials = { 'db.tx_log.rotation.retention_policy': 'keep_none', 'dbms.cypher.min_replan_interval': '24h' };
  expect(given({ KITH_THROW_AWAY: 'yes' })).toMatchObject(ofTrials);
  for (const name of Object.keys(ofTrials)) expect(given()).not.toHaveProperty([name]);
});

test('the file holds a line for each, in ASCII, since the server reads it as ISO 8859-1', () => {
  const text = asConfFile(given());
  expect(text.trim().split('\n').slice(1)).toEqual(Object.entries(given()).map(([name, value]) => `${name}=${value}`));
  // oxlint-disable-next-line no-control-regex
  expect(text).toMatch(/^[\x0a\x20-\x7e]*$/);
});
