/** What is missing round a child, as sentences. Absence is an answer (docs/product.md, rule 9). Pure. */
import type { WhoHoldsWhatAnswer } from './answers.gen.ts';
import type { WebAnswer } from './web/from-answer.ts';

export function gapsOf(web: WebAnswer, holdings: WhoHoldsWhatAnswer['whoHoldsWhat'] | null): string[] {
  const { subject } = web;
  const parents = web.ties.filter(({ to, tie }) => tie.kind === 'PARENT_OF' && to === subject.id);
  const people = web.people.map((row) => row.person);
  return [
    ...(parents.length === 0
      ? [`No parent of ${subject.name} is recorded.`]
      : parents.length === 1
        ? [`Only one parent of ${subject.name} is recorded.`]
        : []),
    ...people
      .filter(
        (p) =>
          !p.deceased &&
          !p.unborn &&
          !web.stays.some((s) => s.person === p.id && s.inForce && s.pattern !== 'visits' && s.pattern !== 'excluded') &&
          otherHomes(web, p.id) === 0,
      )
      .map((p) => `${p.name}: no home recorded on that day.`),
    ...people.filter((p) => p.born === null && !p.unborn).map((p) => `${p.name}: no date of birth recorded.`),
    ...people.filter((p) => p.placeholder).map((p) => `${p.name}: nobody could say who this is.`),
    ...web.homes.filter((home) => home.ofSubject && home.address === null).map((home) => `${home.name}: no address held.`),
    ...(holdings?.agencies ?? [])
      .filter((one) => one.answer === 'could not be reached')
      .map((one) => `${one.agency.name}: asked, and no answer came.`),
    ...(holdings?.agencies ?? []).filter((one) => one.answer === 'not checked').map((one) => `${one.agency.name}: not checked.`),
  ];
}

function otherHomes(web: WebAnswer, person: string): number {
  return web.people.find((row) => row.person.id === person)?.otherHomes ?? 0;
}
