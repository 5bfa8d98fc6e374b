/** GOV.UK's documented HTML for things that are read. */
import { useId } from 'react';
import type { ReactNode } from 'react';

export function Tag({
  children,
  colour,
}: {
  children: ReactNode;
  colour?: 'grey' | 'blue' | 'purple' | 'yellow' | 'orange' | 'turquoise';
}) {
  return <strong className={`govuk-tag${colour ? ` govuk-tag--${colour}` : ''}`}>{children}</strong>;
}

export function Inset({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}

export function Warning({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span> {children}
      </strong>
    </div>
  );
}

export function Details({ summary, children, open }: { summary: string; children: ReactNode; open?: boolean }) {
  return (
    <details className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}

/** Something the reader must see on this page before anything else. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className="govuk-notification-banner" role="region" aria-labelledby={id}>
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={id}>
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">{children}</div>
    </div>
  );
}

export function SummaryList({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="govuk-summary-list">
      {rows.map(([name, value]) => (
        <div className="govuk-summary-list__row" key={name}>
          <dt className="govuk-summary-list__key">{name}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface TableRow {
  key: string;
  cells: readonly ReactNode[];
}

/** The first cell of a row names the row. On a narrow screen the table scrolls inside a region that the keyboard can reach. */
export function Table({
  caption,
  heads,
  rows,
  hideCaption,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly TableRow[];
  hideCaption?: boolean;
}) {
  return (
    <div className="kith-scroll" role="region" aria-label={`Table: ${caption}`} tabIndex={0}>
      <table className="govuk-table kith-table">
        <caption className={hideCaption ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s'}>{caption}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {heads.map((head) => (
              <th key={head} scope="col" className="govuk-table__header">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map(({ key, cells }) => (
            <tr className="govuk-table__row" key={key}>
              {cells.map((cell, i) =>
                i === 0 ? (
                  <th key={heads[i]} scope="row" className="govuk-table__header">
                    {cell}
                  </th>
                ) : (
                  <td key={heads[i]} className="govuk-table__cell" data-head={heads[i]}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
