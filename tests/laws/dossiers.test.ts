import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/events/dossier.ts';
import { eventTypes } from '../../src/events/vocabulary.ts';
import { stateAt } from '../../src/replay/world.ts';
import { anyDossier, anyQuestion, recordFrom } from './dossiers.ts';

describe('generated dossiers', () => {
  test('are lively: every kind and type of event, changes, accounts, findings, doubts and what is pending', () => {
    const seen = new Set<string>();
    const kept = { dates: 'close', subjects: 2 } as const;
    for (const [written, when] of fc.sample(fc.tuple(anyDossier(kept), anyQuestion()), {
      numRuns: 600,
      seed: 1,
    })) {
      const record = recordFrom(written);
      for (const { versions } of record.events) {
        for (const { event, accounts, change } of versions) {
          seen.add(event?.type ?? 'retracted');
          if (accounts.size > 0) seen.add('account');
          if (change !== null && event !== null) seen.add('corrected');
        }
      }
      const { subjects, findings } = stateAt(record, when);
      for (const { kind, status, pending, uncertain } of Object.values(subjects)) {
        seen.add(kind).add(status);
        if (pending.length > 0) seen.add('pending');
        if (uncertain.length > 0) seen.add('uncertain');
      }
      for (const { reason } of findings) seen.add(reason);
    }
    const statuses = [
      'absent',
      'operating',
      'suspended',
      'closed',
      'offered',
      'ended',
      'broken-off',
      'partly-suspended',
    ];
    const rest = ['retracted', 'corrected', 'account', 'pending', 'uncertain', 'not-applicable', 'refused'];
    expect([...kinds, ...eventTypes, ...statuses, ...rest].filter((word) => !seen.has(word))).toEqual([]);
  });

  test('are shown as files that can be replayed', () => {
    const [written] = fc.sample(anyDossier(), { numRuns: 1, seed: 1 });
    const shown = fc.stringify(written);
    expect(shown).toContain('# dossier.yaml\ntitle: Generated\n');
    expect(shown).toContain('# a.yaml\n- act: a1\n');
  });
});
