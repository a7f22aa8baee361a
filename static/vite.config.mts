import react from '@vitejs/plugin-react';
import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** One entry per surface: every HTML file beside this one, named as in manifest.yml's resource entries. */
const surfaces = Object.fromEntries(
  readdirSync(root)
    .filter((file) => file.endsWith('.html'))
    .map((file) => [basename(file, '.html'), resolve(root, file)]),
);

export default defineConfig({
  root,
  base: './',
  plugins: [react()],
  resolve: {
    alias: [
      // The Statsig client Atlaskit asks for feature flags would try the network and weighs 28 kB; all flags are off here.
      { find: /^@atlaskit\/feature-gate-js-client(\/feature-gates)?$/, replacement: resolve(root, 'kit/shims/feature-gates.ts') },
      // Injects a <style> element, which the Custom UI policy blocks.
      { find: /^react-scrolllock$/, replacement: resolve(root, 'kit/shims/react-scrolllock.tsx') },
    ],
  },
  build: {
    outDir: resolve(root, '../build/static'),
    emptyOutDir: true,
    target: 'es2022',
    // Inline data would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: surfaces },
  },
});
