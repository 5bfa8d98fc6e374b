/** What every field of a form has: a label, and perhaps a hint and an error, which are read out with it. */
export interface Field {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

export function describedBy({ id, hint, error }: Omit<Field, 'label'>): string | undefined {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter((one) => one !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function Notes({ id, hint, error }: Omit<Field, 'label'>) {
  return (
    <>
      {hint === undefined ? null : (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
    </>
  );
}
