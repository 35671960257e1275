/** Files that the reader takes from the page. */

/** Has the browser save a file. */
export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // By then the browser has read it, however long it asked where to.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
