/** How an answer was reached: every answer carries it (docs/questions.md). */
import type { Day } from '../ledger/versions.ts';
import { daySays } from '../words/dates-say.ts';
import { groundsSay } from '../words/grounds-say.ts';
import { shortName } from './agency-names.ts';
import type { Agency, Asking } from './asking.ts';
import { agencyTold } from './evidence-told.ts';

export type Grounds = {
  asAt: Day;
  since: Day | null;
  heldOn: Day;
  heldBy: Agency[];
  notAsked: Agency[];
  within: number | null;
  without: string[];
  freshness: { agency: Agency; lastLoad: Day | null; from: Day | null; to: Day | null; says: string }[];
  withheld: { kind: 'CANNOT_SAY' | 'ASK'; ask: Agency[]; says: string };
  revision: number;
  says: string;
};

/**
 * `found`: what was found, as the beginning of a sentence ("No person of concern is recorded within 2
 * steps of Connor"); `nothing`: nothing was. `within` null: a question without steps. `period`: in place of
 * the days ties were followed over, for a question that follows none.
 */
export function groundsOf(
  asking: Asking,
  found: string,
  nothing: boolean,
  within: number | null = asking.common.within,
  period: string | null = null,
): Grounds {
  const { asAt, since, heldOn, heldBy, without } = asking.common;
  const notAsked = [...asking.agencies.keys()].filter((agency) => !heldBy.includes(agency));
  return {
    asAt,
    since,
    heldOn,
    within,
    without: [...without],
    revision: asking.revision,
    heldBy: heldBy.map((agency) => agencyTold(asking, agency)),
    notAsked: notAsked.map((agency) => agencyTold(asking, agency)),
    freshness: heldBy.map((agency) => {
      const { first = null, last = null, lastLoad = null } = asking.agencies.get(agency) ?? {};
      const says =
        first === null || last === null
          ? 'nothing loaded'
          : `records held from ${daySays(first)} to ${daySays(last)}${lastLoad === null ? '' : `, last loaded ${daySays(lastLoad)}`}`;
      return { agency: agencyTold(asking, agency), lastLoad, from: first, to: last, says };
    }),
    withheld: { kind: 'CANNOT_SAY', ask: [], says: 'Records you may not see could change this.' },
    says: groundsSay({
      found,
      nothing,
      period,
      asAt,
      since,
      heldOn,
      heldBy: heldBy.map((agency) => shortName(asking, agency)),
      notAsked: notAsked.map((agency) => asking.agencies.get(agency)?.name ?? agency),
      without: without.length,
    }),
  };
}
