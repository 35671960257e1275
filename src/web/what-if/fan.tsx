/** The picture of what came of runs for one subject. */
import { useMemo, useRef } from 'preact/hooks';
import { fanPicture } from '../../drawing/fan.ts';
import type { Likelihood } from '../../simulation/likelihood.ts';
import type { DayNumber } from '../../time/day.ts';
import { Figure } from '../history/figure.tsx';
import { useWidth } from '../history/picture.tsx';
import { fanOf } from './fan-of.ts';

export function Fan(given: {
  readonly likelihood: Likelihood;
  readonly subject: string;
  readonly name: string;
  readonly at: DayNumber;
  /** Begins all names within the picture; unique within the page. */
  readonly prefix: string;
}) {
  const { likelihood, subject, name, at, prefix } = given;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const picture = useMemo(() => {
    const drawn = fanOf(likelihood, subject, name);
    if (drawn === null || width === null) return null;
    const { fan, from, to } = drawn;
    return fanPicture(fan, { width, from, to, at, branch: null, isClickable: false, prefix });
  }, [likelihood, subject, name, at, prefix, width]);
  return (
    <div ref={place} class="fan-picture">
      {picture && <Figure picture={picture} />}
    </div>
  );
}
