import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const running = new Set();

/** Starts a script of `bench/` as a process of its own; what it offers is called as `child.name(…)`. */
export function startChild(script, execArgv = []) {
  const child = fork(fileURLToPath(new URL(`../${script}`, import.meta.url)), {
    execArgv,
    // Dates and buffers stay what they are.
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  running.add(child);
  const waiting = new Map();
  let calls = 0;
  child.on('message', ({ call, result, error }) => {
    const { resolve, reject } = waiting.get(call);
    waiting.delete(call);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  });
  child.on('exit', (code) => {
    running.delete(child);
    for (const { reject } of waiting.values()) reject(new Error(`${script} ended with ${code}`));
  });
  const offered = (name) => (name === 'then' ? undefined : call(name));
  const call =
    (name) =>
    (...args) =>
      new Promise((resolve, reject) => {
        calls += 1;
        waiting.set(calls, { resolve, reject });
        child.send({ call: calls, name, args });
      });
  return new Proxy(child, {
    get: (target, name) => (name === 'stop' ? () => stop(target) : offered(name)),
  });
}

function stop(child) {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGKILL');
  });
}

/** In the child: offers functions to the parent, `cpu` always. */
export function offer(functions) {
  const offered = { cpu, ...functions };
  process.on('message', async ({ call, name, args }) => {
    try {
      process.send({ call, result: await offered[name](...args) });
    } catch (error) {
      process.send({ call, error: error.stack });
    }
  });
  process.on('disconnect', () => process.exit());
}

/** Processor time of this process so far (ms). */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Ends every child that is left. */
export function stopAll() {
  for (const child of running) child.kill('SIGKILL');
}
