/** `npm run generate`: the types of the queries under cypher/ and of the answers the page reads. */
import { writeFileSync } from 'node:fs';
import { typesFile, typesText } from '../server/database/generate.ts';
import { readQueries } from '../server/database/queries.ts';
import { answersFile, answersText } from './answer-types.ts';

writeFileSync(typesFile, typesText(readQueries()));
writeFileSync(answersFile, answersText());
