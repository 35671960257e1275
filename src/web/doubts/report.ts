/** The check of the record as known, reckoned beside the page and remembered. */
import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../invariants/check.ts';
import type { Knowledge } from '../../replay/known.ts';
import type { EventRecord } from '../../replay/record.ts';
import { keptOf } from '../../store/kept.ts';
import type { Opened } from '../dossier/opened.ts';
import { REST } from '../paced.ts';
import { keyOf, remembering } from '../remembered.ts';
import type { View } from '../view.ts';
import { begin, type Failed } from '../workers/worker.ts';

/** What `chancery check` reports of what the view knows; null until it is reckoned. `again` begins anew. */
export function useReport(
  { record, digest }: Opened,
  view: View,
): { readonly report: Report | Failed | null; readonly again: () => void } {
  const report = reports.get(record, view);
  const key = keyOf(view);
  const [attempt, set] = useState<Attempt>({ number: 1, failed: null });
  useEffect(() => {
    if (report !== null) return;
    const { announcedBy, recordedBy, account, reading } = view;
    const knowledge = { announcedBy, recordedBy, account, reading };
    let end = () => {};
    // While a slider moves, nothing is begun.
    const waiting = setTimeout(() => {
      end = begin({ kind: 'check', kept: keptOf(record, digest ?? ''), knowledge }, (said) => {
        if (said.kind !== 'failed' && said.kind !== 'checked') return;
        end();
        if (said.kind === 'checked') reports.set(record, knowledge, said.report);
        // A report is there to be found now.
        set(({ number }) => ({ number, failed: said.kind === 'failed' ? { said, record, key } : null }));
      });
    }, REST);
    return () => {
      clearTimeout(waiting);
      end();
    };
  }, [record, key, attempt.number]);
  const again = () => set(({ number }) => ({ number: number + 1, failed: null }));
  const { failed } = attempt;
  const isOfThis = failed?.record === record && failed.key === key;
  return { report: report ?? (isOfThis ? failed.said : null), again };
}

/** The last time that a report was asked for; and where it failed why, and of what it was to be. */
interface Attempt {
  readonly number: number;
  readonly failed: { readonly said: Failed; readonly record: EventRecord; readonly key: string } | null;
}

const reports = remembering<Knowledge, Report>(keyOf);
