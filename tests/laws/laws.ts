/** The laws: what must hold of every record, by number. Tests name them so, and `npm run laws` tells how often each was tried. */

export interface Law {
  readonly name: string;
  readonly sentence: string;
  /** What the law is about, where Chancery does not have it yet. */
  readonly awaits?: string;
}

const STORES = 'stores that events are appended to';

export const laws = {
  1: {
    name: 'Determinism',
    sentence:
      'the same record and question give the same bytes, whatever the time zone, locale, process or order of maps',
  },
  2: { name: 'Prefix', sentence: 'an answer depends only on events within the three bounds of its question' },
  3: {
    name: 'Chunking',
    sentence: 'a record replayed in two parts, split anywhere, gives what it gives at once',
  },
  4: {
    name: 'Checkpoints',
    sentence: 'a state put away as JSON and taken up again leads to the same answers',
  },
  5: { name: 'Caches', sentence: 'what was asked before changes no answer' },
  6: { name: 'Oracle', sentence: 'the engine equals the naive one: filter, sort, fold from zero' },
  7: {
    name: 'Chart',
    sentence:
      "the engine's step equals XState's public transition(): state, context, handled or refused, and by which guard",
  },
  8: { name: 'Knowledge', sentence: 'what is announced or recorded later changes no answer bounded earlier' },
  9: { name: 'Locality', sentence: 'an event changes no state before it takes effect' },
  10: { name: 'Late arrival', sentence: 'with no bounds, the order of arrival does not matter' },
  11: {
    name: 'Total order',
    sentence: 'the order is total and stable, and the same for batches of any size',
  },
  12: {
    name: 'Timeline',
    sentence: 'it has no gaps and no overlaps, and equals the point answer on and about every boundary',
  },
  13: {
    name: 'Timelines of knowledge',
    sentence:
      'the same holds along announcement and along recording: answers change only where something was told or recorded',
  },
  14: {
    name: 'Differences',
    sentence: 'a difference makes one state into the other, and differences compose',
  },
  15: {
    name: 'Basis',
    sentence: 'an answer asked again on its basis is the same to the byte after any later addition',
  },
  16: {
    name: 'Retraction',
    sentence: 'from its recording on a retraction equals the record without the event',
  },
  17: { name: 'Before a change', sentence: 'before its recording a change changes nothing' },
  18: { name: 'Correction', sentence: 'a correction is a retraction and an assertion in one' },
  19: {
    name: 'No such thing',
    sentence: 'retracting twice, or changing what does not exist, is refused with a reason',
  },
  20: { name: 'Idempotence', sentence: 'appending the same again adds nothing', awaits: STORES },
  21: {
    name: 'One winner',
    sentence: 'of appends at one expected position exactly one wins',
    awaits: STORES,
  },
  22: { name: 'Positions', sentence: 'positions have no gaps, and are seen in order', awaits: STORES },
  23: { name: 'Batches', sentence: 'a batch is kept whole or not at all', awaits: STORES },
  24: { name: 'Stores', sentence: 'all stores answer alike', awaits: STORES },
  25: {
    name: 'Files',
    sentence:
      'written, read and written again gives the same bytes, and the digest shows any change or removal',
  },
  26: { name: 'Projections', sentence: 'a rebuilt projection equals one kept up', awaits: STORES },
  27: { name: 'Streams', sentence: 'events of unrelated subjects may interleave in any way' },
  28: {
    name: 'Isolation',
    sentence: 'nothing done on a branch changes the record, its parent or a sibling',
  },
  29: { name: 'Empty scenario', sentence: 'the empty scenario is the baseline' },
  30: {
    name: 'Simulation',
    sentence: 'simulating equals replaying the record with the events',
  },
  31: { name: 'Nesting', sentence: 'a branch of a branch equals both at once' },
  32: { name: 'Any past', sentence: 'a branch can start from any past, on every clock' },
  33: { name: 'Promotion', sentence: 'recording what was simulated gives what was simulated' },
  34: {
    name: 'Runs',
    sentence: 'the same seed gives the same runs, however many there are and however they are split',
  },
  35: {
    name: 'Totality',
    sentence: 'every event is applied, or is a finding with a reason that changes nothing',
  },
  36: {
    name: 'Soundness',
    sentence:
      'no range is negative or empty, nobody is accredited beyond a ceiling or at a closed mission, one head at a time, and a closed mission comes back only by a reopening',
  },
  37: { name: 'Causes', sentence: 'a field names the events behind it, and these alone give the same value' },
  38: { name: 'Ranges', sentence: 'every exact history that the ranges allow lies within the range answer' },
  39: {
    name: 'Doubt',
    sentence: 'of every choice of days in the windows, a field not marked uncertain has the answer given',
  },
  40: { name: 'Accounts', sentence: 'an account that overrides nothing gives the base answer' },
} as const satisfies { readonly [number: number]: Law };
