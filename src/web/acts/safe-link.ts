/** Which addresses of a dossier may become links: those of the web, and no scripts or files. */

/** The address as a link, null where following it would do anything but open a web page. */
export function safeLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
