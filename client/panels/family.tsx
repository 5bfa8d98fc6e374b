import { Table } from '../govuk/text.tsx';
import { gatheredTies } from '../web/from-answer.ts';
import type { WebAnswer } from '../web/from-answer.ts';
import { StandingTag, TieSays } from './facts.tsx';
import { Details } from '../govuk/text.tsx';

/** What a sibling tie says of the parents it rests on. */
const SIBLING_FORMS: Readonly<Record<string, string>> = {
  full: 'full',
  half: 'half',
  step: 'step',
  adoptive: 'adoptive',
  foster: 'foster',
};

export function Siblings({ web }: { web: WebAnswer }) {
  const rows = gatheredTies(web).filter(
    ({ from, to, tie }) => tie.kind === 'SIBLING_OF' && (from === web.subject.id || to === web.subject.id),
  );
  if (rows.length === 0)
    return <p className="govuk-body">No brother or sister is recorded. Fewer than two recorded parents can hide half-siblings.</p>;
  const personOf = (id: string) => web.people.find((row) => row.person.id === id)?.person;
  return (
    <>
      <Table
        caption="Brothers and sisters"
        hideCaption
        heads={['Name', 'Age', 'Kind', 'Where they stay', 'How well founded']}
        rows={rows.map(({ from, to, tie }) => {
          const other = personOf(from === web.subject.id ? to : from);
          const homes = web.stays
            .filter((stay) => stay.person === other?.id && stay.inForce)
            .map((stay) => `${web.homes.find((home) => home.id === stay.home)?.name ?? 'a home'} (${stay.pattern})`);
          return {
            key: tie.id,
            cells: [
              other?.name ?? 'not shown',
              other?.age ?? '',
              SIBLING_FORMS[tie.form ?? ''] ?? 'full or half not known',
              homes.length === 0 ? 'not recorded' : homes.join('; '),
              <StandingTag key="standing" standing={tie.standing} disputed={tie.disputed} />,
            ],
          };
        })}
      />
      <Details summary="Sources for brothers and sisters">
        {rows
          .flatMap(({ spells }) => spells)
          .map((tie, at) => (
            <TieSays key={`${tie.id} ${at}`} tie={tie} />
          ))}
      </Details>
    </>
  );
}

export function Couples({ web }: { web: WebAnswer }) {
  const rows = web.ties.filter(({ tie }) => tie.kind === 'PARTNER_OF');
  if (rows.length === 0)
    return <p className="govuk-body">No partner or former partner of an adult within one step of this child is recorded.</p>;
  const nameOf = (id: string) => web.people.find((row) => row.person.id === id)?.person.name ?? 'not shown';
  const ended = (inForce: boolean) => (inForce ? 'now' : 'formerly');
  return (
    <>
      <Table
        caption="Partners and former partners"
        hideCaption
        heads={['Who', 'With', 'What is recorded', 'Now or formerly', 'How well founded']}
        rows={[...rows]
          .sort((a, b) => Number(b.tie.inForce) - Number(a.tie.inForce))
          .map(({ from, to, tie }, at) => ({
            key: `${tie.id} ${at}`,
            cells: [
              nameOf(from),
              nameOf(to),
              tie.says,
              ended(tie.inForce),
              <StandingTag key="standing" standing={tie.standing} disputed={tie.disputed} />,
            ],
          }))}
      />
      <Details summary="Sources for partners">
        {rows.map(({ tie }, at) => (
          <TieSays key={`${tie.id} ${at}`} tie={tie} />
        ))}
      </Details>
    </>
  );
}
