/** The documents that an act rests on. */
import type { Source } from '../../events/dossier.ts';
import { safeLink } from './safe-link.ts';

export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <details class="sources">
      <summary>{sources.length === 1 ? '1 source' : `${sources.length} sources`}</summary>
      <ul>
        {sources.map((source) => (
          <Document key={JSON.stringify(source)} source={source} />
        ))}
      </ul>
    </details>
  );
}

function Document({ source }: { readonly source: Source }) {
  const { title, publisher, url, published, language, says, quote, certainty } = source;
  const link = url === undefined ? null : safeLink(url);
  const where = [publisher, published?.edtf].filter((part) => part !== undefined).join(', ');
  return (
    <li>
      <cite lang={language}>
        {link === null ? (
          title
        ) : (
          <a href={link} rel="noreferrer noopener external" target="_blank">
            {title}
          </a>
        )}
      </cite>
      {where !== '' && `, ${where}`}
      {certainty !== undefined && <span class="certainty"> ({CERTAINTY[certainty]})</span>}
      {url !== undefined && link === null && <span class="about"> {url}</span>}
      {says !== undefined && <p>{says}</p>}
      {quote !== undefined && (
        <p>
          <q lang={language}>{quote}</q>
        </p>
      )}
    </li>
  );
}

const CERTAINTY = {
  primary: "the party's own text",
  several: 'several independent reports',
  single: 'a single report',
} as const;
