/** What is wrong with a form that was sent: gathered while its fields are read, said at each field and above them all. */
import { useState } from 'react';
import type { FormError } from './error-summary.tsx';

export interface FieldReading {
  wrong: (id: string, text: string) => void;
  /** The value of a field; null, and its message kept as what is wrong with the field, when reading it throws. */
  valueOf: <T>(id: string, read: () => T) => T | null;
}

export function useFormErrors() {
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  return {
    errors,
    errorOf: (id: string): string | undefined => errors.find((one) => one.id === id)?.text,
    /** What the fields say; undefined when anything is wrong with them, which is then shown in place of what was wrong before. */
    read<T>(fields: (reading: FieldReading) => T): T | undefined {
      const found: FormError[] = [];
      const wrong = (id: string, text: string): void => void found.push({ id, text });
      const said = fields({
        wrong,
        valueOf(id, read) {
          try {
            return read();
          } catch (error) {
            wrong(id, (error as Error).message);
            return null;
          }
        },
      });
      setErrors(found);
      return found.length > 0 ? undefined : said;
    },
    /** Shows what whoever the form was sent to found wrong. */
    show: (id: string, text: string): void => setErrors([{ id, text }]),
  };
}
