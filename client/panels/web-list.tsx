/** The web as a list: home, its people, and each of their stays, ties and parts once. */
import { useMemo, useState } from 'react';
import type { View } from '../fragment.ts';
import { LinkButton } from '../govuk/buttons.tsx';
import { TextField } from '../govuk/fields.tsx';
import { Tag } from '../govuk/text.tsx';
import type { WebAnswer } from '../web/from-answer.ts';
import { filtered, listOf, rowsOf, saysOf } from '../web/list.ts';
import type { ListedHome, ListedPerson, Row } from '../web/list.ts';
import { count, listed, STANDING_SHORT } from '../words.ts';

interface Props {
  web: WebAnswer;
  picked: View['pick'];
  onPick: (pick: View['pick']) => void;
}

export function WebList({ web, picked, onPick }: Props) {
  const [typed, setTyped] = useState('');
  const homes = useMemo(() => listOf(web), [web]);
  const shown = useMemo(() => filtered(homes, typed), [homes, typed]);
  const all = rowsOf(homes).length;
  const left = rowsOf(shown).length;
  return (
    <div className="kith-list">
      <TextField
        id="filter"
        label="Find in this list"
        hint="Hides rows here only. It changes neither the question nor the picture."
        value={typed}
        onChange={setTyped}
      />
      <p className="govuk-body-s" role="status">
        {typed.trim() === ''
          ? `${count(web.people.length, 'person', 'people')}, ${count(web.homes.length, 'home')}, ${count(all, 'fact')}`
          : `${left} of ${count(all, 'fact')} shown`}
      </p>
      {shown.map((home) => (
        <HomePart key={home.home?.id ?? ''} home={home} web={web} picked={picked} onPick={onPick} open={typed.trim() !== ''} />
      ))}
      {shown.length === 0 ? <p className="govuk-body">Nothing in this list holds what you typed.</p> : null}
    </div>
  );
}

function HomePart({ home: { home, people }, web, picked, onPick, open }: { home: ListedHome; open: boolean } & Props) {
  return (
    <section className="kith-list-home" aria-label={home?.name ?? 'No home recorded'}>
      <h3 className="govuk-heading-s kith-tight">
        {home === null ? (
          'No home recorded on that day'
        ) : (
          <PickButton kind="home" id={home.id} picked={picked} onPick={onPick}>
            {home.name}
          </PickButton>
        )}{' '}
        <span className="kith-quiet">({people.length})</span>
        {home?.ofSubject ? (
          <>
            {' '}
            <Tag colour="blue">{web.subject.child ? 'home of this child' : 'their home'}</Tag>
          </>
        ) : null}
      </h3>
      <ul className="govuk-list kith-people">
        {people.map((one) => (
          <PersonPart key={one.person.person.id} listedPerson={one} web={web} picked={picked} onPick={onPick} open={open} />
        ))}
      </ul>
    </section>
  );
}

function PersonPart({
  listedPerson: {
    person: { person, toSubject, concerns, otherHomes },
    rows,
    restWith,
  },
  web,
  picked,
  onPick,
  open,
}: { listedPerson: ListedPerson; open: boolean } & Props) {
  const stays = rows.filter((row) => row.kind === 'stay');
  const others = rows.filter((row) => row.kind !== 'stay');
  const ties = others.filter((row) => row.kind === 'tie').length;
  const rest =
    restWith.home !== null
      ? `More is listed under ${web.homes.find((home) => home.id === restWith.home)?.name ?? 'another home'}.`
      : restWith.people.length > 0
        ? `Ties with ${listed(restWith.people)} are listed there.`
        : '';
  return (
    <li>
      <p className="govuk-body kith-tight">
        <PickButton kind="person" id={person.id} picked={picked} onPick={onPick}>
          {person.name}
        </PickButton>
        , {person.age}
        {toSubject.length > 0 ? `, ${listed(toSubject)}` : ''}
        {person.id === web.subject.id ? (
          <>
            {' '}
            <Tag colour="blue">centre</Tag>
          </>
        ) : null}
        {concerns.length > 0 ? (
          <>
            {' '}
            <Tag colour="grey">risk marker</Tag>
          </>
        ) : null}
      </p>
      {stays.length > 0 ? <Rows rows={stays} picked={picked} onPick={onPick} /> : null}
      {others.length > 0 ? (
        <details className="kith-more" open={open || others.some((row) => picked?.kind === 'fact' && picked.id === row.id)}>
          <summary>
            {[
              ties > 0 ? count(ties, 'tie') : '',
              ties < others.length
                ? count(others.length - ties, 'part in groups, schools or work', 'parts in groups, schools and work')
                : '',
            ]
              .filter((words) => words !== '')
              .join(', ')}
          </summary>
          <Rows rows={others} picked={picked} onPick={onPick} />
        </details>
      ) : null}
      {otherHomes > 0 ? (
        <p className="govuk-body-s kith-tight kith-quiet">{count(otherHomes, 'other home')} of theirs not shown here.</p>
      ) : null}
      {rest === '' ? null : <p className="govuk-body-s kith-tight kith-quiet">{rest}</p>}
    </li>
  );
}

function Rows({ rows, ...pick }: { rows: readonly Row[] } & Omit<Props, 'web'>) {
  return (
    <ul className="govuk-list kith-rows">
      {rows.map((row) => (
        <RowPart key={`${row.kind} ${row.id}`} row={row} {...pick} />
      ))}
    </ul>
  );
}

function RowPart({ row, picked, onPick }: { row: Row } & Omit<Props, 'web'>) {
  const fact = row.kind === 'stay' ? row.stay : row.kind === 'tie' ? row.tie : row.role;
  return (
    <li className="govuk-body-s kith-tight" data-fact={row.id}>
      <PickButton kind="fact" id={row.id} picked={picked} onPick={onPick}>
        {saysOf(row)}
      </PickButton>{' '}
      <span className="kith-quiet">
        {STANDING_SHORT[fact.standing]}
        {fact.disputed ? ', disagreed' : ''}
        {fact.inForce ? '' : ', not in force on the day asked'}
        {row.kind === 'tie' && row.spells.length > 1
          ? `; ${count(row.spells.length - 1, 'other time or account', 'other times or accounts')}`
          : ''}
      </span>
    </li>
  );
}

export function PickButton({
  kind,
  id,
  picked,
  onPick,
  children,
}: { kind: NonNullable<View['pick']>['kind']; id: string; children: string } & Omit<Props, 'web'>) {
  const pressed = picked?.kind === kind && picked.id === id;
  return (
    <span data-part="list" data-key={`${kind} ${id}`}>
      <LinkButton pressed={pressed} onClick={() => onPick(pressed ? null : { kind, id })}>
        {children}
      </LinkButton>
    </span>
  );
}
