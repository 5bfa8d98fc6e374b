/**
 * schema.graphql with what answers its fields: each field of Query and Mutation is the question of the same name,
 * everything below it is in the answer already. Arguments are checked by the question, not here, so
 * that page and command give the same refusals.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, GraphQLScalarType, Kind, type GraphQLSchema } from 'graphql';
import type { Viewer } from './access/viewer.ts';
import { cloneRoot } from './config.ts';
import type { Given } from './questions/common-arguments.ts';
import type { Office } from './questions/answer.ts';

/** What each request brings along. */
export type Context = {
  office: Office;
  viewer: Viewer;
  /** Whether a question was reached, which then writes its own audit entry. */
  reached?: boolean;
};

/** `people-of-concern-near` as a field: `peopleOfConcernNear`, and back. */
export const fieldOf = (question: string): string => question.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
export const questionOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function readSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(path.join(cloneRoot, 'server', 'schema.graphql'), 'utf8'));
  for (const [name, field] of Object.entries({ ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() })) {
    const question = questionOf(name);
    field.resolve = async (_: unknown, given: Given, context: Context) => {
      context.reached = true;
      return context.office.answer(question, given, context.viewer);
    };
  }
  const date = schema.getType('Date');
  if (date instanceof GraphQLScalarType) {
    // Whatever is sent reaches the question, which names the argument and the rule.
    date.parseValue = (value) => value;
    date.parseLiteral = (node) => (node.kind === Kind.STRING ? node.value : node.kind === Kind.INT ? Number(node.value) : null);
  }
  return schema;
}
