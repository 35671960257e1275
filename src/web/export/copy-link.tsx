/** The link of what is shown, copied for others. */
import { useEffect, useRef, useState } from 'preact/hooks';

export function CopyLink({ link }: { readonly link: () => string }) {
  const [told, tell] = useState<'' | 'copied' | { readonly link: string }>('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (told === '') return;
    if (told === 'copied') {
      const waiting = setTimeout(() => tell(''), SEEN);
      return () => clearTimeout(waiting);
    }
    field.current?.focus();
    field.current?.select();
    return;
  }, [told]);
  return (
    <div class="copy-link">
      <button
        type="button"
        onClick={() => {
          const address = link();
          copied(address).then((isCopied) => tell(isCopied ? 'copied' : { link: address }));
        }}
      >
        Copy link
      </button>
      {typeof told === 'object' && (
        <label>
          Copy this link <input ref={field} readOnly value={told.link} onBlur={() => tell('')} />
        </label>
      )}
      <span role="status">{told === 'copied' ? 'Link copied' : ''}</span>
    </div>
  );
}

/** Whether the browser has, or lets the page have, a place for what is copied. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds for which it is told. */
const SEEN = 5000;
