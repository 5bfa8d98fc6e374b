/** Whom to tell about a child, and which of them hold the route already, in words. Pure. */
import { andList } from './route-says.ts';

/** WHOLE: alone it holds a whole route and the fact of concern; PART: some step of it; NONE; NOT_ASKED: its records were not searched. */
export const HOLDS = ['WHOLE', 'PART', 'NONE', 'NOT_ASKED'] as const;
export type Holds = (typeof HOLDS)[number];

export type ToTellSaid = {
  child: string;
  subject: string;
  areas: readonly string[];
  agencies: readonly { name: string; holds: Holds }[];
};

/** "Area 1 is responsible for Child A. Of who works with Child A or with who looks after them, School holds a whole route ...". */
export function toTellSays({ child, subject, areas, agencies }: ToTellSaid): string {
  const where =
    areas.length === 0
      ? `No responsible area is recorded for ${child} on that day.`
      : `${capital(andList(areas))} ${areas.length === 1 ? 'is' : 'are'} responsible for ${child}.`;
  if (agencies.length === 0) return `${where} No agency is recorded as involved with ${child} or with who looks after them.`;
  const parts = HOLDS.flatMap((holds) => {
    const names = agencies.filter((one) => one.holds === holds).map(({ name }) => name);
    return names.length === 0 ? [] : [`${andList(names)} ${WORDS[holds][names.length === 1 ? 0 : 1]}`];
  });
  return `${where} Of the agencies that work with ${child}, with who looks after them or for their area: ${parts.join('; ')}, from ${subject} to ${child}.`;
}

/** For one and for several. */
const WORDS: Readonly<Record<Holds, readonly [string, string]>> = {
  WHOLE: ['holds a whole route', 'each hold a whole route'],
  PART: ['holds a part of a route', 'each hold a part of a route'],
  NONE: ['holds nothing of a route', 'hold nothing of a route'],
  NOT_ASKED: ['was not asked what it holds of a route', 'were not asked what they hold of a route'],
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
