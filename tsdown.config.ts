import { defineConfig } from 'tsdown';

// The program is bundled whole, for its start; the library leaves its dependencies to the package that uses it.
export default defineConfig([
  {
    entry: { chancery: 'src/cli/chancery.ts', 'runs-worker': 'src/cli/runs-worker.ts' },
    outDir: 'dist/cli',
    platform: 'node',
    fixedExtension: false,
    deps: { alwaysBundle: [/.*/], onlyBundle: false },
    minify: true,
    dts: false,
  },
  { entry: { index: 'src/index.ts' }, outDir: 'dist/lib', platform: 'neutral', dts: true },
]);
