import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { limitRow, QUICK } from '../lib/compare.mjs';
import { ask, load, median, requestBytes } from '../lib/load.mjs';
import { enrolment, openSite } from '../lib/site.mjs';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
/** As `npm run start:prod` starts it. */
const FLAGS = ['--max-semi-space-size=4'];
const STARTS = QUICK ? 3 : 9;
const LOAD_MS = QUICK ? 1_000 : 5_000;
const PAGES = [
  '/sv',
  '/sv/kurser',
  '/ar/kurser?dag=2',
  '/sv/kunskapsbank?q=barn',
  '/sv/kurser?q=barn',
];
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const WEIGHTS = { sv: { aim: 130, goal: 90 }, ar: { aim: 230, goal: 90 } };

/** From the command to the first page, the memory after some load, and what the start page weighs. */
export async function start(databases) {
  const { app, url } = await openSite(databases, 'sqlite');
  await app.stop();
  const times = [];
  let server;
  for (let one = 0; one < STARTS; one += 1) {
    server?.kill('SIGKILL');
    const began = performance.now();
    server = await startServer(url);
    times.push((performance.now() - began) / 1_000);
  }
  const rows = [
    limitRow('start to the first 200', 'sqlite', {
      value: median(times),
      unit: ' s',
      aim: 2,
      goal: 1.5,
    }),
  ];
  await useIt(server.port);
  rows.push(
    limitRow('memory after the load', 'sqlite', {
      value: memoryOf(server.pid),
      unit: ' MB',
      aim: 250,
      goal: 160,
    }),
  );
  const browser = process.env.CHROMIUM ?? BROWSERS.find((file) => existsSync(file));
  if (browser === undefined) process.stderr.write('bench: no Chromium, so no page is weighed\n');
  else
    for (const [language, limits] of Object.entries(WEIGHTS)) {
      const value = await weigh(browser, `http://127.0.0.1:${server.port}/${language}`);
      rows.push(
        limitRow(`start page in an empty browser, ${language}`, '–', {
          value,
          unit: ' kB',
          ...limits,
        }),
      );
    }
  server.kill('SIGKILL');
  return rows;
}

async function startServer(databaseUrl) {
  const port = await freePort();
  const env = {
    ...process.env,
    DEMO: '1',
    LOG_LEVEL: 'error',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    BASE_URL: 'http://localhost:3000',
    TRUST_PROXY: '1',
  };
  const server = spawn(process.execPath, [...FLAGS, MAIN], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    const answer = await ask(port, '/sv').catch(() => null);
    if (answer?.status === 200) return Object.assign(server, { port });
    if (server.exitCode !== null) throw new Error('The server did not start.');
    await sleep(5);
  }
}

/** Pages from the cache, pages without it, enrolments. */
async function useIt(port) {
  let turn = 0;
  const pages = () => {
    turn += 1;
    // Searching is limited for each network address.
    const from = `10.1.${(turn >> 8) & 255}.${turn & 255}`;
    const headers = { 'accept-encoding': 'br', 'x-forwarded-for': from };
    return requestBytes(PAGES[turn % PAGES.length], { headers });
  };
  await load(port, pages, { ms: LOAD_MS, connections: 32 });
  const path = await openRound(port);
  await load(port, () => requestBytes(...enrolment(path, '&queue=yes')), {
    ms: LOAD_MS,
    connections: 8,
  });
}

/** The first round of the catalogue that takes enrolments. */
async function openRound(port) {
  const { body } = await ask(port, '/sv/kurser');
  for (const [, path] of body.toString().matchAll(/href="(\/sv\/kurser\/[\w-]+\/[\w-]+)"/g))
    if ((await ask(port, `${path}/anmalan`)).body.includes('name="firstName"')) return path;
  throw new Error('No round takes enrolments.');
}

/** Resident memory, as the system counts it (MB). */
function memoryOf(pid) {
  return (
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1_024
  );
}

/** What comes over the wire for one visit, in kB of 1 000 bytes. */
async function weigh(executablePath, url) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(url, { waitUntil: 'networkidle' });
    return bytes / 1_000;
  } finally {
    await browser.close();
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
