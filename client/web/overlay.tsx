/**
 * Real buttons over the picture, one for each person, home and card, moved with it by one transform. Keyboard, screen reader and
 * voice control use these; the mouse goes through to the picture below.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { nearest } from './names.ts';
import type { Target } from './names.ts';

export interface Sight {
  x: number;
  y: number;
  zoom: number;
}

interface Props {
  targets: readonly Target[];
  /** Key of the subject's target, for Home. */
  subject: string;
  selected: string | null;
  label: string;
  sight: Sight;
  onPick: (target: Target) => void;
  onLeave: () => void;
  onFocus: (target: Target) => void;
}

const WAYS: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export function Overlay({ targets, subject, selected, label, sight, onPick, onLeave, onFocus }: Props) {
  const [active, setActive] = useState(0);
  const layer = useRef<HTMLDivElement>(null);
  const buttons = useRef(new Map<number, HTMLButtonElement>());
  const here = Math.min(active, targets.length - 1);

  useLayoutEffect(() => {
    if (!layer.current) return;
    layer.current.style.transform = `translate(${sight.x}px, ${sight.y}px) scale(${sight.zoom})`;
    layer.current.style.setProperty('--kith-unit', `${1 / sight.zoom}px`);
  }, [sight]);
  useEffect(() => {
    const index = targets.findIndex((target) => target.key === selected);
    if (index >= 0) setActive(index);
  }, [selected, targets]);

  const move = (index: number) => {
    setActive(index);
    buttons.current.get(index)?.focus({ preventScroll: true });
  };

  function onKeyDown(event: KeyboardEvent) {
    const from = targets[here];
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    const way = WAYS[event.key];
    const next =
      way !== undefined
        ? targets.indexOf(nearest(targets, from, way) ?? from)
        : event.key === 'PageDown'
          ? Math.min(here + 1, targets.length - 1)
          : event.key === 'PageUp'
            ? Math.max(here - 1, 0)
            : event.key === 'Home'
              ? targets.findIndex((target) => target.key === subject)
              : -1;
    if (event.key === 'Escape') onLeave();
    if (next >= 0) {
      event.preventDefault();
      move(next);
    }
  }

  return (
    <div className="kith-overlay" role="group" aria-label={label} aria-describedby="overlay-keys" onKeyDown={onKeyDown}>
      <div className="kith-overlay-layer" ref={layer}>
        {targets.map((target, index) => (
          <button
            key={`${target.key} ${target.at.x} ${target.at.y}`}
            type="button"
            className="kith-target"
            aria-pressed={selected === target.key}
            tabIndex={index === here ? 0 : -1}
            data-key={target.key}
            data-part="picture"
            ref={(button) => {
              if (!button) return void buttons.current.delete(index);
              buttons.current.set(index, button);
              // Set by script, not written as a style attribute, which the CSP forbids.
              Object.assign(button.style, {
                left: `${target.at.x - target.w / 2}px`,
                top: `${target.at.y - target.h / 2}px`,
                width: `${target.w}px`,
                height: `${target.h}px`,
              });
            }}
            onFocus={() => {
              setActive(index);
              onFocus(target);
            }}
            onClick={() => onPick(target)}
          >
            <span className="govuk-visually-hidden">{target.name}</span>
          </button>
        ))}
      </div>
      <p className="govuk-visually-hidden" id="overlay-keys">
        Arrow keys go to the nearest person or home in that direction. Page Down and Page Up go through all in a fixed order. Home goes to
        the person in the centre. Enter opens what is recorded. Escape closes it.
      </p>
    </div>
  );
}
