import { connect } from 'node:net';

/**
 * Our own load generator: HTTP/1.1 over plain sockets, one request in flight per connection, to this
 * machine only. It must be cheaper than what it measures, so it reads no more of an answer than it needs.
 */

const END_OF_HEADERS = Buffer.from('\r\n\r\n');

/** The bytes of a request. */
export function requestBytes(path, { method = 'GET', headers = {}, body = '' } = {}) {
  const all = { host: 'localhost', ...headers };
  if (body !== '') all['content-length'] = Buffer.byteLength(body);
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

/**
 * Asks until `ms` have passed, `count` requests are sent or `goOn()` is false. `next()` gives the bytes of
 * a request.
 * Gives requests per second, the latencies (ms) and how many answers had each status.
 */
export async function load(port, next, options) {
  const { connections = 16, ms = Infinity, count = Infinity, goOn = () => true } = options;
  const began = performance.now();
  const run = { latencies: [], statuses: {}, asked: 0, next };
  run.isOver = () => run.asked >= count || performance.now() >= began + ms || !goOn();
  await Promise.all(Array.from({ length: connections }, () => oneConnection(port, run)));
  const seconds = (performance.now() - began) / 1_000;
  const { latencies, statuses } = run;
  return { perSecond: latencies.length / seconds, latencies, statuses, seconds };
}

/** One request, for looking at the answer: `{ status, headers, body }`. */
export async function ask(port, path, options) {
  const answers = [];
  const run = { latencies: [], statuses: {}, asked: 0, answers };
  run.next = () => requestBytes(path, options);
  run.isOver = () => run.asked === 1;
  await oneConnection(port, run);
  return answers[0];
}

function oneConnection(port, run) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let came = Buffer.alloc(0);
    let sentAt = 0;
    const send = () => {
      if (run.isOver()) {
        socket.end();
        resolve();
        return;
      }
      run.asked += 1;
      sentAt = performance.now();
      socket.write(run.next());
    };
    socket.setNoDelay(true);
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed the connection.')));
    socket.on('data', (data) => {
      came = came.length === 0 ? data : Buffer.concat([came, data]);
      const answer = completeAnswer(came);
      if (answer === null) return;
      came = Buffer.alloc(0);
      run.latencies.push(performance.now() - sentAt);
      run.statuses[answer.status] = (run.statuses[answer.status] ?? 0) + 1;
      run.answers?.push({ ...answer, headers: answer.head.split('\r\n').slice(1) });
      send();
    });
  });
}

/** The answer when all of it has come, otherwise null. Every answer here tells its length. */
function completeAnswer(came) {
  const end = came.indexOf(END_OF_HEADERS);
  if (end === -1) return null;
  const head = came.latin1Slice(0, end);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const from = end + END_OF_HEADERS.length;
  if (came.length < from + length) return null;
  return { status: Number(head.slice(9, 12)), head, body: came.subarray(from, from + length) };
}

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
