/** What somebody with a browser, a session or a socket might try, by class. Each is sent to the real server as a signed-in worker unless it says otherwise. */
import { connect } from 'node:net';
import type { Served } from './serve.ts';

export interface Target {
  served: Served;
  /** A signed-in worker's cookie. */
  cookie: string;
}

export type Attack = (target: Target) => Promise<string>;
export type AttackClass = Record<string, Attack>;

const question = { operationName: 'people-of-concern-near', variables: { child: 'child' } };
const good = JSON.stringify(question);
const freeText = 'query { peopleOfConcernNear(child: "child") { found { person { name } } } }';

/** A server that goes on talking after its reply does so within this time. */
const quietMs = 1_000;

/** Status line, headers and body of what came back, however broken. `waitMs`: for the first byte of it. */
async function raw({ served }: Target, text: string | Buffer, waitMs = 1_500): Promise<string> {
  const { port, hostname } = new URL(served.address);
  return new Promise((done) => {
    const socket = connect(Number(port), hostname);
    let reply = '';
    const end = (): void => {
      socket.destroy();
      done(reply);
    };
    let timer = setTimeout(end, waitMs);
    socket.on('data', (bytes) => {
      reply += bytes.toString('latin1');
      // A connection that was to be upgraded is left open by the server: what follows would be the other protocol.
      clearTimeout(timer);
      timer = setTimeout(end, quietMs);
    });
    socket.on('close', () => (clearTimeout(timer), end()));
    socket.on('error', () => undefined);
    socket.write(text);
  });
}

interface Over {
  method?: string;
  path?: string;
  headers?: Record<string, string | undefined>;
  body?: string;
}

