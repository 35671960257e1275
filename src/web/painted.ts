/** Whether the page has been painted once, for what may come after what is looked at first. */
import { useEffect, useState } from 'preact/hooks';

export function usePainted(): boolean {
  const [painted, set] = useState(false);
  useEffect(() => {
    // The frame after the next has begun: what was drawn until then is seen.
    let waiting = requestAnimationFrame(() => {
      waiting = requestAnimationFrame(() => set(true));
    });
    return () => cancelAnimationFrame(waiting);
  }, []);
  return painted;
}
