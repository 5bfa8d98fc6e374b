/** The seals one may know of, and how one is made. */
import type { SealShown } from '../../server/access/oversight/seals-shown.ts';
import { Details, Table } from '../govuk/text.tsx';
import { useLook } from '../use-answer.ts';
import { count, listed } from '../words.ts';
import { AskedFor } from './asked.tsx';

const NOTHING = {};

export function Seals() {
  const asked = useLook('seals', NOTHING);
  return (
    <AskedFor asked={asked} what="which seals there are">
      {({ seals, revision }) => (
        <>
          <p className="govuk-body" role="status">
            {seals.length === 0
              ? 'There is no seal that you may know of.'
              : `${count(seals.length, 'seal')} that you may know of, at revision ${revision}.`}
          </p>
          {seals.length === 0 ? null : (
            <Table
              caption="Seals"
              hideCaption
              heads={['Seal', 'Now', 'Covers', 'Opens to', 'Shut out', 'Custodian', 'Holds', 'Policy', 'Loaded with revision']}
              rows={seals.map((seal) => ({ key: seal.id, cells: cellsOf(seal) }))}
            />
          )}
          <Details summary="How a seal is made or ended">
            <p className="govuk-body">
              A seal is a record of the ledger, and records are never changed. Whoever runs Kith loads it with a case file (
              <kbd>kith load</kbd>), by itself or together with what it covers. Loading it again with another end is refused: give the end
              when it is made, and load a further seal when it has to go on. Whom it opens to is tested against users, roles and agencies as
              they are on the day of asking.
            </p>
          </Details>
        </>
      )}
    </AskedFor>
  );
}

function cellsOf(seal: SealShown) {
  return [
    <>
      {seal.label}
      <span className="govuk-body-s kith-block">{seal.id}</span>
    </>,
    seal.state,
    <>
      {seal.covers}
      {seal.ids === null ? (
        <span className="govuk-body-s kith-block">shut to you, so without their ids</span>
      ) : (
        <span className="govuk-body-s kith-block">{listed(seal.ids)}</span>
      )}
    </>,
    seal.opens,
    seal.excludes.length === 0 ? 'nobody' : listed(seal.excludes),
    seal.custodian,
    seal.period,
    seal.policy,
    String(seal.added),
  ];
}
