/** What is recorded of the person, home, agency, group or fact the reader chose. */
import { useEffect, useRef } from 'react';
import type { View } from '../fragment.ts';
import { Button } from '../govuk/buttons.tsx';
import type { Props } from './picked-parts.tsx';
import { PersonFacts } from './picked-person.tsx';
import { AgencyFacts, FactFacts, GroupFacts, HomeFacts } from './picked-things.tsx';

export function Picked({ web, view, page, onPick }: Props) {
  const box = useRef<HTMLElement>(null);
  const { pick } = view;
  const key = pick === null ? '' : `${pick.kind} ${pick.id}`;
  // Where the reader was when they chose: focus goes back there.
  const from = useRef<{ part: string; key: string } | null>(null);
  useEffect(() => {
    if (key === '') {
      const back = from.current;
      from.current = null;
      if (back) backTo(back);
      return;
    }
    const was = document.activeElement?.closest<HTMLElement>('[data-part]');
    if (was?.dataset['part'] && was.dataset['key']) from.current = { part: was.dataset['part'], key: was.dataset['key'] };
    // On the first page of a link nobody chose anything yet, and the heading of the page comes first.
    if (was) box.current?.querySelector('h2')?.focus();
  }, [key]);
  if (pick === null) return null;
  return (
    <section
      className="kith-panel"
      ref={box}
      aria-labelledby="picked"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onPick(null);
      }}
    >
      <Content web={web} view={view} page={page} onPick={onPick} pick={pick} />
      <Button kind="secondary" onClick={() => onPick(null)}>
        Close
      </Button>
    </section>
  );
}

function backTo({ part, key }: { part: string; key: string }): void {
  const place = [...document.querySelectorAll<HTMLElement>(`[data-part="${part}"]`)].find((one) => one.dataset['key'] === key);
  (place instanceof HTMLButtonElement ? place : place?.querySelector('button'))?.focus();
}

function Content({ web, view, page, onPick, pick }: Props & { pick: NonNullable<View['pick']> }) {
  switch (pick.kind) {
    case 'person':
      return <PersonFacts web={web} view={view} page={page} onPick={onPick} id={pick.id} />;
    case 'home':
      return <HomeFacts web={web} view={view} page={page} onPick={onPick} id={pick.id} />;
    case 'agency':
      return <AgencyFacts web={web} onPick={onPick} id={pick.id} />;
    case 'organisation':
      return <GroupFacts web={web} id={pick.id} />;
    case 'fact':
      return <FactFacts web={web} view={view} page={page} id={pick.id} />;
  }
}
