/** A web as a picture, while it is drawn, where it cannot be, and where it is too large to be read. */
import { useMemo } from 'react';
import type { View } from '../fragment.ts';
import { MOST_NODES } from '../web/cards.ts';
import type { Caption } from '../web/caption.ts';
import type { WebAnswer } from '../web/from-answer.ts';
import { Picture } from '../web/picture.tsx';
import type { Scene } from '../web/scene.ts';
import { useScene } from '../web/use-scene.ts';
import type { Web } from '../web/web-model.ts';
import { TooLarge } from './too-large.tsx';
import { MARKING } from '../words.ts';

interface Props {
  answer: WebAnswer;
  web: Web;
  captionOf: (scene: Scene) => Caption;
  /** What the page has where there is no picture, without a full stop. */
  instead: string;
  picked: View['pick'];
  onPick: (pick: View['pick']) => void;
}

export function Drawn(props: Props) {
  const { people, homes, organisations, agencies } = props.answer;
  const nodes = people.length + homes.length + organisations.length + agencies.length;
  return nodes > MOST_NODES ? <TooLarge web={props.answer} instead={props.instead} /> : <InTime {...props} />;
}

function InTime({ answer, web, captionOf, instead, picked, onPick }: Props) {
  const drawn = useScene(web);
  const scene = drawn.is === 'drawn' ? drawn.scene : null;
  const caption = useMemo(() => (scene === null ? null : captionOf(scene)), [scene, captionOf]);
  if (drawn.is === 'failed')
    return (
      <p className="govuk-body" role="alert">
        The picture could not be drawn. {instead} it would show.
      </p>
    );
  if (scene === null || caption === null)
    return (
      <p className="govuk-body" role="status">
        Drawing the picture …
      </p>
    );
  return <Picture answer={answer} web={web} scene={scene} caption={caption} picked={picked} marking={MARKING} onPick={onPick} />;
}
