/** What a picture says of itself, beside it, in it for a screen reader, and on every copy of it. Pure. */
import type { Grounds } from '../answers.gen.ts';
import { sayDay } from '../days.ts';
import { count, listed } from '../words.ts';
import { fatesOf, notDrawnSays } from './account.ts';
import { bothFatesOf, countsSay, differencesSay, notMarkedSays } from './both-account.ts';
import type { BothStates } from './both-states.ts';
import { webFromAnswer } from './from-answer.ts';
import type { WebAnswer } from './from-answer.ts';
import type { Scene } from './scene.ts';
import { sentencesFor } from './sentence.ts';
import type { Web } from './web-model.ts';

export interface Caption {
  /** Printed above a copy. */
  title: string;
  /** Name of the picture on the page, where its title would say a name. */
  name: string;
  key: string;
  /** Day, or days, a line for each setting. */
  settings: readonly string[];
  says: readonly { words: string; strong: boolean }[];
  /** What the list has and the picture has not; empty: nothing. */
  missing: string;
  /** What more is said of a person or a home, by the key of its target. */
  named: ReadonlyMap<string, string>;
  /** Name of a file, without its ending; nobody's name is in it. */
  file: string;
}

export function captionOf(answer: WebAnswer, web: Web, scene: Scene): Caption {
  const day = sayDay(answer.grounds.asAt);
  return {
    title: `Web of households: ${answer.subject.name}`,
    name: 'Picture of the web',
    key: `Key to the picture, as at ${day}`,
    settings: [`As at ${day}`],
    says: [...sentencesFor(web), ...withheldSays(answer.grounds)],
    missing: notDrawnSays(fatesOf(answer, scene)),
    named: new Map(),
    file: `kith-web-${answer.grounds.asAt}`,
  };
}

/** The picture of two settings is told as the second, with how the first differs. */
export function captionOfBoth(before: WebAnswer, after: WebAnswer, both: BothStates, scene: Scene): Caption {
  const [first, second] = [before.grounds, after.grounds];
  const fates = bothFatesOf(both, scene);
  const plain = (words: string) => ({ words, strong: false });
  return {
    title: `Web of households in two settings: ${after.subject.name}`,
    name: 'Picture of both settings',
    key: 'Key to the picture of both settings',
    settings: [`First setting: ${settingSays(first)}`, `Second setting: ${settingSays(second)}`],
    says: [
      plain(countsSay(both, fates)),
      plain(askedSays(first, second)),
      plain('In the second setting:'),
      ...sentencesFor(webFromAnswer(after)),
      plain('Symbols, ages and agencies are as in the second setting; of whoever is only in the first, as there.'),
      ...[first, second].flatMap(withheldSays).filter(({ words }, i, all) => all.findIndex((one) => one.words === words) === i),
    ],
    missing: notMarkedSays(fates),
    named: differencesSay(both),
    file: `kith-compare-days-${first.asAt}-held-${first.heldOn}-with-${second.asAt}-held-${second.heldOn}`,
  };
}

const settingSays = ({ asAt, heldOn }: Grounds): string => `as at ${sayDay(asAt)}, held by the end of ${sayDay(heldOn)}`;

function askedSays(first: Grounds, second: Grounds): string {
  const [before, after] = [agenciesSay(first), agenciesSay(second)];
  return before === after ? `Asked in both: ${after}.` : `Asked in the first setting: ${before}. Asked in the second: ${after}.`;
}

function agenciesSay({ heldBy, notAsked }: Grounds): string {
  const names = (agencies: Grounds['heldBy']) => listed(agencies.map(({ name }) => name));
  if (heldBy.length === 0) return 'no agency';
  if (notAsked.length === 0) return `all agencies known here (${heldBy.length})`;
  return heldBy.length <= notAsked.length ? names(heldBy) : `${count(heldBy.length, 'agency', 'agencies')}, all but ${names(notAsked)}`;
}

/** Under a seal nothing is drawn, ever; where it may be said whom to ask, it goes wherever the picture goes. */
function withheldSays({ withheld }: Grounds): { words: string; strong: boolean }[] {
  return withheld.kind === 'ASK' ? [{ words: withheld.says, strong: true }] : [];
}
