/** GOV.UK's documented HTML for things that are filled in. An error names its field; the summary lists all and takes the focus. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { DayParts } from '../days.ts';

export interface FormError {
  id: string;
  text: string;
}

export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null);
  // A new list of errors takes the focus again, even when the words are the same.
  useEffect(() => box.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="govuk-error-summary" tabIndex={-1} ref={box}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ id, text }) => (
              <li key={id + text}>
                {/* The fragment of the address is the view, so the link moves the focus itself. */}
                <a
                  href={`#${id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(id)?.focus();
                  }}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

interface Field {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

function describedBy({ id, hint, error }: Omit<Field, 'label'>): string | undefined {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter((one) => one !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Notes({ id, hint, error }: Omit<Field, 'label'>) {
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

export function TextField({
  value,
  onChange,
  width,
  type = 'text',
  autoComplete = 'off',
  ...field
}: Field & {
  value: string;
  onChange: (value: string) => void;
  width?: 5 | 10 | 20;
  type?: 'text' | 'password';
  autoComplete?: string;
}) {
  const { id, label, error } = field;
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <Notes {...field} />
      <input
        className={`govuk-input${width ? ` govuk-input--width-${width}` : ''}${error ? ' govuk-input--error' : ''}`}
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete={autoComplete}
        spellCheck={false}
        autoCapitalize="none"
        aria-describedby={describedBy(field)}
      />
    </div>
  );
}

export function DayField({ value, onChange, ...field }: Field & { value: DayParts; onChange: (value: DayParts) => void }) {
  const { id, label, error } = field;
  const parts = [
    ['day', 'Day', 2],
    ['month', 'Month', 2],
    ['year', 'Year', 4],
  ] as const;
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" role="group" aria-describedby={describedBy(field)}>
        <legend className="govuk-fieldset__legend">{label}</legend>
        <Notes {...field} />
        <div className="govuk-date-input">
          {parts.map(([part, words, width]) => (
            <div className="govuk-date-input__item" key={part}>
              <div className="govuk-form-group">
                <label className="govuk-label govuk-date-input__label" htmlFor={part === 'day' ? id : `${id}-${part}`}>
                  {words}
                </label>
                <input
                  className={`govuk-input govuk-date-input__input govuk-input--width-${width}${error ? ' govuk-input--error' : ''}`}
                  id={part === 'day' ? id : `${id}-${part}`}
                  type="text"
                  inputMode="numeric"
                  autoComplete="off"
                  value={value[part]}
                  onChange={(event) => onChange({ ...value, [part]: event.target.value })}
                />
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

export function SelectField({
  value,
  onChange,
  options,
  ...field
}: Field & {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; words: string }[];
}) {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={field.id}>
        {field.label}
      </label>
      <Notes {...field} />
      <select
        className="govuk-select"
        id={field.id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={describedBy(field)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Choices({
  type,
  value,
  onChange,
  options,
  small,
  ...field
}: Field & {
  type: 'radios' | 'checkboxes';
  value: readonly string[];
  onChange: (value: string[]) => void;
  small?: boolean;
  options: readonly { value: string; words: string; hint?: string }[];
}) {
  const { id, label, error } = field;
  const toggled = (one: string) => (value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(field)}>
        <legend className="govuk-fieldset__legend">{label}</legend>
        <Notes {...field} />
        <div className={`govuk-${type}${small ? ` govuk-${type}--small` : ''}`}>
          {options.map((option, i) => {
            const own = i === 0 ? id : `${id}-${i}`;
            return (
              <div className={`govuk-${type}__item`} key={option.value}>
                <input
                  className={`govuk-${type}__input`}
                  id={own}
                  name={id}
                  type={type === 'radios' ? 'radio' : 'checkbox'}
                  value={option.value}
                  checked={value.includes(option.value)}
                  onChange={() => onChange(type === 'radios' ? [option.value] : toggled(option.value))}
                  aria-describedby={option.hint === undefined ? undefined : `${own}-hint`}
                />
                <label className={`govuk-label govuk-${type}__label`} htmlFor={own}>
                  {option.words}
                </label>
                {option.hint === undefined ? null : (
                  <div id={`${own}-hint`} className={`govuk-hint govuk-${type}__hint`}>
                    {option.hint}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

export function Button({
  children,
  onClick,
  kind,
  type = 'button',
  disabled,
}: {
  children: ReactNode;
  onClick?: () => void;
  kind?: 'secondary' | 'inverse';
  type?: 'button' | 'submit';
  disabled?: boolean;
}) {
  return (
    <button type={type} className={`govuk-button${kind ? ` govuk-button--${kind}` : ''}`} onClick={onClick} disabled={disabled}>
      {children}
    </button>
  );
}

/** A button that reads as a link: it does something on this page and goes nowhere. */
export function LinkButton({
  children,
  onClick,
  pressed,
  id,
}: {
  children: ReactNode;
  onClick: () => void;
  pressed?: boolean;
  id?: string;
}) {
  return (
    <button type="button" className="kith-link" onClick={onClick} aria-pressed={pressed} id={id}>
      {children}
    </button>
  );
}
