/**
 * The types that `@param` and `@returns` of a `.cypher` header are written in: GraphQL notation, and
 * `{name: Type}` for a map. cypher/README.md lists them.
 */
export type QueryType =
  | { kind: 'scalar'; name: Scalar; optional: boolean }
  | { kind: 'list'; of: QueryType; optional: boolean }
  | { kind: 'map'; fields: ReadonlyMap<string, QueryType>; optional: boolean };

/** `Map` is a map of anything, as a relationship's properties: its dates come out as `2020-04-25`. */
const scalars = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'string',
  Map: 'Record<string, unknown>',
} as const;
export type Scalar = keyof typeof scalars;

/** Throws SyntaxError saying what was expected. */
export function readQueryType(text: string): QueryType {
  const tokens = text.match(/\w+|[[\]{}:,!]|\S/g) ?? [];
  let at = 0;
  const take = (expected?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new SyntaxError(`expected ${expected ?? 'a type'} in "${text}", found ${token ?? 'its end'}`);
    }
    return token;
  };
  const optional = (): boolean => {
    if (tokens[at] !== '!') return true;
    at += 1;
    return false;
  };
  const type = (): QueryType => {
    const token = take();
    if (token === '[') {
      const of = type();
      take(']');
      return { kind: 'list', of, optional: optional() };
    }
    if (token === '{') {
      const fields = new Map<string, QueryType>();
      do {
        const name = take();
        take(':');
        fields.set(name, type());
      } while (tokens[at] === ',' && take());
      take('}');
      return { kind: 'map', fields, optional: optional() };
    }
    if (!(token in scalars)) throw new SyntaxError(`"${token}" is not one of ${Object.keys(scalars).join(', ')}`);
    return { kind: 'scalar', name: token as Scalar, optional: optional() };
  };
  const read = type();
  if (at < tokens.length) throw new SyntaxError(`"${tokens.slice(at).join('')}" is left over in "${text}"`);
  return read;
}

/** The same type in TypeScript, as types.gen.ts has it. */
export function asTypeScript(type: QueryType): string {
  const plain =
    type.kind === 'scalar' ? scalars[type.name] : type.kind === 'list' ? `Array<${asTypeScript(type.of)}>` : mapAsTypeScript(type.fields);
  return type.optional ? `${plain} | null` : plain;
}

export function mapAsTypeScript(fields: ReadonlyMap<string, QueryType>): string {
  return `{ ${[...fields].map(([name, type]) => `${name}: ${asTypeScript(type)}`).join('; ')} }`;
}
