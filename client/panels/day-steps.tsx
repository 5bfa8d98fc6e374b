/** From the day asked about to another: a day earlier or later, or to the day on which the web is another one. */
import { useState } from 'react';
import { go } from '../address.ts';
import type { PagePath } from '../address.ts';
import { ask, Trouble } from '../ask.ts';
import { dayFrom, sayDay } from '../days.ts';
import type { View } from '../fragment.ts';
import { Button } from '../govuk/buttons.tsx';
import { useSession } from '../session.tsx';
import type { Variables } from '../ask.ts';

interface Props {
  page: PagePath;
  view: View;
  /** The day now shown. */
  shown: string;
}

export function DaySteps({ page, view, shown }: Props) {
  return (
    <div className="kith-days">
      <Button kind="secondary" onClick={() => go(page, { ...view, asAt: dayFrom(shown, -1) })}>
        A day earlier
      </Button>
      <Button kind="secondary" onClick={() => go(page, { ...view, asAt: dayFrom(shown, 1) })}>
        A day later
      </Button>
    </div>
  );
}

/** The server is asked for the nearest day on which its answer differs; nothing is guessed from what is on the page. */
export function ChangeSteps({ page, view, shown, person, variables }: Props & { person: string; variables: Variables }) {
  const { lost } = useSession();
  const [looking, setLooking] = useState(false);
  const [says, setSays] = useState('');

  async function look(towards: 'previous' | 'next') {
    if (looking) return;
    setLooking(true);
    setSays(`Looking for the ${towards} change …`);
    try {
      const { changeDays } = await ask('change-days', { ...variables, person, asAt: shown }, new AbortController().signal);
      const day = changeDays[towards];
      if (day !== null) go(page, { ...view, asAt: day });
      setSays(
        day !== null
          ? `Now ${sayDay(day)}.`
          : towards === 'previous'
            ? `No other state before ${sayDay(shown)} is recorded in what was searched.`
            : `No change after ${sayDay(shown)} is recorded in what was searched.`,
      );
    } catch (error) {
      const trouble = error instanceof Trouble ? error : new Trouble('BUG', 'Something went wrong in the page.');
      if (trouble.code === 'NOT_SIGNED_IN' || trouble.code === 'REASON_REQUIRED') lost();
      setSays('The day could not be found. Try again, or choose a day.');
    } finally {
      setLooking(false);
    }
  }

  return (
    <div className="kith-days">
      <Button kind="secondary" disabled={looking} onClick={() => void look('previous')}>
        Previous change
      </Button>
      <Button kind="secondary" disabled={looking} onClick={() => void look('next')}>
        Next change
      </Button>
      <p className="govuk-body-s kith-tight" role="status">
        {says}
      </p>
    </div>
  );
}
