/** The types of the answers the page reads, made from the schema and the operations under client/questions/. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cloneRoot } from '../server/config.ts';
import { readDocuments } from '../server/operations.ts';
import {
  buildSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

export const answersFile = path.join(cloneRoot, 'client', 'answers.gen.ts');

/** What client/answers.gen.ts must hold now. */
export function answersText(): string {
  return answerTypes(buildSchema(readFileSync(path.join(cloneRoot, 'server', 'schema.graphql'), 'utf8')), readDocuments());
}

const SCALARS: Readonly<Record<string, string>> = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'string',
};

/**
 * TypeScript text: one interface per fragment (`tie` -> `Tie`), one per operation (`webOfPerson` -> `WebOfPersonAnswer`), and the
 * enums. A fragment of one name must have one text everywhere.
 *
 * @param documents operations by question name ("web-of-person")
 * @throws Error naming the fragment that two files write differently
 */
export function answerTypes(schema: GraphQLSchema, documents: ReadonlyMap<string, DocumentNode>): string {
  const fragments = new Map<string, { text: string; code: string }>();
  const enums = new Map<string, string>();
  const answers: string[] = [];
  const names: string[] = [];
  for (const [question, document] of documents) {
    const info = new TypeInfo(schema);
    const types = new Map<SelectionSetNode, GraphQLOutputType>();
    visit(document, visitWithTypeInfo(info, { SelectionSet: { enter: (node) => void types.set(node, info.getParentType()!) } }));
    for (const node of document.definitions) {
      if (node.kind === 'FragmentDefinition') {
        const code = interfaceOf(pascal(node.name.value), node, schema, enums);
        const seen = fragments.get(node.name.value);
        const own = print(node);
        if (seen && seen.text !== own)
          throw new Error(`client/questions/${question}.graphql writes fragment ${node.name.value} differently from another file.`);
        fragments.set(node.name.value, { text: own, code });
      } else if (node.kind === 'OperationDefinition') {
        const name = node.name!.value;
        answers.push(interfaceOf(`${pascal(name)}Answer`, node, schema, enums));
        names.push(`  '${question}': ${pascal(name)}Answer;`);
      }
    }
  }
  return (
    [
      '// Written by `npm run generate` from server/schema.graphql and client/questions/. Do not edit.',
      `export interface Answers {\n${names.join('\n')}\n}`,
      ...[...enums.values()].sort(),
      ...[...fragments.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { code }]) => code),
      ...answers,
    ].join('\n\n') + '\n'
  );
}

function interfaceOf(
  name: string,
  node: FragmentDefinitionNode | OperationDefinitionNode,
  schema: GraphQLSchema,
  enums: Map<string, string>,
): string {
  const root =
    node.kind === 'FragmentDefinition'
      ? schema.getType(node.typeCondition.name.value)!
      : node.operation === 'mutation'
        ? schema.getMutationType()!
        : schema.getQueryType()!;
  return `export interface ${name} ${fieldsOf(root as GraphQLOutputType, node.selectionSet, enums, '')}`;
}

function fieldsOf(type: GraphQLOutputType, set: SelectionSetNode, enums: Map<string, string>, indent: string): string {
  const spreads = set.selections.flatMap((s) => (s.kind === 'FragmentSpread' ? [pascal(s.name.value)] : []));
  const own = set.selections.flatMap((s) => {
    if (s.kind !== 'Field' || !isObjectType(type)) return [];
    return [
      `${indent}  ${s.alias?.value ?? s.name.value}: ${typeOf(type.getFields()[s.name.value]!.type, s.selectionSet, enums, `${indent}  `)};`,
    ];
  });
  if (own.length === 0) return spreads.join(' & ');
  return [...spreads, `{\n${own.join('\n')}\n${indent}}`].join(' & ');
}

function typeOf(type: GraphQLOutputType, set: SelectionSetNode | undefined, enums: Map<string, string>, indent: string): string {
  if (isNonNullType(type)) return bare(type.ofType, set, enums, indent);
  return `${bare(type, set, enums, indent)} | null`;
}

function bare(type: GraphQLOutputType, set: SelectionSetNode | undefined, enums: Map<string, string>, indent: string): string {
  if (isNonNullType(type)) return bare(type.ofType, set, enums, indent);
  if (isListType(type)) {
    return `ReadonlyArray<${typeOf(type.ofType, set, enums, indent)}>`;
  }
  if (isScalarType(type)) return SCALARS[type.name] ?? 'unknown';
  if (isEnumType(type)) {
    enums.set(
      type.name,
      `export type ${type.name} = ${type
        .getValues()
        .map((v) => `'${v.name}'`)
        .join(' | ')};`,
    );
    return type.name;
  }
  return fieldsOf(type, set!, enums, indent);
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
