/** The part of the package `edtf`, which has no types, that serves as an oracle here; bounds in milliseconds since 1970. */
declare module 'edtf' {
  const edtf: (text: string) => { readonly min: number; readonly max: number };

  // biome-ignore lint/style/noDefaultExport: the package exports it so.
  export { edtf as default };
}
