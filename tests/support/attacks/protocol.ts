/** What might be made of HTTP: methods, content types, headers, addresses, sizes, another protocol. */
import { asking, each, http, lines, post, question, raw, shown, type AttackClass } from './sending.ts';

export const ofTheProtocol: Readonly<Record<string, AttackClass>> = {
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
};
