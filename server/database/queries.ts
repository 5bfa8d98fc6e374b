/**
 * Reads the folder cypher/: headers, fragments and the texts a query has. cypher/README.md is the
 * format, in the words of those who write the files. A file that breaks it stops the program at its
 * start, with the file's name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cloneRoot } from '../config.ts';
import { readQueryType, type QueryType } from './query-types.ts';

export interface Query {
  /** Path under cypher/ without its ending: `read/people-of-concern-near`. */
  name: string;
  title: string;
  says: string;
  mode: 'read' | 'write' | 'schema';
  params: ReadonlyMap<string, QueryType>;
  returns: ReadonlyMap<string, QueryType>;
  /** Literals the text is written with, because Cypher takes no parameter there: `within` -> 1, 2, 3, 4. */
  choices: ReadonlyMap<string, readonly (string | number)[]>;
  /** Parameters that leave lines out while they are empty. */
  whens: readonly string[];
  /** Name of the parameter whose unique key makes a second run harmless. */
  once: string | undefined;
  /** The text for these parameters. Throws RangeError for a literal that is not among the choices. */
  textFor(params: Readonly<Record<string, unknown>>): string;
}

export const cypherFolder = path.join(cloneRoot, 'cypher');

interface Source {
  title: string;
  says: string;
  tags: { name: string; value: string }[];
  body: string[];
}

/** Every query of the folder, by name. Throws Error naming file and rule. */
export function readQueries(folder: string = cypherFolder): Map<string, Query> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const names = files
    .filter((file) => file.endsWith('.cypher'))
    .map((file) => file.slice(0, -'.cypher'.length))
    .sort();
  const sources = new Map(names.map((name) => [name, readSource(name, readFileSync(path.join(folder, `${name}.cypher`), 'utf8'))]));
  const queries = names.filter((name) => !name.startsWith('fragments/')).map((name) => buildQuery(name, sources));
  return new Map(queries.map((query) => [query.name, query]));
}

function readSource(name: string, text: string): Source {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const end = lines.findIndex((line) => !line.startsWith('//') || /^\/\/ @(include|when) /.test(line));
  const header = lines.slice(0, end === -1 ? undefined : end).map((line) => line.replace(/^\/\/ ?/, ''));
  const tags = header
    .filter((line) => line.startsWith('@'))
    .map((line) => {
      const [, tag, value] = /^@(\w+)\s+(.+)$/.exec(line) ?? fail(name, `"${line}" is not "@name value"`);
      return { name: tag ?? '', value: value ?? '' };
    });
  const [title, ...rest] = header.filter((line) => !line.startsWith('@'));
  const body = end === -1 ? [] : lines.slice(end);
  return { title: title?.trim() ?? '', says: rest.join(' ').replace(/\s+/g, ' ').trim(), tags, body };
}

function buildQuery(name: string, sources: ReadonlyMap<string, Source>): Query {
  const source = sources.get(name) ?? fail(name, 'is not there');
  const { lines, tags } = expand(name, source, sources);
  const declared = (tag: string): Map<string, QueryType> =>
    new Map(
      tags
        .filter((one) => one.name === tag)
        .map(({ value }) => {
          const [, of, type] = /^(\w+):\s*(.+)$/.exec(value) ?? fail(name, `"@${tag} ${value}" is not "@${tag} name: Type!"`);
          try {
            return [of ?? '', readQueryType(type ?? '')];
          } catch (error) {
            return fail(name, (error as Error).message);
          }
        }),
    );
  const value = (tag: string): string | undefined => tags.find((one) => one.name === tag)?.value;
  const mode = value('mode');
  if (mode !== 'read' && mode !== 'write' && mode !== 'schema') return fail(name, '@mode is read, write or schema');
  if (source.title === '' || source.says === '') return fail(name, 'has a title and a sentence or two');
  const choices = readChoices(name, tags);
  const whens = [...new Set(lines.flatMap((line) => /^\s*\/\/ @when (\w+)$/.exec(line)?.[1] ?? []))];
  const params = declared('param');
  const text = lines.join('\n');
  checkNames(name, text, params, choices, whens);

  const texts = new Map<string, string>();
  const textFor = (given: Readonly<Record<string, unknown>>): string => {
    const literals = [...choices].map(([choice, allowed]) => {
      const literal = given[choice];
      if (!allowed.some((one) => one === literal)) throw new RangeError(`${choice} is one of ${allowed.join(', ')}`);
      return [choice, String(literal)] as const;
    });
    const kept = whens.filter((when) => isGiven(given[when]));
    const key = [...literals.map(([, literal]) => literal), ...kept].join('|');
    let made = texts.get(key);
    if (made === undefined) {
      made = writeText(lines, kept, literals);
      texts.set(key, made);
    }
    return made;
  };
  return {
    name,
    title: source.title,
    says: source.says,
    mode,
    params,
    returns: declared('returns'),
    choices,
    whens,
    once: value('once'),
    textFor,
  };
}

