/** What might be asked of GraphQL itself: queries of one's own, its schema, many at once, names of the prototype. */
import { asking, each, post, question, type AttackClass } from './sending.ts';

const freeText = 'query { peopleOfConcernNear(child: "child") { found { person { name } } } }';

export const ofTheLanguage: Readonly<Record<string, AttackClass>> = {
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
};
