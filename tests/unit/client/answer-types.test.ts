import { readFileSync } from 'node:fs';
import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
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
