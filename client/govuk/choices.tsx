/** GOV.UK's radios and checkboxes. */
import { describedBy, Notes } from './field.tsx';
import type { Field } from './field.tsx';

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
