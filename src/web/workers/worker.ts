/** Starts workers: each runs the program of the page itself, so that no other file is needed, not even a server. */
import type { Job, Said } from './work.ts';

/** The whole program, as it is wrapped when it is built. */
declare function chancery(): void;

/** A job that came to nothing: its worker cannot be begun in this browser, or broke off. */
export interface Failed {
  readonly kind: 'failed';
  readonly what: string;
}

/** Begins a job beside the page, and hears what comes of it; the answer ends it. */
export function begin(job: Job, hear: (said: Said | Failed) => void): () => void {
  let worker: Worker | null = null;
  const fail = (what: string) => {
    worker?.terminate();
    hear({ kind: 'failed', what });
  };
  try {
    worker = new Worker(addressOfProgram());
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => hear(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      fail(event.message || 'its worker cannot be loaded');
    });
    worker.postMessage(job);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    // Who begins a job expects to hear of it afterwards.
    queueMicrotask(() => fail(what));
  }
  return () => worker?.terminate();
}

let address: string | null = null;

function addressOfProgram(): string {
  if (address === null) {
    const program = new Blob([`(${chancery.toString()})()`], { type: 'text/javascript' });
    address = trusted(URL.createObjectURL(program));
  }
  return address;
}

/** The page's policy lets no text be taken for a script's address that did not come by here. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return trustedTypes === undefined
    ? address
    : trustedTypes.createPolicy('chancery', { createScriptURL: (url) => url }).createScriptURL(address);
}

interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}
