import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** `npm run dev` names the server it started. */
const server = process.env.SERVER_ORIGIN ?? 'http://127.0.0.1:3000';

/** Asks for the letters with the page, rather than when the style sheet has been read. */
function preloadLetters(): Plugin {
  return {
    name: 'preload-letters',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const file = Object.keys(bundle).find((name) => /next-latin-wght-normal.*\.woff2$/.test(name));
        if (!file) return [];
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}

/** Below this a smaller file saves no packet. */
const WORTH_IT = 1024;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Scripts and styles also in Brotli and gzip: the server sends what the browser takes, and compresses nothing itself. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      const assets = join(dir, 'assets');
      for (const name of readdirSync(assets)) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const bytes = readFileSync(join(assets, name));
        if (bytes.length < WORTH_IT) continue;
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes, QUALITY));
        writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), preloadLetters(), precompress()],
  build: {
    target: 'es2023',
    // The Content-Security-Policy allows no data: scripts or styles, and fonts only from this origin.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What a page opens by itself is called by its name. What such parts share needs none: every file that loads
        // parts names all they share, and the names were a good share of its weight.
        chunkFileNames: ({ isDynamicEntry }) => `assets/${isDynamicEntry ? '[name]-' : ''}[hash].js`,
        codeSplitting: {
          // What every page needs changes seldom: kept apart, so that a new release leaves it in the browser's cache.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            {
              name: 'tanstack',
              test: /node_modules[\\/]@tanstack[\\/](query|react-query|history|router-core|react-router|store|react-store)/,
              priority: 20,
            },
            // What almost every page uses, in one file: dozens of small ones are packed less well.
            {
              name: 'frame',
              test: /apps[\\/]web[\\/]src|packages[\\/](ui|domain)[\\/]src|node_modules[\\/]@(tabler|mantine)[\\/]/,
              minShareCount: 42,
              priority: 5,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/trpc': server,
      '/api': server,
      '/files': server,
    },
  },
});
