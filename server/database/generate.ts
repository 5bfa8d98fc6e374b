/**
 * The text of server/types.gen.ts: the parameters and rows of every file under cypher/ as its header
 * declares them. `npm run generate` writes it; a test fails when it is stale.
 */
import path from 'node:path';
import { cloneRoot } from '../config.ts';
import type { Query } from './queries.ts';
import { asTypeScript, mapAsTypeScript } from './query-types.ts';

export const typesFile = path.join(cloneRoot, 'server', 'types.gen.ts');

export function typesText(queries: ReadonlyMap<string, Query>): string {
  const asked = [...queries.values()].filter((query) => query.mode !== 'schema');
  const names = (mode: Query['mode']): string =>
    asked
      .filter((query) => query.mode === mode)
      .map((query) => `'${query.name}'`)
      .join(' | ') || 'never';
  const entries = asked.map(
    (query) => `  /** ${query.title} */\n  '${query.name}': { params: ${paramsText(query)}; row: ${mapAsTypeScript(query.returns)} };\n`,
  );
  return `// Written by \`npm run generate\` from the headers under cypher/. Do not edit.

export interface Queries {
${entries.join('')}}

export type ReadName = ${names('read')};
export type WriteName = ${names('write')};
export type Params<Name extends keyof Queries> = Queries[Name]['params'];
export type Row<Name extends keyof Queries> = Queries[Name]['row'];
`;
}

function paramsText(query: Query): string {
  const choices = [...query.choices].map(
    ([name, allowed]) => `${name}: ${allowed.map((one) => (typeof one === 'number' ? one : `'${one}'`)).join(' | ')}`,
  );
  const params = [...query.params]
    .filter(([name]) => !query.choices.has(name))
    .map(([name, type]) => `${name}${type.optional ? '?' : ''}: ${asTypeScript(type)}`);
  return `{ ${[...choices, ...params].join('; ')} }`;
}
