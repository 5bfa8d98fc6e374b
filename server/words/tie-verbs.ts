/**
 * What one person is or does to the other by a tie, as the middle of a sentence: "is the mother of",
 * "spent weekends with". Each in three forms: now, before, and after "was said to". Pure.
 */
import type { Version } from '../ledger/versions.ts';

export type Sex = 'female' | 'male' | null;
export type Verb = { now: string; before: string; said: string };
export type SexOf = (person: string) => Sex;

/** The tie read from one of its ends towards the other. */
export function verbOf(tie: Version, from: string, sexOf: SexOf): Verb {
  const isStart = tie.start === from;
  const sex = sexOf(from);
  switch (tie.kind) {
    case 'PARENT_OF':
      return isStart ? parent(tie.form, sex) : child(tie.form, sex);
    case 'PARTNER_OF':
      return partner(tie.form);
    case 'SIBLING_OF':
      return be(`the ${sibling(tie.form, sex)} of`);
    case 'RELATIVE_OF':
      return isStart ? hasRelative(tie.form, sex) : be(`${relative(tie.form, sex)} of`);
    case 'ASSOCIATE_OF':
      return be(ASSOCIATES[tie.form ?? ''] ?? 'an associate of');
    case 'CARES_FOR':
      return isStart ? carer(tie.form) : cared(tie.form);
    case 'HARMED':
      return isStart ? harmed(tie.form) : wasHarmed(tie.form);
    case 'SHARES_HOME':
      return shares(patternOf(tie, isStart));
    case 'VISITS_HOME_OF':
      return isStart ? { now: 'visits', before: 'visited', said: 'visit' } : be('visited by');
    case 'MAY_HAVE_MET':
      return { now: 'may have met', before: 'may have met', said: 'have perhaps met' };
    case 'MET':
      return { now: 'met', before: 'met', said: 'have met' };
    case 'SHARES_GROUP':
      return be('in the same group as');
    default:
      return be('joined to');
  }
}

const verb = (now: string, before: string, said: string, rest: string): Verb => ({
  now: `${now} ${rest}`,
  before: `${before} ${rest}`,
  said: `${said} ${rest}`,
});
const be = (what: string): Verb => verb('is', 'was', 'be', what);
const bySex = (sex: Sex, female: string, male: string, other: string): string =>
  sex === 'female' ? female : sex === 'male' ? male : other;

function parent(basis: string | null, sex: Sex): Verb {
  const word = bySex(sex, 'mother', 'father', 'parent');
  switch (basis) {
    case 'adoptive':
      return be(`the adoptive ${word} of`);
    case 'step':
      return be(`the step${word === 'parent' ? '-parent' : word} of`);
    case 'foster':
      return be(`the foster ${word === 'parent' ? 'carer' : word} of`);
    case 'parental responsibility':
      return verb('has', 'had', 'have', 'parental responsibility for');
    case 'believed':
      return { now: `is believed to be the ${word} of`, before: `was believed to be the ${word} of`, said: `be the ${word} of` };
    default:
      return { ...be(`the ${word} of`), before: `is the ${word} of` };
  }
}

function child(basis: string | null, sex: Sex): Verb {
  const word = bySex(sex, 'daughter', 'son', 'child');
  switch (basis) {
    case 'adoptive':
      return be(`the adopted ${word} of`);
    case 'step':
      return be(`the step${word} of`);
    case 'foster':
      return be('fostered by');
    case 'parental responsibility':
      return be('in the parental responsibility of');
    case 'believed':
      return { now: `is believed to be the ${word} of`, before: `was believed to be the ${word} of`, said: `be the ${word} of` };
    default:
      return { ...be(`the ${word} of`), before: `is the ${word} of` };
  }
}

function partner(form: string | null): Verb {
  switch (form) {
    case 'engaged':
      return be('engaged to');
    case 'married':
      return be('married to');
    case 'civil partnership':
      return be('in a civil partnership with');
    case 'living together':
      return verb('lives', 'lived', 'live', 'as a couple with');
    case 'relationship':
      return be('in a relationship with');
    case 'separated':
      return be('separated from');
    default:
      return be('the partner of');
  }
}

export function sibling(form: string | null, sex: Sex): string {
  const word = bySex(sex, 'sister', 'brother', 'sibling');
  if (form === 'half') return `half-${word}`;
  if (form === 'step') return `step${word === 'sibling' ? '-sibling' : word}`;
  return form === 'adoptive' || form === 'foster' ? `${form} ${word}` : word;
}

