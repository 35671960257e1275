/** `chancery serve`: the page from a server on this machine; the dossier is read anew whenever the page is. */
import { serve as listen } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { shown } from '../events/fields.ts';
import { load } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { pageData } from './page-data.ts';
import { besides, policyOf, siteOf } from './site.ts';
import type { Terminal } from './terminal.ts';

/** Serves the page until the user interrupts. */
export async function serve(
  asked: {
    readonly dossier?: string | undefined;
    readonly port?: string | undefined;
    readonly host?: string | undefined;
  },
  terminal: Terminal,
): Promise<void> {
  const { dossier, host = '127.0.0.1' } = asked;
  const port = portAsked(asked.port);
  const loaded = await load(dossier, terminal);
  if (loaded.kind === 'problems') {
    for (const line of loaded.lines) terminal.err(`${line}\n`);
  }
  const page = pageOf(async () => pageData(await load(dossier, { ...terminal, screen: null }), dossier));
  await new Promise<void>((resolve, reject) => {
    const server = listen({ fetch: page.fetch, hostname: host, port }, ({ port: chosen }) => {
      const address = host.includes(':') ? `[${host}]` : host;
      terminal.out(`http://${address}:${chosen}/\n`);
    });
    server.on('error', (error: NodeJS.ErrnoException) => reject(new BadInput([refusal(error, host, port)])));
    const listening = terminal.interrupted(() => {
      listening.end();
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  });
}

/** The server: the page at /, its program and style beside it, and nothing else. */
export function pageOf(data: () => Promise<Parameters<typeof siteOf>[0]>): Hono {
  const app = new Hono();
  app.use(compress());
  app.use(async (context, next) => {
    await next();
    const policy = `${policyOf("'self'", "'self'")}; frame-ancestors 'none'`;
    context.header('Content-Security-Policy', policy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cross-Origin-Opener-Policy', 'same-origin');
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    context.header('Cache-Control', 'no-cache');
  });
  app.get('/:name?', async (context) => {
    const name = context.req.param('name') ?? 'index.html';
    const type = TYPES.get(name);
    if (type === undefined) return context.text('There is nothing here; the page is at /.\n', 404);
    // What stands beside the page needs no dossier to be read.
    const text = besides[name]?.() ?? siteOf(await data()).get(name) ?? '';
    return context.body(text, 200, { 'Content-Type': `${type}; charset=utf-8` });
  });
  return app;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['index.html', 'text/html'],
  ['page.js', 'text/javascript'],
  ['page.css', 'text/css'],
]);

/** The port asked for; 0, which has the system choose a free one, where none is. */
function portAsked(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port <= 65_535) return port;
  throw new BadInput([`--port: not a port: ${shown(text)}; write a whole number from 0 to 65535`]);
}

function refusal({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `--port: ${port} is taken; give another, or none to have one chosen`;
  if (code === 'EACCES') return `--port: ${port} is not allowed; give one above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `--host: ${host} is no address of this machine; write 127.0.0.1`;
  }
  return `the page cannot be served: ${message}`;
}
