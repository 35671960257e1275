/** The check of the record as known, reckoned beside the page and remembered. */
import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../invariants/check.ts';
import type { Knowledge } from '../../replay/known.ts';
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
  const [failed, tell] = useState<Failed | null>(null);
  const [, sayThatItIsThere] = useState<Report | null>(null);
  const [tries, count] = useState(0);
  const report = reports.get(record, view);
  useEffect(() => {
    tell(null);
    if (report !== null) return;
    const { announcedBy, recordedBy, account, reading } = view;
    const knowledge = { announcedBy, recordedBy, account, reading };
    let end = () => {};
    // While a slider moves, nothing is begun.
    const waiting = setTimeout(() => {
      end = begin({ kind: 'check', kept: keptOf(record, digest ?? ''), knowledge }, (said) => {
        if (said.kind === 'failed') tell(said);
        if (said.kind !== 'checked') return;
        end();
        reports.set(record, knowledge, said.report);
        sayThatItIsThere(said.report);
      });
    }, REST);
    return () => {
      clearTimeout(waiting);
      end();
    };
  }, [record, keyOf(view), tries]);
  return { report: report ?? failed, again: () => count(tries + 1) };
}

const reports = remembering<Knowledge, Report>(keyOf);
