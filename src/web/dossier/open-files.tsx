/** The ways by which a reader opens a dossier of his own: files and folders, chosen or dropped on the page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { troubleAtStart } from '../../store/trouble.ts';
import { counted } from '../../telling/checked.ts';
import { chosenFiles, type DroppedFile } from './chosen.ts';
import { droppedFiles } from './dropped.ts';
import { type Opened, type Opening, openFiles, YOUR_FILES } from './opened.ts';

/** The way to the dossier that the page came with. */
export interface WayBack {
  readonly title: string;
  readonly go: () => void;
}

export function OpenFiles(given: {
  readonly version: string;
  /** What is open by now; null where it could not be read. */
  readonly opened: Opened | null;
  readonly open: (opening: Opening) => void;
  /** The dossier that the page came with; null while no other is open. */
  readonly back: WayBack | null;
}) {
  const { version, opened, open, back } = given;
  const [told, tell] = useState('');
  const latest = useRef(0);
  const take = async (files: Promise<readonly DroppedFile[]>) => {
    latest.current += 1;
    const mine = latest.current;
    tell('The files are being read …');
    const opening = await read(files, version);
    // Of files that were dropped while others were read, the last count.
    if (mine !== latest.current) return;
    open(opening);
    tell('');
    scrollTo({ top: 0 });
  };
  const isOver = useDrop((transfer) => take(droppedFiles(transfer)));
  return (
    <div class="open-files">
      <Chooser text="Open files…" take={take} />
      <Chooser text="Open a folder…" ofFolder take={take} />
      {back !== null && (
        <button type="button" onClick={back.go}>
          Back to {back.title}
        </button>
      )}
      <span role="status">{told || (opened?.isOwn && inWords(opened))}</span>
      {isOver && (
        <div class="dropping">
          <p>Drop the files of a dossier, or its folder, to open it here. They stay on this computer.</p>
        </div>
      )}
    </div>
  );
}

/** A button, as the element that lists chosen files cannot be named and styled everywhere. */
function Chooser(given: {
  readonly text: string;
  readonly ofFolder?: boolean;
  readonly take: (files: Promise<readonly DroppedFile[]>) => void;
}) {
  const { text, ofFolder = false, take } = given;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) input.current.webkitdirectory = ofFolder;
  }, [ofFolder]);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {text}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          const files = chosenFiles(currentTarget.files ?? []);
          // So that the same files can be chosen again once they were changed.
          currentTarget.value = '';
          take(Promise.resolve(files));
        }}
      />
    </>
  );
}

/** Whether files are held over the page; anywhere on it they may be dropped. */
function useDrop(take: (transfer: DataTransfer) => void): boolean {
  const [isOver, hover] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      hover(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) hover(false);
    };
    const drop = (event: DragEvent) => {
      hover(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      take(event.dataTransfer);
    };
    addEventListener('dragenter', over);
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragenter', over);
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}

async function read(files: Promise<readonly DroppedFile[]>, version: string): Promise<Opening> {
  try {
    return await openFiles(await files, version);
  } catch {
    const trouble = troubleAtStart(
      YOUR_FILES,
      'cannot be read',
      'give leave to read them, and open them again',
    );
    return { kind: 'problems', name: YOUR_FILES, problems: [trouble] };
  }
}

function inWords({ name, record }: Opened): string {
  const what = name === YOUR_FILES ? 'Your files are open' : `Your files of the folder ${name} are open`;
  return `${what}, with ${counted(record.events.size, 'event')} of ${counted(record.acts.size, 'act')}.`;
}
