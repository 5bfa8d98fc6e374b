import { useState } from 'react';
import { file } from '../ask.ts';
import type { QuestionName, Variables } from '../ask.ts';
import { Button } from '../govuk/buttons.tsx';
import { saveAs } from '../web/download.ts';

interface Props {
  question: QuestionName;
  variables: Variables;
  day: string;
  /** A sentence, after a blank: which part of the whole the file has, where it is one. */
  part?: string;
}

/** The answer as a file. Its name says the question and the day, and nobody's name. */
export function TakeAlong({ question, variables, day, part = '' }: Props) {
  const [said, setSaid] = useState('');
  const take = async (format: 'docx' | 'csv') => {
    setSaid('Making the file …');
    try {
      saveAs(await file(question, variables, format), `kith-${question}-${day}.${format}`);
      setSaid(`The file was made.${part} The same question at the same state of the records makes the same file.`);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : 'The file could not be made.');
    }
  };
  return (
    <div className="kith-take-along">
      <div className="kith-question-go">
        <Button kind="secondary" onClick={() => void take('docx')}>
          Word document
        </Button>
        <Button kind="secondary" onClick={() => void take('csv')}>
          Table (CSV)
        </Button>
      </div>
      <p className="govuk-body-s" role="status">
        {said}
      </p>
    </div>
  );
}
