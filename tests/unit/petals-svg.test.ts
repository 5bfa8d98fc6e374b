import { describe, expect, it } from 'vitest';
import { keyFor } from '../../client/web/key.ts';
import { petalLayout } from '../../client/web/petals.ts';
import { sceneToSvg } from '../../client/web/svg.ts';
import { COLOURS, symbolSvg } from '../../client/web/symbol.ts';
import { familyOfThreeHomes, person, stay } from '../support/petals-family.ts';
import type { PersonSymbol } from '../../client/web/scene.ts';
import type { Print } from '../../client/web/svg.ts';
import type { Web } from '../../client/web/web-model.ts';

const web = familyOfThreeHomes();
const scene = petalLayout(web, 'a');
const print: Print = {
  title: 'Web of households',
  settings: ['As at 12 March 2026'],
  key: keyFor(scene, web),
  askedBy: 'A. Reader',
  marking: 'OFFICIAL-SENSITIVE',
};
const plain: PersonSymbol = {
  type: 'person',
  id: 'p',
  at: { x: 0, y: 0 },
  size: 54,
  shape: 'circle',
  focus: false,
  child: false,
  inside: '29',
  deceased: false,
  marker: 'none',
  card: null,
};

function coloursIn(svg: string): string[] {
  return [...new Set(svg.match(/#[0-9a-f]{6}/g) ?? [])].sort();
}

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const light = (hex: string) => {
    const [r, g, b] = [1, 3, 5]
      .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [a, b] = [light(one), light(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe('the printed picture', () => {
  it('is the same text every time', () => {
    expect(sceneToSvg(petalLayout(familyOfThreeHomes(), 'a'), print)).toBe(sceneToSvg(scene, print));
  });

  it('carries the date, who asked, the handling mark and the key', () => {
    const svg = sceneToSvg(scene, print);
    for (const words of [
      'As at 12 March 2026',
      'Asked by A. Reader',
      'OFFICIAL-SENSITIVE',
      'Parent of (arrow to child)',
      'Health visiting',
    ])
      expect(svg).toContain(words);
  });

  it('names everybody in the picture once, and every home', () => {
    const words = sceneToSvg(scene, { ...print, key: [] });
    for (const p of web.people) expect(words.split(`>${p.name}<`)).toHaveLength(2);
    for (const h of web.homes) expect(words.split(`>${h.name}<`)).toHaveLength(2);
  });

  it('can be printed black on white', () => {
    expect(coloursIn(sceneToSvg(scene, { ...print, black: true }))).toEqual(['#000000', '#dddddd', '#ffffff']);
  });

  it('tells homes apart by dash where there is no colour', () => {
    expect(new Set(scene.outlines.map((o) => o.dash.join(' '))).size).toBe(scene.outlines.length);
  });

  it('brings its own style for forced colours only as a file that stands alone', () => {
    expect(sceneToSvg(scene, print)).not.toContain('<style>');
    expect(sceneToSvg(scene, { ...print, standalone: true })).toContain('forced-colors:active');
  });

  it('prints a name with markup in it as plain words', () => {
    const odd: Web = { subject: 'a', people: [person('a', 'A <b> & "c"', { child: true })], homes: [], stays: [], lines: [], agencies: [] };
    const svg = sceneToSvg(petalLayout(odd, 'a'), { ...print, key: [] });
    expect(svg).toContain('A &lt;b&gt; &amp; &quot;c&quot;');
    expect(svg).not.toContain('<b>');
  });

  it('explains in the key only what is drawn', () => {
    const small: Web = {
      ...web,
      people: web.people.filter((p) => p.id === 'a' || p.id === 'A'),
      stays: [stay('a', 'h1'), stay('A', 'h1')],
      lines: [],
    };
    const words = keyFor(petalLayout(small, 'a'), small).map((k) => k.words);
    expect(words).toEqual([
      'People',
      'Person this picture is about',
      'Woman',
      'Homes',
      'Home of the person it is about',
      'Everyone inside stays there; no line to the house: their only home',
      'Agencies with a record',
      "Children's services, Area 1",
      'GP practice',
      'School',
    ]);
  });
});

describe('the symbol of a person', () => {
  it('is a circle for a woman, a square for a man, a diamond where it is not known and a triangle before birth', () => {
    expect(symbolSvg(plain)).toContain('<circle');
    expect(symbolSvg({ ...plain, shape: 'square' })).toContain('<rect');
    expect(
      symbolSvg({ ...plain, shape: 'diamond' })
        .match(/points="([^"]+)"/)![1]!
        .split(' '),
    ).toHaveLength(4);
    expect(
      symbolSvg({ ...plain, shape: 'triangle' })
        .match(/points="([^"]+)"/)![1]!
        .split(' '),
    ).toHaveLength(3);
  });

  it('has a double outline for the person the picture is about', () => {
    expect(symbolSvg({ ...plain, focus: true }).match(/<circle/g)).toHaveLength(2);
    expect(symbolSvg(plain).match(/<circle/g)).toHaveLength(1);
  });

  it('fills the pennant for a finding, outlines it for what was said, and has none otherwise', () => {
    const risk = `stroke="${COLOURS.risk}" fill=`;
    expect(symbolSvg({ ...plain, marker: 'filled' })).toContain(`${risk}"${COLOURS.risk}"`);
    expect(symbolSvg({ ...plain, marker: 'outlined' })).toContain(`${risk}"${COLOURS.paper}"`);
    expect(symbolSvg(plain)).not.toContain(COLOURS.risk);
    // Where the reader's own colours are forced, paper may be black: what is filled must be told by its class.
    expect(symbolSvg({ ...plain, marker: 'filled' })).toContain('kith-risk-filled');
    expect(symbolSvg({ ...plain, marker: 'outlined' })).not.toContain('kith-risk-filled');
  });

  it('has a diagonal cross for somebody who has died', () => {
    expect(symbolSvg({ ...plain, deceased: true })).toContain('<path');
    expect(symbolSvg(plain)).not.toContain('<path');
  });

  it('uses colours that can be read on white', () => {
    const { paper, child, focus, pill, ...inks } = COLOURS;
    for (const ink of Object.values(inks)) expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
    for (const fill of [child, pill]) expect(contrast(COLOURS.ink, fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(paper, focus)).toBeGreaterThanOrEqual(4.5);
  });
});