const ARTICLE: Readonly<Record<string, string>> = {
  'aunt or uncle': 'the',
  grandparent: 'the',
  cousin: 'a',
  'in-law': 'an',
  godparent: 'a',
};

function relative(form: string | null, sex: Sex): string {
  const word =
    form === 'grandparent'
      ? bySex(sex, 'grandmother', 'grandfather', 'grandparent')
      : form === 'aunt or uncle'
        ? bySex(sex, 'aunt', 'uncle', 'aunt or uncle')
        : form === 'godparent'
          ? bySex(sex, 'godmother', 'godfather', 'godparent')
          : form === 'cousin' || form === 'in-law'
            ? form
            : 'relative';
  return `${ARTICLE[form ?? ''] ?? 'a'} ${word}`;
}

function hasRelative(form: string | null, sex: Sex): Verb {
  switch (form) {
    case 'grandparent':
      return be(`the ${bySex(sex, 'granddaughter', 'grandson', 'grandchild')} of`);
    case 'aunt or uncle':
      return be(`the ${bySex(sex, 'niece', 'nephew', 'niece or nephew')} of`);
    case 'godparent':
      return be(`a ${bySex(sex, 'goddaughter', 'godson', 'godchild')} of`);
    default:
      return be(`${relative(form, sex)} of`);
  }
}

const ASSOCIATES: Readonly<Record<string, string>> = {
  friend: 'a friend of',
  business: 'a business partner of',
  'co-offender': 'recorded as offending with',
  neighbour: 'a neighbour of',
  colleague: 'a colleague of',
  lodger: 'a lodger with',
  other: 'an associate of',
};

function carer(form: string | null): Verb {
  switch (form) {
    case 'shared care':
      return verb('shares', 'shared', 'share', 'the care of');
    case 'babysits':
      return { now: 'babysits', before: 'babysat', said: 'babysit' };
    case 'overnight contact':
      return verb('has', 'had', 'have', 'overnight contact with');
    case 'supervises contact':
      return verb('supervises', 'supervised', 'supervise', 'contact with');
    default:
      return verb('looks', 'looked', 'look', 'after');
  }
}

function cared(form: string | null): Verb {
  switch (form) {
    case 'shared care':
      return be('partly in the care of');
    case 'babysits':
      return be('babysat by');
    case 'overnight contact':
      return verb('has', 'had', 'have', 'overnight contact with');
    case 'supervises contact':
      return verb('has', 'had', 'have', 'contact supervised by');
    default:
      return be('looked after by');
  }
}

/** Harm was done on a day: it is told as past whatever day is asked. */
function harmed(form: string | null): Verb {
  switch (form) {
    case 'groomed':
      return { now: 'groomed', before: 'groomed', said: 'have groomed' };
    case 'targeted':
      return { now: 'targeted', before: 'targeted', said: 'have targeted' };
    case 'accused of harming':
      return { now: 'is accused of harming', before: 'was accused of harming', said: 'have harmed' };
    default:
      return { now: 'harmed', before: 'harmed', said: 'have harmed' };
  }
}

function wasHarmed(form: string | null): Verb {
  switch (form) {
    case 'groomed':
      return { now: 'was groomed by', before: 'was groomed by', said: 'have been groomed by' };
    case 'targeted':
      return { now: 'was targeted by', before: 'was targeted by', said: 'have been targeted by' };
    case 'accused of harming':
      return { now: 'is said to have been harmed by', before: 'was said to have been harmed by', said: 'have been harmed by' };
    default:
      return { now: 'was harmed by', before: 'was harmed by', said: 'have been harmed by' };
  }
}

/** `more.patterns` has the pattern of the start, then of the end. */
export function patternOf(tie: Version, ofStart: boolean): string | null {
  const patterns = tie.more?.['patterns'];
  const own: unknown = Array.isArray(patterns) ? patterns[ofStart ? 0 : 1] : null;
  return typeof own === 'string' ? own : null;
}

function shares(pattern: string | null): Verb {
  switch (pattern) {
    case 'part week':
      return verb('lives', 'lived', 'live', 'part of the week with');
    case 'weekends':
      return verb('spends', 'spent', 'spend', 'weekends with');
    case 'stays':
      return verb('stays', 'stayed', 'stay', 'with');
    case 'lodges':
      return verb('lodges', 'lodged', 'lodge', 'with');
    default:
      return verb('lives', 'lived', 'live', 'with');
  }
}