/** Puts the fragments in; their parameters become the query's. */
function expand(name: string, source: Source, sources: ReadonlyMap<string, Source>): { lines: string[]; tags: Source['tags'] } {
  const tags = [...source.tags];
  const lines = source.body.flatMap((line) => {
    const [, indent = '', fragmentName, alias] = /^(\s*)\/\/ @include ([\w-]+)(?: (\w+))?$/.exec(line) ?? [];
    if (fragmentName === undefined) return [line];
    const fragment = sources.get(`fragments/${fragmentName}`) ?? fail(name, `includes ${fragmentName}, which is not in fragments/`);
    const inner = expand(`fragments/${fragmentName}`, fragment, sources);
    const own = inner.tags.find((tag) => tag.name === 'alias')?.value;
    tags.push(...inner.tags.filter((tag) => tag.name === 'param' && !tags.some((one) => one.name === 'param' && one.value === tag.value)));
    const renamed =
      own === undefined || alias === undefined || own === alias
        ? inner.lines
        : inner.lines.map((one) => one.replace(new RegExp(`(?<![\\w$.])${own}(?!\\w)`, 'g'), alias));
    return renamed.filter((one) => one !== '').map((one) => indent + one);
  });
  return { lines, tags };
}

function readChoices(name: string, tags: Source['tags']): Map<string, readonly (string | number)[]> {
  return new Map(
    tags.flatMap(({ name: tag, value }): [string, readonly (string | number)[]][] => {
      if (tag === 'bound') {
        const [, of, least, most] = /^(\w+) (\d+)\.\.(\d+)$/.exec(value) ?? fail(name, `"@bound ${value}" is not "@bound name 1..4"`);
        return [[of ?? '', Array.from({ length: Number(most) - Number(least) + 1 }, (_, at) => Number(least) + at)]];
      }
      if (tag !== 'choice') return [];
      const [, of, list] = /^(\w+):\s*(.+)$/.exec(value) ?? fail(name, `"@choice ${value}" is not "@choice name: A, B"`);
      return [[of ?? '', (list ?? '').split(',').map((one) => one.trim())]];
    }),
  );
}

function writeText(lines: readonly string[], kept: readonly string[], literals: readonly (readonly [string, string])[]): string {
  const out: string[] = [];
  let leftOut = false;
  for (const line of lines) {
    const when = /^\s*\/\/ @when (\w+)$/.exec(line)?.[1];
    if (when !== undefined) leftOut = !kept.includes(when);
    else if (/^\s*\/\/ @end$/.test(line)) leftOut = false;
    else if (!leftOut && line.trim() !== '') out.push(line);
  }
  return literals.reduce((text, [choice, literal]) => text.replaceAll(`{${choice}}`, literal), out.join('\n'));
}

function checkNames(
  name: string,
  text: string,
  params: ReadonlyMap<string, QueryType>,
  choices: ReadonlyMap<string, unknown>,
  whens: readonly string[],
): void {
  const code = text.replace(/\/\/.*$/gm, '');
  const used = new Set([...code.matchAll(/\$(\w+)/g)].map((match) => match[1] ?? ''));
  for (const one of used) if (!params.has(one)) fail(name, `uses $${one}, which has no @param`);
  for (const one of params.keys()) if (!used.has(one) && !whens.includes(one)) fail(name, `@param ${one} is never used`);
  for (const one of choices.keys()) if (!code.includes(`{${one}}`)) fail(name, `{${one}} is never used`);
  for (const one of whens) if (!params.has(one)) fail(name, `@when ${one} has no @param`);
}

/** Lines between `@when x` and `@end` stay unless x is missing, null, false or an empty list. */
function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== false;
}

function fail(name: string, rule: string): never {
  throw new Error(`cypher/${name}.cypher: ${rule}.`);
}

/** Every combination of the literals a query's text may be written with. */
export function everyChoice(query: Query): Record<string, string | number>[] {
  return [...query.choices].reduce<Record<string, string | number>[]>(
    (made, [name, allowed]) => made.flatMap((one) => allowed.map((literal) => ({ ...one, [name]: literal }))),
    [{}],
  );
}
