/** GOV.UK's buttons, and one that reads as a link. */
import type { ReactNode } from 'react';

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
