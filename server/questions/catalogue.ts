/** Every question there is, by its name. */
import type { Question } from './asking.ts'
import { question as childrenNear } from './children-near.ts'
import { question as peopleOfConcernNear } from './people-of-concern-near.ts'

export const catalogue: ReadonlyMap<string, Question> = new Map([peopleOfConcernNear, childrenNear].map(question => [question.name, question]))
