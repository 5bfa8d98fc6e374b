import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { cloneRoot } from '../../../server/config.ts';
import { answersFile, answersText, answerTypes } from '../../../scripts/answer-types.ts';

const schema = buildSchema(`
  "Why it stands."
  enum Standing { alleged confirmed }
  type Query { near(child: ID!): Near! }
  type Near { name: String says: [String!]! sets: [[Person!]!]! }
  type Person { id: ID! standing: Standing }
`);

test('the types the page is written against are those of the schema and operations as they are now', () => {
  expect(readFileSync(answersFile, 'utf8'), 'run `npm run generate`').toBe(answersText());
});

test('what may be null is null in the type, and a list is a list', () => {
  const text = answerTypes(
    schema,
    new Map([
      [
        'near',
        parse('query near($child: ID!) { near(child: $child) { name says sets { ...one } } } fragment one on Person { id standing }'),
      ],
    ]),
  );
  expect(text).toContain('name: string | null;');
  expect(text).toContain('says: ReadonlyArray<string>;');
  expect(text).toContain('sets: ReadonlyArray<ReadonlyArray<One>>;');
  expect(text).toContain("export type Standing = 'alleged' | 'confirmed';");
});

test('a fragment that two questions write differently is refused by name', () => {
  const one = 'query a { near(child: "c") { sets { ...one } } } fragment one on Person { id }';
  const other = 'query b { near(child: "c") { sets { ...one } } } fragment one on Person { id standing }';
  expect(() =>
    answerTypes(
      schema,
      new Map([
        ['a', parse(one)],
        ['b', parse(other)],
      ]),
    ),
  ).toThrow(/b\.graphql writes fragment one differently/);
});

test('a fragment is written once, for whichever questions spread it', () => {
  const folder = path.join(cloneRoot, 'client', 'questions');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const definitions = files.flatMap((file) => parse(readFileSync(path.join(folder, file), 'utf8')).definitions);
  const names = definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [one.name.value] : []));
  expect(names.length).toBeGreaterThan(10);
  expect(names.sort()).toEqual([...new Set(names)]);
});
