import { useState } from 'react';
import { addressOf, go } from '../address.ts';
import type { PagePath } from '../address.ts';
import type { Person } from '../answers.gen.ts';
import type { View } from '../fragment.ts';
import { Button, LinkButton } from '../govuk/buttons.tsx';
import { Choices } from '../govuk/choices.tsx';
import { Details } from '../govuk/text.tsx';
import { useAnswer } from '../use-answer.ts';
import { AskedFor } from './asked.tsx';

/** Whom the page is about, to leave out one by one, and to add to from among those around them. */
export function ChosenPeople({ page, view, people }: { page: PagePath; view: View; people: readonly Person[] }) {
  const [isOpen, setOpen] = useState(false);
  const without = (person: Person) => view.people.filter((id) => !person.records.includes(id));
  return (
    <section aria-labelledby="people">
      <h2 className="govuk-heading-s" id="people">
        People
      </h2>
      <ul className="govuk-list kith-chosen">
        {people.map((person) => (
          <li key={person.id}>
            {person.name}{' '}
            {people.length > 1 ? (
              <LinkButton onClick={() => go(page, { ...view, people: without(person), skip: null })}>
                Leave out<span className="govuk-visually-hidden"> {person.name}</span>
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ul>
      {isOpen ? (
        <Around page={page} view={view} known={people.flatMap(({ records }) => records)} />
      ) : (
        <p className="govuk-body">
          <LinkButton onClick={() => setOpen(true)}>Add people around them</LinkButton>
        </p>
      )}
    </section>
  );
}

function Around({ page, view, known }: { page: PagePath; view: View; known: readonly string[] }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { asAt, heldOn, heldBy } = view;
  const asked = useAnswer('web-of-person', { person: view.people[0], asAt, heldOn, heldBy, within: 2 });
  return (
    <AskedFor asked={asked} what="who is around them">
      {({ webOfPerson }) => {
        const others = webOfPerson.people.filter(({ person }) => !known.includes(person.id));
        if (others.length === 0) return <p className="govuk-body">Nobody else is recorded within 2 steps of {webOfPerson.subject.name}.</p>;
        return (
          <Details summary={`People within 2 steps of ${webOfPerson.subject.name}`} open>
            <Choices
              type="checkboxes"
              small
              id="add"
              label="Add to this page"
              value={chosen}
              onChange={setChosen}
              options={others.map(({ person, toSubject }) => ({
                value: person.id,
                words: toSubject.length === 0 ? person.name : `${person.name} (${toSubject.join(', ')})`,
              }))}
            />
            <Button onClick={() => chosen.length > 0 && go(page, { ...view, people: [...view.people, ...chosen], skip: null })}>
              Add those chosen
            </Button>
          </Details>
        );
      }}
    </AskedFor>
  );
}

/** The way from the page of one person, or two, to what happened around them. */
export const chronologyAddress = ({ asAt, heldOn, heldBy }: View, people: readonly string[]): string =>
  addressOf('/chronology', { people, asAt, heldOn, heldBy });
