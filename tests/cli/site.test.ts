import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ACT, dossierWith, folderWith } from '../store/folders.ts';
import { chancery } from './program.ts';
import { served } from './served.ts';

describe('chancery site', () => {
  test('writes a page, its program and its style, and says where', () => {
    const folder = join(emptyFolder(), 'deep', 'site');
    expect(chancery(`site -o ${folder}`)).toEqual({ out: `${folder}/index.html\n`, err: '', code: 0 });
    expect(readdirSync(folder).sort()).toEqual(['index.html', 'page.css', 'page.js']);
  });

  test('takes less than 250 kB when it is packed as servers do, with the bundled dossier', () => {
    const folder = emptyFolder();
    chancery(`site -o ${folder}`);
    const sizes = readdirSync(folder).map((name) => gzipSync(readFileSync(join(folder, name))).length);
    expect(sizes.length).toBe(3);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(250_000);
  });

  test('asks no other host for anything', () => {
    const folder = emptyFolder();
    chancery(`site -o ${folder}`);
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    const [outside] = html.split('<script type="application/json"');
    const asked = [...(outside ?? '').matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(asked).toEqual(['page.css']);
    expect(html).toContain('<script defer src="page.js">');
    expect(html).toContain("default-src 'none'");
  });

  test('puts all in one file where that is asked', () => {
    const file = join(emptyFolder(), 'nato.html');
    expect(chancery(`site --single-file -o ${file}`)).toMatchObject({ out: `${file}\n`, code: 0 });
    const html = readFileSync(file, 'utf8');
    expect(html).not.toMatch(/<script[^>]* src=|<link/);
    expect(html).toMatch(/script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='/);
  });

  test('writes the same bytes again', () => {
    const [one, other] = [emptyFolder(), emptyFolder()];
    chancery(`site -o ${one}`);
    chancery(`site -o ${other}`);
    for (const name of readdirSync(one)) {
      expect(readFileSync(join(other, name), 'utf8')).toBe(readFileSync(join(one, name), 'utf8'));
    }
  });

  test('writes nothing of a dossier that cannot be read', () => {
    const broken = folderWith(dossierWith(ACT.replace('announced', 'anounced')));
    const folder = join(emptyFolder(), 'site');
    const { err, code } = chancery(`site -d ${broken} -o ${folder}`);
    expect(code).toBe(2);
    expect(err).toContain('acts.yaml:');
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    ['a file', (file: string) => file, 'is not a folder; give another place'],
    ['a folder within a file', (file: string) => join(file, 'site'), 'is not a folder; give another place'],
    ['one file without --single-file', () => '/tmp/x.html', 'add --single-file'],
  ])('cannot write to %s, and says so on one line', (_, placeOf, message) => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, 'a file');
    const { out, err, code } = chancery(`site -o ${placeOf(file)}`);
    expect({ out, code, lines: err.split('\n').length }).toEqual({ out: '', code: 2, lines: 2 });
    expect(err).toContain(message);
    expect(readFileSync(file, 'utf8')).toBe('a file');
  });
});

describe('chancery serve', () => {
  test('serves the page on this machine only, under a strict policy, and nothing else', async () => {
    await served([], async (address) => {
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      const page = await fetch(address);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.headers.get('content-encoding')).toBe('gzip');
      for (const part of ['page.js', 'page.css']) expect((await fetch(`${address}${part}`)).status).toBe(200);
      for (const path of ['dossier.yaml', '..%2fpackage.json', 'page.js/x', 'constructor'])
        expect((await fetch(address + path)).status).toBe(404);
    });
  });

  test('reads the dossier anew for every visit, also when it has been spoilt', async () => {
    const folder = folderWith(dossierWith(ACT));
    await served(['-d', folder], async (address) => {
      expect(await (await fetch(address)).text()).toContain('"kind":"kept"');
      writeFileSync(join(folder, 'acts.yaml'), '- act: [');
      expect(await (await fetch(address)).text()).toContain('"kind":"problems"');
      writeFileSync(join(folder, 'acts.yaml'), ACT);
      expect(await (await fetch(address)).text()).toContain('"kind":"kept"');
    });
  });

  test.each([
    ['--port x', '--port: not a port: "x"; write a whole number from 0 to 65535'],
    ['--port 70000', '--port: not a port: "70000"; write a whole number from 0 to 65535'],
    ['--host 192.0.2.1', '--host: 192.0.2.1 is no address of this machine; write 127.0.0.1'],
  ])('with %s says what to write instead', (words, line) => {
    expect(chancery(`serve ${words}`)).toEqual({ out: '', err: `${line}\n`, code: 2 });
  });

  test('says that a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    const taken = other.address();
    const port = typeof taken === 'object' ? taken?.port : undefined;
    // In a process of its own, so that this one can go on listening.
    const { err, code } = chancery(`serve --port ${port}`);
    other.close();
    expect({ err, code }).toEqual({
      err: `--port: ${port} is taken; give another, or none to have one chosen\n`,
      code: 2,
    });
  });
});

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'chancery-site-'));
}
