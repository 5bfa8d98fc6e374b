/**
 * The operations that may be asked over HTTP and by the command: the files of client/questions/, by the
 * name of their file. Nothing else is an operation, `__proto__` included: a Map has no prototype keys.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { cloneRoot } from './config.ts';

export type Operation = { name: string; text: string; document: DocumentNode; variables: ReadonlySet<string> };

const folder = path.join(cloneRoot, 'client', 'questions');

/** Throws Error naming a file that does not fit the schema. */
export function readOperations(schema: GraphQLSchema): ReadonlyMap<string, Operation> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort();
  return new Map(
    files.map((file) => {
      const name = path.basename(file, '.graphql');
      const text = readFileSync(path.join(folder, file), 'utf8');
      const document = parse(text, { noLocation: true });
      const [problem] = validate(schema, document);
      if (problem) throw new Error(`client/questions/${file}: ${problem.message}`);
      return [name, { name, text, document, variables: new Set(variablesOf(document)) }];
    }),
  );
}

const variablesOf = ({ definitions }: DocumentNode): string[] =>
  definitions.flatMap((definition) =>
    (definition.kind === 'OperationDefinition' ? (definition.variableDefinitions ?? []) : []).map(({ variable }) => variable.name.value),
  );
