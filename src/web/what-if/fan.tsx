/** The picture of what came of runs for one subject. */
import { useMemo, useRef } from 'preact/hooks';
import { dayInFan, fanPicture } from '../../drawing/fan.ts';
import type { Likelihood } from '../../simulation/likelihood.ts';
import type { DayNumber } from '../../time/day.ts';
import { Figure, Over } from '../history/figure.tsx';
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
  const days = useMemo(() => fanOf(likelihood, subject, name), [likelihood, subject, name]);
  const drawn = days &&
    width !== null && { width, from: days.from, to: days.to, at, branch: null, isClickable: false, prefix };
  const picture = useMemo(() => days && drawn && fanPicture(days.fan, drawn), [days, prefix, width]);
  const still = useMemo(() => picture && <Figure picture={picture} />, [picture]);
  return (
    <div ref={place} class="fan-picture">
      {still}
      {picture && drawn && <Over picture={picture} shape={dayInFan(picture, drawn)} />}
    </div>
  );
}
