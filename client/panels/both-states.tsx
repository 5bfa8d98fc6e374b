/** The picture of two settings: both webs asked for, drawn as one, with what differs of whoever is chosen in words. */
import { useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import { addressOf, go } from '../address.ts';
import type { CompareDaysAnswer, WebOfPersonAnswer } from '../answers.gen.ts';
import type { View } from '../fragment.ts';
import { Button } from '../govuk/buttons.tsx';
import { Inset } from '../govuk/text.tsx';
import { together, useAnswer } from '../use-answer.ts';
import type { Asked } from '../use-answer.ts';
import { keysOf } from '../web/both-account.ts';
import { bothStates } from '../web/both-states.ts';
import type { BothStates } from '../web/both-states.ts';
import { captionOfBoth } from '../web/caption.ts';
import type { WebAnswer } from '../web/from-answer.ts';
import type { Scene } from '../web/scene.ts';
import { count } from '../words.ts';
import { AskedFor } from './asked.tsx';
import { Drawn } from './drawn.tsx';
import { EVERYBODY, variablesOf } from './question-form.tsx';

type Changes = CompareDaysAnswer['compareDays'];
type BothWebs = readonly [WebOfPersonAnswer, WebOfPersonAnswer];

/** What both webs are asked with; null where there is no picture to see. Asked beside the lists, so that it does not come after them. */
export function useBothWebs(view: View, child: string, shown: boolean): Asked<BothWebs> {
  const second = { person: child, ...variablesOf(view), first: EVERYBODY };
  const first = {
    ...second,
    asAt: view.beforeAsAt ?? view.asAt,
    heldOn: view.beforeHeldOn ?? view.heldOn,
    heldBy: view.beforeHeldBy ?? view.heldBy,
  };
  return together(useAnswer('web-of-person', shown ? first : null), useAnswer('web-of-person', shown ? second : null));
}

/** `answer`: what the lists were made from; the picture is of the same two settings and the same state of the records. */
export function BothStatesPicture({ view, answer, asked, shown }: { view: View; answer: Changes; asked: Asked<BothWebs>; shown: boolean }) {
  const alone = view.sheet === 'picture';
  return (
    <section className={alone ? 'kith-web-alone' : undefined} aria-labelledby="picture">
      <h2 className="govuk-heading-m" id="picture">
        Picture of both settings
      </h2>
      <p className="govuk-body">
        <Link className="govuk-link" href={addressOf('/compare-days', { ...view, sheet: alone ? null : 'picture' })}>
          {alone ? 'Lists and picture' : 'Picture on a page of its own'}
        </Link>
      </p>
      {shown ? (
        <AskedFor asked={asked} what="who is around this person in both settings">
          {([before, after]) => <SameRecords before={before.webOfPerson} after={after.webOfPerson} view={view} answer={answer} />}
        </AskedFor>
      ) : null}
    </section>
  );
}

interface Props {
  before: WebAnswer;
  after: WebAnswer;
  view: View;
  answer: Changes;
}

function SameRecords(props: Props) {
  const revisions = new Set([props.before, props.after, props.answer].map(({ grounds }) => grounds.revision));
  if (revisions.size === 1) return <Both {...props} />;
  return (
    <div role="alert">
      <p className="govuk-body">Records were loaded while this was asked. Lists and picture would not be of the same ones.</p>
      <Button kind="secondary" onClick={() => location.reload()}>
        Load this page again
      </Button>
    </div>
  );
}

function Both({ before, after, view, answer }: Props) {
  const both = useMemo(() => bothStates(before, after), [before, after]);
  const caption = useCallback((scene: Scene) => captionOfBoth(before, after, both, scene), [before, after, both]);
  const onPick = (pick: View['pick']) => go('/compare-days', { ...view, pick });
  return (
    <>
      <Chosen both={both} pick={view.pick} answer={answer} onClose={() => onPick(null)} />
      <Drawn
        answer={both.answer}
        web={both.web}
        captionOf={caption}
        instead="The lists hold every difference"
        picked={view.pick}
        onPick={onPick}
      />
    </>
  );
}

/** What differs of the person or home chosen in the picture: the same rows as in the lists. */
function Chosen({ both, pick, answer, onClose }: { both: BothStates; pick: View['pick']; answer: Changes; onClose: () => void }) {
  const key = pick === null ? '' : `${pick.kind} ${pick.id}`;
  const ids = new Set(both.differences.filter((one) => keysOf(one).includes(key)).map(({ id }) => id));
  const rows = answer.changes.filter(({ what, id }) => ids.has(`${what} ${id}`));
  const name =
    both.answer.people.find(({ person }) => `person ${person.id}` === key)?.person.name ??
    both.answer.homes.find(({ id }) => `home ${id}` === key)?.name;
  return (
    <div role="status">
      {name === undefined ? null : (
        <Inset>
          <p className="govuk-body">
            <strong>{name}</strong>: {rows.length === 0 ? 'nothing differs between the settings.' : count(rows.length, 'difference') + '.'}
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {rows.map(({ what, id, says }) => (
              <li key={`${what} ${id}`}>{says}</li>
            ))}
          </ul>
          <Button kind="secondary" onClick={onClose}>
            Close
          </Button>
        </Inset>
      )}
    </div>
  );
}
