/** The petals picture with its buttons, key and downloads. The list beside it holds the same facts; this is the second way to read them. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { View } from '../fragment.ts';
import { Button } from '../govuk/buttons.tsx';
import { useSession } from '../session.tsx';
import { trustedSvg } from '../trusted.ts';
import { useMedia } from '../use-media.ts';
import { openCanvas } from './canvas.ts';
import type { Canvas } from './canvas.ts';
import type { Caption } from './caption.ts';
import { savePng, saveSvg } from './download.ts';
import type { WebAnswer } from './from-answer.ts';
import { keyFor } from './key.ts';
import { PictureKey } from './picture-key.tsx';
import { targetsOf } from './names.ts';
import { Overlay } from './overlay.tsx';
import type { Sight } from './overlay.tsx';
import type { Scene } from './scene.ts';
import { sceneToSvg } from './svg.ts';
import { openSvgCanvas } from './svg-canvas.ts';
import type { Web } from './web-model.ts';

interface Props {
  answer: WebAnswer;
  web: Web;
  scene: Scene;
  caption: Caption;
  picked: View['pick'];
  marking: string;
  onPick: (pick: View['pick']) => void;
}

export function Picture({ answer, web, scene, caption, picked, marking, onPick }: Props) {
  const { session } = useSession();
  const forced = useMedia('(forced-colors: active)');
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [sight, setSight] = useState<Sight>({ x: 0, y: 0, zoom: 1 });
  const [problem, setProblem] = useState('');
  const targets = useMemo(() => targetsOf(scene, answer, caption.named), [scene, answer, caption]);
  const key = useMemo(() => keyFor(scene, web), [scene, web]);
  const selected = picked && (picked.kind === 'person' || picked.kind === 'home') ? `${picked.kind} ${picked.id}` : null;

  useEffect(() => {
    const container = place.current;
    if (!container) return;
    // As high as the picture needs at this width, so that words stay as large as they can.
    const room = container.parentElement!;
    const height = Math.round((room.clientWidth * scene.box.h) / scene.box.w);
    room.style.height = `${Math.min(1200, Math.max(460, height))}px`;
    const own = forced
      ? openSvgCanvas(container, scene, setSight)
      : openCanvas(container, scene, { onView: setSight, onPoint: (what) => pick.current(what) });
    canvas.current = own;
    const watch = new ResizeObserver(() => own.resize());
    watch.observe(container);
    return () => {
      watch.disconnect();
      own.close();
      canvas.current = null;
    };
  }, [scene, forced]);
  useEffect(() => {
    canvas.current?.light(litKeys(picked, answer));
  }, [picked, answer, scene, forced]);

  const sheet = (standalone: boolean, black: boolean) =>
    sceneToSvg(scene, {
      title: caption.title,
      settings: caption.settings,
      key,
      marking,
      standalone,
      black,
      askedBy: [session?.name, session?.role, session?.agency].filter((word) => word).join(', '),
      says: caption.says.map((one) => one.words),
    });
  usePrintSheet(() => sheet(false, true));

  return (
    <figure className="kith-figure" aria-label={caption.name}>
      <figcaption className="govuk-body">
        {caption.says.map((one) =>
          one.strong ? <strong key={one.words}>{one.words} </strong> : <span key={one.words}>{one.words} </span>,
        )}
        {caption.settings.map((one) => `${one}.`).join(' ')}
      </figcaption>
      <div className="kith-tools" role="group" aria-label="Move the picture">
        <Button kind="secondary" onClick={() => canvas.current?.zoom(1.25)}>
          Zoom in
        </Button>
        <Button kind="secondary" onClick={() => canvas.current?.zoom(0.8)}>
          Zoom out
        </Button>
        <Button kind="secondary" onClick={() => canvas.current?.fit()}>
          Fit
        </Button>
        <Button kind="secondary" onClick={() => canvas.current?.pan(120, 0)}>
          <span aria-hidden="true">←</span>
          <span className="govuk-visually-hidden">Look left</span>
        </Button>
        <Button kind="secondary" onClick={() => canvas.current?.pan(-120, 0)}>
          <span aria-hidden="true">→</span>
          <span className="govuk-visually-hidden">Look right</span>
        </Button>
        <Button kind="secondary" onClick={() => canvas.current?.pan(0, 120)}>
          <span aria-hidden="true">↑</span>
          <span className="govuk-visually-hidden">Look up</span>
        </Button>
        <Button kind="secondary" onClick={() => canvas.current?.pan(0, -120)}>
          <span aria-hidden="true">↓</span>
          <span className="govuk-visually-hidden">Look down</span>
        </Button>
      </div>
      <div className="kith-picture">
        <div className="kith-canvas" ref={place} aria-hidden="true" />
        <Overlay
          targets={targets}
          subject={`person ${answer.subject.id}`}
          selected={selected}
          sight={sight}
          label="People and homes in the picture"
          onPick={(target) => onPick({ kind: target.kind, id: target.id })}
          onLeave={() => onPick(null)}
          onFocus={(target) => canvas.current?.reveal(target.at)}
        />
      </div>
      <PictureNotes scene={scene} missing={caption.missing} />
      <div className="kith-tools" role="group" aria-label="Keep the picture">
        <Button kind="secondary" onClick={() => saveSvg(sheet(true, false), caption.file)}>
          Download as SVG
        </Button>
        <Button
          kind="secondary"
          onClick={() =>
            void savePng(sheet(true, false), caption.file).catch(() =>
              setProblem('The picture could not be made into a PNG in this browser. The SVG holds the same.'),
            )
          }
        >
          Download as PNG
        </Button>
        <Button kind="secondary" onClick={() => print()}>
          Print the picture
        </Button>
      </div>
      {problem === '' ? null : (
        <p className="govuk-body" role="alert">
          {problem}
        </p>
      )}
      <PictureKey entries={key} summary={caption.key} />
    </figure>
  );
}

function PictureNotes({ scene, missing }: { scene: Scene; missing: string }) {
  const notes = [...scene.notes.map((note) => `${note.replace(/^./, (c) => c.toUpperCase())}.`), missing].filter((note) => note !== '');
  return notes.length === 0 ? null : <p className="govuk-body-s">{notes.join(' ')}</p>;
}

/** What stays bright: what was chosen, and whoever or whatever a fact joins it with. Null: everything. */
function litKeys(picked: View['pick'], web: WebAnswer): ReadonlySet<string> | null {
  if (picked === null) return null;
  const keys = new Set<string>();
  const own = `${picked.kind} ${picked.id}`;
  for (const { from, to, tie } of web.ties) {
    if (own === `person ${from}` || own === `person ${to}` || (picked.kind === 'fact' && tie.id === picked.id))
      keys.add(`person ${from}`).add(`person ${to}`);
  }
  for (const stay of web.stays) {
    if (own === `person ${stay.person}` || own === `home ${stay.home}` || (picked.kind === 'fact' && stay.id === picked.id))
      keys.add(`person ${stay.person}`).add(`home ${stay.home}`);
  }
  if (picked.kind === 'agency')
    for (const row of web.people) if (row.agencies.some((pill) => pill.agency.id === picked.id)) keys.add(`person ${row.person.id}`);
  if (picked.kind === 'organisation') for (const role of web.roles) if (role.organisation === picked.id) keys.add(`person ${role.person}`);
  return keys.size > 0 ? keys.add(own) : null;
}

/** On paper: the whole sheet in black on white, with day, key, who asked and mark; made when printing begins. */
function usePrintSheet(sheet: () => string): void {
  const make = useRef(sheet);
  make.current = sheet;
  useEffect(() => {
    const paper = document.createElement('div');
    paper.className = 'kith-paper-only';
    document.body.append(paper);
    const before = () => {
      paper.innerHTML = trustedSvg(make.current());
    };
    const after = () => paper.replaceChildren();
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
      paper.remove();
    };
  }, []);
}
