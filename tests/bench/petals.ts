/* Prints how long the petals picture takes and how good it is. Run: npx tsx tests/bench/petals.ts [families] */
import { petalLayout } from '../../client/web/petals.ts';
import { familyOfThreeHomes } from '../support/petals-family.ts';
import { coveredLabels, falseInclusions, figuresOf, overlappingSymbols, unshownMembers } from '../support/petals-measure.ts';
import { familyLike } from '../support/petals-random.ts';

const families = Number(process.argv[2] ?? 500);
const known = familyOfThreeHomes();
for (let i = 0; i < 3; i++) petalLayout(known, known.subject);
const started = performance.now();
const scene = petalLayout(known, known.subject);
const f = figuresOf(scene);
console.log(
  `family of three homes: ${(performance.now() - started).toFixed(0)} ms, ${f.lines} lines, ${f.crossings} crossings, ${f.overSymbols} over a symbol, ${f.overLabels} over a label, smallest label ${f.labelPx.toFixed(1)} px`,
);

const times: number[] = [];
const large: number[] = [];
let sum = { lines: 0, crossings: 0, overSymbols: 0, overLabels: 0 };
const broken = { falseInclusions: 0, unshown: 0, symbols: 0, labels: 0, withheld: 0, withoutWords: 0 };
for (let seed = 0; seed < families; seed++) {
  const web = familyLike(seed, 60);
  const from = performance.now();
  const one = petalLayout(web, web.subject);
  const ms = performance.now() - from;
  times.push(ms);
  if (web.people.length > 50) large.push(ms);
  const figures = figuresOf(one);
  sum = {
    lines: sum.lines + figures.lines,
    crossings: sum.crossings + figures.crossings,
    overSymbols: sum.overSymbols + figures.overSymbols,
    overLabels: sum.overLabels + figures.overLabels,
  };
  broken.falseInclusions += falseInclusions(web, one).length;
  broken.unshown += unshownMembers(web, one).length;
  broken.symbols += overlappingSymbols(one).length;
  broken.labels += coveredLabels(one).length;
  broken.withheld += one.symbols.filter((s) => s.type === 'house').length - one.outlines.length;
  broken.withoutWords += one.notes.filter((n) => n.includes('without room')).length;
}
const at = (list: number[], share: number) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))] ?? 0;
console.log(
  `${families} families of 1 to 60 people: p50 ${at(times, 0.5).toFixed(0)} ms, p95 ${at(times, 0.95).toFixed(0)} ms, worst ${at(times, 1).toFixed(0)} ms; over 50 people (${large.length}): p50 ${at(large, 0.5).toFixed(0)} ms, worst ${at(large, 1).toFixed(0)} ms`,
);
console.log('in all:', JSON.stringify(sum), JSON.stringify(broken));