const lines = ({ cookie }: Target, { method = 'POST', path = '/graphql', headers = {}, body = good }: Over): string => {
  const all = {
    host: '127.0.0.1',
    cookie: `__Host-kith=${cookie}`,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    ...headers,
  };
  return `${method} ${path} HTTP/1.1\r\n${Object.entries(all)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\r\n`]))
    .join('')}\r\n${body}`;
};

const http =
  (over: Over): Attack =>
  async (target) =>
    raw(target, lines(target, over), 15_000);
const post = (body: unknown, headers: Record<string, string | undefined> = {}, path = '/graphql'): Attack =>
  http({ body: typeof body === 'string' ? body : JSON.stringify(body), headers, path });
const each = <T>(values: readonly T[], name: (value: T) => string, attack: (value: T) => Attack): AttackClass =>
  Object.fromEntries(values.map((value) => [name(value), attack(value)]));
const asking = (name: string, variables: unknown): Attack => post({ operationName: name, variables });
const shown = (value: unknown): string => (JSON.stringify(value) ?? 'none').slice(0, 60);

export const attacks: Readonly<Record<string, AttackClass>> = {
  'free text': {
    "a query of one's own": post({ query: freeText }),
    'beside a known name': post({ ...question, query: freeText }),
    'as a mutation': post({ query: 'mutation { __typename }' }),
    'as a subscription': post({ query: 'subscription { __typename }' }),
    'as a list': post({ query: [freeText] }),
    empty: post({ query: '' }),
    'null beside a known name': post({ ...question, query: null }),
    'by a hash (persisted query)': post({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
    'by an id': post({ id: '1', documentId: '1' }),
    'as a name': asking(freeText, {}),
    'as application/graphql': post(freeText, { 'content-type': 'application/graphql' }),
    'in the address': post('{}', {}, `/graphql?query=${encodeURIComponent(freeText)}`),
  },
  introspection: {
    ...each(
      [
        '{ __schema { types { name } } }',
        '{ __type(name: "Person") { fields { name } } }',
        '{ __typename }',
        'query IntrospectionQuery { __schema { queryType { name } } }',
        '{ peopleOfConcernNea { found { steps } } }',
      ],
      (text) => text,
      (text) => post({ query: text }),
    ),
    ...each(
      ['IntrospectionQuery', '__schema', '__type', 'peopleOfConcernNea', 'people-of-concern'],
      (name) => `as the name ${name}`,
      (name) => asking(name, {}),
    ),
  },
  'batches, aliases and depth': {
    'two questions at once': post([question, question]),
    'one in a list': post([question]),
    'a thousand at once': post(Array.from({ length: 900 }, () => ({ operationName: 'household' }))),
    'a hundred aliases': post({
      query: `{ ${Array.from({ length: 100 }, (_, at) => `a${at}: peopleOfConcernNear(child: "child") { truncated }`).join(' ')} }`,
    }),
    'thirty levels': post({
      query: `{ peopleOfConcernNear(child: "child") ${'{ found { routes { steps { ties '.repeat(8)}{ id }${' } } } }'.repeat(8)} }`,
    }),
    'fragments in a ring': post({ query: 'query { ...a } fragment a on Query { ...b } fragment b on Query { ...a }' }),
    'ten thousand tokens': post({ query: `{ ${'a '.repeat(10_000)} }` }),
    'a directive on everything': post({
      query: `{ peopleOfConcernNear(child: "child") { truncated ${'@skip(if: false) '.repeat(500)} } }`,
    }),
  },
  methods: {
    ...each(
      ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'get'],
      (method) => method,
      (method) => http({ method }),
    ),
    'GET with the question in the address': http({
      method: 'GET',
      path: `/graphql?operationName=people-of-concern-near&variables=${encodeURIComponent('{"child":"child"}')}`,
      body: '',
    }),
    'GET that says it is a POST': http({ method: 'GET', headers: { 'x-http-method-override': 'POST' } }),
    'signing in by GET': http({ method: 'GET', path: '/session/sign-in?user=amira&password=x', body: '' }),
  },
  'content types': each(
    [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/html',
      'application/graphql',
      'application/graphql-response+json',
      'text/json',
      'application/jsonp',
      'application/x-ndjson',
      'application/xml',
      'application/json-patch+json',
      '*/*',
      '',
      undefined,
      'text/plain; application/json',
      'application/json, text/plain',
    ],
    shown,
    (type) => post(question, { 'content-type': type }),
  ),
  'names of the prototype': {
    ...each(
      [
        '__proto__',
        'constructor',
        'prototype',
        'toString',
        'valueOf',
        'hasOwnProperty',
        '__defineGetter__',
        '__lookupGetter__',
        'isPrototypeOf',
      ],
      (name) => `the question ${name}`,
      (name) => asking(name, {}),
    ),
    'in the body': post('{"operationName":"people-of-concern-near","variables":{"child":"child"},"__proto__":{"admin":true}}'),
    'in the variables': post('{"operationName":"people-of-concern-near","variables":{"child":"child","__proto__":{"within":4}}}'),
    'as a constructor': post(
      '{"operationName":"people-of-concern-near","variables":{"child":"child","constructor":{"prototype":{"x":1}}}}',
    ),
    'as a purpose': post('{"kind":"__proto__"}', {}, '/session/purpose'),
    'as a user': post('{"user":"__proto__","password":"__proto__"}', {}, '/session/sign-in'),
  },
  'from another site': {
    ...each(
      ['cross-site', 'same-site', 'anything'],
      (site) => `sec-fetch-site ${site}`,
      (site) => post(question, { 'sec-fetch-site': site }),
    ),
    ...each(
      ['https://stranger.example', 'null', 'http://127.0.0.1.stranger.example', 'http://127.0.0.1:1', 'file://'],
      (origin) => `origin ${origin}`,
      (origin) => post(question, { origin }),
    ),
    'a form': post('operationName=people-of-concern-near', {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }),
    'a frame': http({
      method: 'GET',
      path: '/',
      body: '',
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    }),
    'a change of purpose': post({ kind: 'contact', reference: 'R-9' }, { 'sec-fetch-site': 'cross-site' }, '/session/purpose'),
    ...each(
      ['stranger.example', '127.0.0.1.stranger.example', 'localhost.stranger.example', '192.0.2.1', ''],
      (host) => `under the name ${shown(host)}`,
      (host) => post(question, { host }),
    ),
    'an address with another host': http({ path: 'http://stranger.example/graphql', headers: { host: 'stranger.example' } }),
  },
  'too large': {
    'a body over the limit': post({ ...question, variables: { child: 'x'.repeat(66_000) } }),
    'ten megabytes': post(`{"operationName":"${'x'.repeat(10_000_000)}"}`),
    'pieces without end': async (target) =>
      raw(
        target,
        `${lines(target, { headers: { 'content-length': undefined, 'transfer-encoding': 'chunked' }, body: '' })}${'1000\r\n'.concat('x'.repeat(4096), '\r\n').repeat(40)}`,
      ),
    'JSON forty thousand levels deep': post(
      `{"operationName":"people-of-concern-near","variables":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
    ),
    'six thousand variables': post({ ...question, variables: Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`a${at}`, 1])) }),
    'ten thousand ids': asking('routes-between', { from: Array.from({ length: 6_000 }, (_, at) => `p${at}`), to: ['child'] }),
    'a header of 20 kB': post(question, { 'x-long': 'x'.repeat(20_000) }),
    'an address of 20 kB': post(question, {}, `/graphql?${'x'.repeat(20_000)}`),
    'a number beyond numbers': post('{"operationName":"people-of-concern-near","variables":{"child":"child","within":1e999}}'),
    'a password of 50 kB': post({ user: 'amira', password: 'x'.repeat(50_000) }, {}, '/session/sign-in'),
  },
  headers: {
    'two lengths': async (target) => raw(target, lines(target, {}).replace('content-length:', 'content-length: 3\r\ncontent-length:')),
    'length and pieces': async (target) => raw(target, lines(target, { headers: { 'transfer-encoding': 'chunked' } })),
    'another question behind the body': async (target) =>
      raw(
        target,
        lines(target, { headers: { 'content-length': '2', connection: 'keep-alive' }, body: `{}${lines({ ...target, cookie: 'x' }, {})}` }),
      ),
    'a twisted encoding': post(question, { 'transfer-encoding': 'xchunked', 'content-length': undefined }),
    'a folded header': async (target) =>
      raw(
        target,
        lines(target, {})
          .replace('host:', 'x-folded: a\r\n b\r\nhost:')
          .replace(/cookie: .*\r\n/, ''),
      ),
    'a NUL in a header': async (target) => raw(target, lines(target, { headers: { 'x-nul': 'a\0b' } })),
    'no host': post(question, { host: undefined }),
    'HTTP/0.9': async (target) => raw(target, 'GET /graphql\r\n\r\n'),
    'the preface of HTTP/2': async (target) => raw(target, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    'no HTTP at all': async (target) => raw(target, Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00])),
    ...each(
      [
        { 'x-forwarded-user': 'operator' },
        { 'x-remote-user': 'operator' },
        { authorization: 'Basic b3BlcmF0b3I6' },
        { 'x-kith-role': 'operator' },
        { 'x-forwarded-for': '127.0.0.1' },
        { 'x-original-url': '/health/ready' },
      ],
      shown,
      (headers) => post(question, { cookie: undefined, ...headers }),
    ),
  },
  WebSocket: {
    ...each(
      ['graphql-ws', 'graphql-transport-ws', 'soap'],
      (protocol) => protocol,
      (protocol) =>
        http({
          method: 'GET',
          body: '',
          headers: {
            connection: 'Upgrade',
            upgrade: 'websocket',
            'sec-websocket-version': '13',
            'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
            'sec-websocket-protocol': protocol,
          },
        }),
    ),
    h2c: http({ headers: { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' }, body: '{}' }),
  },
  addresses: each(
    [
      '/graphql/',
      '//graphql',
      '/graphql/..',
      '/graphiql',
      '/playground',
      '/altair',
      '/.env',
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/..%5cpackage.json',
      '/%00',
      '/keys/pseudonyms.key',
      '/.kith/accounts.json',
      '/audit/000001.jsonl',
      '/server/config.ts',
      '/metrics',
      '/debug',
      '/session/../graphql',
      '/health',
    ],
    (path) => path,
    (path) => http({ method: 'GET', path, body: '' }),
  ),
  'without being signed in': {
    ...each(
      [
        '',
        '__Host-kith=',
        `__Host-kith=${'A'.repeat(43)}`,
        '__Host-kith=undefined',
        '__Host-kith=null',
        '__Host-kith=../../x',
        'kith=1',
        '__Host-kith[]=1',
      ],
      (cookie) => `cookie ${shown(cookie)}`,
      (cookie) => post(question, { cookie }),
    ),
    'with the cookie twice': async (target) =>
      raw(target, lines(target, { headers: { cookie: `__Host-kith=${target.cookie}; __Host-kith=x` } })),
    'with the cookie in capitals': async (target) => raw(target, lines(target, { headers: { cookie: `__HOST-KITH=${target.cookie}` } })),
    'with the cookie as a password': async (target) =>
      post({ user: 'amira', password: target.cookie }, { cookie: undefined }, '/session/sign-in')(target),
  },
  'becoming somebody else': {
    ...each(
      ['operator', 'training', 'review', 'network', 'oversight', '', 'contact '],
      (kind) => `the purpose ${shown(kind)}`,
      (kind) => post({ kind, reference: 'R-9' }, {}, '/session/purpose'),
    ),
    ...each(
      [
        { kind: 'contact', reference: 'R1', role: 'privacy officer' },
        { kind: ['contact'], reference: 'R1' },
        { kind: 'contact', reference: { toString: 'R1' } },
        { kind: 'contact', reference: 'R1\r\nset-cookie: a=b' },
        { kind: 'contact', reference: '<script>1</script>' },
        null,
        7,
        [],
      ],
      shown,
      (body) => post(body, {}, '/session/purpose'),
    ),
    ...each(
      [
        { user: 'operator', password: '' },
        { user: 'operator', password: 'operator' },
        { user: ['amira'], password: 'x' },
        { user: 'amira', password: { $ne: '' } },
        { user: "amira' OR 1=1 --", password: 'x' },
        { user: 'amira\0', password: 'x' },
        { user: 'AMIRA', password: 'correct horse battery' },
        { user: 'amira ', password: 'correct horse battery' },
        { user: 'amira', password: 'correct horse battery', role: 'operator' },
      ],
      shown,
      (body) => post(body, { cookie: undefined }, '/session/sign-in'),
    ),
    ...each(
      ['opened', 'viewer', 'role', 'revision', 'agency', 'seals', 'today', 'graph'],
      (name) => `the argument ${name}`,
      (name) => asking('people-of-concern-near', { child: 'child', [name]: ['seal-1'] }),
    ),
  },
  'bad arguments': {
    ...each(
      [0, 5, 1.5, '2', -1, [], {}, true, 1e9],
      (within) => `within ${shown(within)}`,
      (within) => asking('people-of-concern-near', { child: 'child', within }),
    ),
    ...each(
      [0, 501, -1, '10', 2 ** 53],
      (first) => `first ${shown(first)}`,
      (first) => asking('people-of-concern-near', { child: 'child', first }),
    ),
    ...each(
      ['2020-02-30', '2020', 'today', '9999-99-99', '-0001-01-01', 0, {}, '2020-01-01T00:00:00Z', "2020-01-01' OR '1'='1"],
      (asAt) => `asAt ${shown(asAt)}`,
      (asAt) => asking('people-of-concern-near', { child: 'child', asAt }),
    ),
    ...each(
      [
        '',
        null,
        7,
        {},
        ['child', 'b'],
        "x'}) MATCH (n) DETACH DELETE n //",
        '$child',
        'child\0',
        '*',
        '../child',
        '\u202edlihc',
        'x'.repeat(10_000),
      ],
      (child) => `child ${shown(child)}`,
      (child) => asking('people-of-concern-near', { child }),
    ),
    ...each(
      [
        '*',
        'name:*',
        '*:*',
        '") OR 1=1 //',
        'Sealed~',
        '/.*/',
        '[* TO *]',
        '(',
        '\\',
        'AND OR NOT',
        '\u0000',
        'a'.repeat(5_000),
        'sea?ed',
        '+person -x',
      ],
      (name) => `find-person ${shown(name)}`,
      (name) => asking('find-person', { name }),
    ),
    ...each(
      [['csc', 'nobody'], 'csc', {}, [null], [['csc']], ["csc') DETACH DELETE (n"]],
      (heldBy) => `heldBy ${shown(heldBy)}`,
      (heldBy) => asking('people-of-concern-near', { child: 'nobody', heldBy }),
    ),
  },
  'the log and the seals': {
    ...each(
      [
        ['seals', {}],
        ['notices', {}],
        ['who-saw', { person: 'child' }],
        ['who-saw', { person: 'hidden' }],
        ['what-did', { user: 'amira' }],
        ['what-did', { user: 'petra' }],
        ['verify', {}],
      ] as const,
      ([look, body]) => `${look} ${shown(body)}`,
      ([look, body]) => post(body, {}, `/audit/${look}`),
    ),
    ...each(
      ['', 'SEALS', 'seals/', '/seals', 'seals%00', '__proto__', 'constructor', '000001.jsonl', '..%2faudit%2fseals', 'who-saw/child'],
      (look) => `the look ${shown(look)}`,
      (look) => post({}, {}, `/audit/${look}`),
    ),
    ...each(
      [
        { person: 'child', role: 'privacy officer' },
        { person: ['child'] },
        { person: 'child', before: "' OR 1=1" },
        { person: 'x'.repeat(60_000) },
        { __proto__: { person: 'child' } },
        { user: '"user":"' },
        null,
        [],
      ],
      (body) => `who-saw ${shown(body)}`,
      (body) => post(body, {}, '/audit/who-saw'),
    ),
    'by GET': http({ method: 'GET', path: '/audit/seals', body: '' }),
    'by a form of another site': post('person=child', { 'content-type': 'application/x-www-form-urlencoded' }, '/audit/who-saw'),
    'from another site': post({ person: 'child' }, { 'sec-fetch-site': 'cross-site' }, '/audit/who-saw'),
    'without being signed in': post({ person: 'child' }, { cookie: undefined }, '/audit/who-saw'),
    'by a name of its own': asking('audit/seals', {}),
  },
  'what is sealed': {
    ...each(
      ['hidden', 'sealed-contact', 'sealed-home', 's-sealed', 'seal-1'],
      (id) => `who is near ${id}`,
      (id) => asking('people-of-concern-near', { child: id }),
    ),
    ...each(
      ['hidden', 'sealed-home'],
      (id) => `the web of ${id}`,
      (id) => asking('web-of-person', { person: id }),
    ),
    'the home': asking('household', { household: 'sealed-home' }),
    'who holds what on them': asking('who-holds-what', { person: 'hidden' }),
    'contacts about them': asking('recent-contacts', { child: 'hidden' }),
    'routes to them': asking('routes-between', { from: ['child'], to: ['hidden'] }),
    'children near them': asking('children-near', { person: 'hidden' }),
    'everything without them': asking('people-of-concern-near', { child: 'child', without: ['hidden', 's-sealed'] }),
    ...each(
      ['name', 'postcode', 'identifier', 'born', 'area'],
      (by) => `finding them by ${by}`,
      (by) =>
        asking('find-person', {
          [by]: { name: 'Sealedname', postcode: 'ZZ9 9ZZ', identifier: 'SEALED-1', born: '1971-03-04', area: 'Sealedshire' }[by],
        }),
    ),
  },
};
