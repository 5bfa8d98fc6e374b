import type { WhoHoldsWhatAnswer } from '../answers.gen.ts';
import { gapsOf } from '../gaps.ts';
import type { WebAnswer } from '../web/from-answer.ts';

export function Gaps({ web, holdings }: { web: WebAnswer; holdings: WhoHoldsWhatAnswer['whoHoldsWhat'] | null }) {
  const gaps = gapsOf(web, holdings);
  if (gaps.length === 0)
    return (
      <p className="govuk-body">
        None of the gaps Kith looks for: parents, homes, addresses, dates of birth, people nobody could name, agencies not reached.
      </p>
    );
  return (
    <ul className="govuk-list govuk-list--bullet">
      {gaps.map((gap) => (
        <li key={gap}>{gap}</li>
      ))}
    </ul>
  );
}
