/** GOV.UK's documented HTML for what is typed or picked from a list: text, several lines, a day, one of many. */
import type { DayParts } from '../days.ts';
import { describedBy, Notes } from './field.tsx';
import type { Field } from './field.tsx';

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

/** Several lines. */
export function LongTextField({
  value,
  onChange,
  rows = 5,
  ...field
}: Field & { value: string; onChange: (value: string) => void; rows?: number }) {
  const { id, label, error } = field;
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <Notes {...field} />
      <textarea
        className={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        id={id}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
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
