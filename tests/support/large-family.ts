/** A family of 301: somebody known to sixty adults, each in a home with four others; agencies hold something on most of them. */

const HOMES = 60;

/** Records of a case file with the prefix `large/`; the middle is `large/centre`. */
export function largeFamily(): object[] {
  const agencies = ['police', 'social care', 'school', 'GP', 'health visiting', 'housing'];
  const records: object[] = [
    ...agencies.map((kind, i) => ({ type: 'agency', id: `agency-${i}`, name: `${kind} (large)`, kind })),
    { type: 'person', id: 'centre', label: 'Centre' },
  ];
  let statements = 0;
  const says = (claim: object): void => {
    statements += 1;
    const agency = `agency-${statements % agencies.length}`;
    const day = new Date(Date.UTC(2019, 0, 1 + (statements % 300))).toISOString().slice(0, 10);
    records.push({ type: 'statement', id: `s-${statements}`, agency, recorded: day, claim });
  };
  for (let home = 0; home < HOMES; home += 1) {
    const ids = Array.from({ length: 5 }, (_, i) => `p-${home}-${i}`);
    records.push({ type: 'household', id: `home-${home}`, label: `Household ${home + 1}` });
    ids.forEach((id, i) => {
      records.push({ type: 'person', id, label: `Person ${home + 1}.${i + 1}` });
      says({ type: 'detail', person: id, born: String(i < 2 ? 1985 : 2010 + i), sex: i % 2 === 0 ? 'female' : 'male' });
      says({ type: 'home', person: id, household: `home-${home}`, pattern: 'lives', from: '2018' });
      says({ type: 'involvement', agency: `agency-${i}`, person: id, form: 'open', from: '2019-02' });
      if (i >= 2) says({ type: 'parent', parent: ids[0], child: id, basis: 'birth' });
    });
    says({ type: 'associate', persons: ['centre', ids[0]], form: 'friend', from: '2019-01' });
    says({ type: 'partner', persons: [ids[0], ids[1]], form: 'married', from: '2018' });
  }
  return records;
}
