import { defineConfig } from 'tsdown';

/** The benchmarks are measured as the program is run: as one bundle, with nothing to load on the way. */
export default defineConfig({
  entry: { probe: 'probe.ts' },
  outDir: '../dist/bench',
  platform: 'node',
  fixedExtension: false,
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
  dts: false,
});
