/**
 * The operations that may be asked over HTTP and by the command: the files of client/questions/, by the
 * name of their file, each with those of client/questions/fragments/ it needs. Nothing else is an
 * operation, `__proto__` included: a Map has no prototype keys.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, print, validate, visit, type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema } from 'graphql';
import { cloneRoot } from './config.ts';

export type Operation = {
  name: string;
  text: string;
  document: DocumentNode;
  variables: ReadonlySet<string>;
  /** A mutation: for the page alone, where whoever does it is signed in. */
  changes: boolean;
};

const folder = path.join(cloneRoot, 'client', 'questions');

/** Throws Error naming a file that does not fit the schema. */
export function readOperations(schema: GraphQLSchema): ReadonlyMap<string, Operation> {
  return new Map(
    [...readDocuments()].map(([name, document]) => {
      const [problem] = validate(schema, document);
      if (problem) throw new Error(`client/questions/${name}.graphql: ${problem.message}`);
      const changes = document.definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === 'mutation');
      return [name, { name, text: print(document), document, changes, variables: new Set(variablesOf(document)) }];
    }),
  );
}

/** Every question's operation, whole: its own file and the shared fragments it spreads. */
export function readDocuments(): ReadonlyMap<string, DocumentNode> {
  const shared = [...textsIn(path.join(folder, 'fragments')).values()].flatMap((text) => fragmentsOf(parse(text)));
  return new Map([...textsIn(folder)].map(([name, text]) => [name, withFragments(parse(text), shared)]));
}

function textsIn(place: string): Map<string, string> {
  const files = readdirSync(place).filter((file) => file.endsWith('.graphql'));
  return new Map(files.sort().map((file) => [path.basename(file, '.graphql'), readFileSync(path.join(place, file), 'utf8')]));
}

const fragmentsOf = ({ definitions }: DocumentNode): FragmentDefinitionNode[] =>
  definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);

function withFragments(document: DocumentNode, shared: readonly FragmentDefinitionNode[]): DocumentNode {
  const own = new Set(fragmentsOf(document).map(({ name }) => name.value));
  const definitions = [...document.definitions];
  // Definitions added here are looked through in their turn.
  for (const definition of definitions) {
    visit(definition, {
      FragmentSpread: ({ name: { value } }) => {
        const fragment = own.has(value) ? undefined : shared.find(({ name }) => name.value === value);
        if (fragment) definitions.push(fragment);
        own.add(value);
      },
    });
  }
  return { ...document, definitions };
}

const variablesOf = ({ definitions }: DocumentNode): string[] =>
  definitions.flatMap((definition) =>
    (definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : []).map(
      ({ variable }) => variable.name.value,
    ),
  );
