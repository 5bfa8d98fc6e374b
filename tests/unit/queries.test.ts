import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { typesFile, typesText } from '../../server/database/generate.ts';
import { cypherFolder, readQueries } from '../../server/database/queries.ts';
import { asTypeScript, readQueryType } from '../../server/database/query-types.ts';
import { ENDS, TIE_KINDS } from '../../server/ledger/versions.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kith-cypher-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(files: Record<string, string>): ReturnType<typeof readQueries> {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, `${name}.cypher`), text);
  }
  return readQueries(folder);
}

const head = '// Near\n// Who is near.\n// @mode read\n';

describe('The folder cypher/', () => {
  it('has a title and a sentence in every file, and nothing used that is not declared', () => {
    expect([...readQueries().keys()]).toContain('read/people-of-concern-near');
  });

  it('gives exactly the types that are committed; "npm run generate" writes them', () => {
    expect(readFileSync(typesFile, 'utf8')).toBe(typesText(readQueries()));
  });

  it('names the kinds of tie that versions.ts names, in each file that lists them', () => {
    const listing = [...readQueries().values()].filter(({ choices }) => choices.has('kind'));
    for (const { name, mode, choices } of listing) if (mode !== 'schema') expect(choices.get('kind'), name).toEqual(Object.keys(ENDS));
    // A schema file is never changed afterwards: later kinds have files of their own.
    expect(listing.filter(({ mode }) => mode === 'schema').flatMap(({ choices }) => choices.get('kind'))).toEqual(Object.keys(ENDS));
    const steps = readFileSync(path.join(cypherFolder, 'fragments', 'person-ties.cypher'), 'utf8');
    expect(steps.split('\n').find((line) => line.startsWith(':'))).toBe(`:${TIE_KINDS.join('|')}`);
  });

  it('can write the versions of every kind between the labels they join', () => {
    const { choices } = readQueries().get('write/put-versions')!;
    for (const [start, end] of Object.values(ENDS)) {
      expect(choices.get('start')).toContain(start);
      expect(choices.get('end')).toContain(end);
    }
  });
});

describe('A query', () => {
  it('takes its fragment in, with the name the relationship has in it and with its parameters', () => {
    const query = written({
      'read/near': `${head}// @returns id: ID!\nMATCH (a)-[step:T WHERE\n  // @include held step\n]->(b)\nRETURN b.id AS id`,
      'fragments/held': '// Held\n// @alias r\n// @param heldOn: Date!\nr.heldFrom <= $heldOn AND other.r <> r.to',
    }).get('read/near')!;
    expect(query.textFor({})).toBe('MATCH (a)-[step:T WHERE\n  step.heldFrom <= $heldOn AND other.r <> step.to\n]->(b)\nRETURN b.id AS id');
    expect([...query.params.keys()]).toEqual(['heldOn']);
  });

  it('is written with a literal where Cypher takes no parameter, and with no other than those allowed', () => {
    const query = written({ 'read/near': `${head}// @bound within 1..4\nMATCH (a)-[:T]-{1,{within}}(b)\nRETURN b.id` }).get('read/near')!;
    expect(query.textFor({ within: 3 })).toContain('{1,3}');
    for (const within of [0, 5, 1.5, '3', '1}) DETACH DELETE a //', undefined])
      expect(() => query.textFor({ within })).toThrow('within is one of 1, 2, 3, 4');
  });

  it('leaves lines out while their parameter is empty', () => {
    const query = written({
      'read/near': `${head}// @param without: [ID!]\nMATCH (a)\n// @when without\nWHERE NOT a.id IN $without\n// @end\nRETURN a.id`,
    }).get('read/near')!;
    expect(query.textFor({ without: [] })).toBe('MATCH (a)\nRETURN a.id');
    expect(query.textFor({ without: ['x'] })).toBe('MATCH (a)\nWHERE NOT a.id IN $without\nRETURN a.id');
  });

  it.each([
    ['uses a parameter it does not declare', `${head}MATCH (a {id: $id}) RETURN a`, 'uses $id, which has no @param'],
    ['declares a parameter it does not use', `${head}// @param id: ID!\nRETURN 1`, '@param id is never used'],
    ['has no mode', '// Near\n// Who is near.\nRETURN 1', '@mode is read, write or schema'],
    ['has no sentence', '// Near\n// @mode read\nRETURN 1', 'has a title and a sentence or two'],
    ['has a type nobody knows', `${head}// @param id: Number!\nRETURN $id`, '"Number" is not one of'],
    ['includes what is not there', `${head}// @include nothing r\nRETURN 1`, 'includes nothing, which is not in fragments/'],
  ])('is refused with its file named when it %s', (_, text, rule) => {
    expect(() => written({ 'read/near': text })).toThrow(`cypher/read/near.cypher: ${rule}`);
  });
});

describe('A type of a header', () => {
  it.each([
    ['ID!', 'string'],
    ['[ID!]!', 'Array<string>'],
    ['Int', 'number | null'],
    ['[{id: ID!, more: String}!]!', 'Array<{ id: string; more: string | null }>'],
  ])('%s is %s', (written, type) => expect(asTypeScript(readQueryType(written))).toBe(type));

  it.each(['', '[ID', 'ID!!', '{id ID}', 'ID ID'])('"%s" is refused', (text) => expect(() => readQueryType(text)).toThrow(SyntaxError));
});
