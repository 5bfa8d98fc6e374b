/** Instead of a picture nobody could read: what the list holds, counted. */
import { SummaryList } from '../govuk/text.tsx';
import type { WebAnswer } from '../web/from-answer.ts';
import { count } from '../words.ts';

export function TooLarge({ web, instead }: { web: WebAnswer; instead: string }) {
  const steps = [...new Set(web.people.map((one) => one.steps))].sort((a, b) => a - b).filter((step) => step > 0);
  return (
    <>
      <p className="govuk-body">
        More than can be drawn so that anybody could read it. {instead}; ask with fewer steps, fewer kinds of tie or a shorter time for a
        picture.
      </p>
      <SummaryList
        rows={[
          ...steps.map(
            (step) =>
              [`${count(step, 'step')} away`, count(web.people.filter((one) => one.steps === step).length, 'person', 'people')] as const,
          ),
          ['Homes', String(web.homes.length)],
          ['Groups, schools and work', String(web.organisations.length)],
          ['Agencies with a record', String(web.agencies.length)],
          ['Ties', String(web.ties.length)],
          ['Stays', String(web.stays.length)],
        ]}
      />
    </>
  );
}
