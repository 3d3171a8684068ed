const PRESSES = 3;
const WITHIN_MS = 5000;

/**
 * The way out: hides the page at once and leaves by replacing it, so that Back does not lead here.
 * The button, or Shift three times with at most five seconds between. Without script it is a link.
 */
export function quickExit() {
  const button = document.querySelector('[data-quick-exit]');
  if (!button) return;
  const status = addStatus(button);
  button.addEventListener('click', (event) => {
    event.preventDefault();
    leave(button);
  });
  countShift((presses) => {
    const { onceMore = '', twiceMore = '' } = button.dataset;
    status.textContent = ['', twiceMore, onceMore][presses] ?? '';
    button.dataset.presses = String(presses);
    if (presses === PRESSES) leave(button);
  });
  window.addEventListener('pageshow', () => document.querySelector('.exit-cover')?.remove());
}

function addStatus(button) {
  const status = document.createElement('span');
  status.className = 'sr-only';
  status.setAttribute('role', 'status');
  button.after(status);
  return status;
}

function leave(button) {
  const cover = document.createElement('div');
  cover.className = 'exit-cover';
  cover.setAttribute('role', 'alert');
  cover.textContent = button.dataset.loading ?? '';
  document.body.append(cover);
  document.title = '…';
  window.location.replace(button.href);
}

/** Calls back with the number of presses of Shift alone; 0 when too much time has gone by. */
function countShift(tell) {
  let presses = 0;
  let alone = false;
  let timer = 0;
  const set = (number) => {
    presses = number;
    tell(presses);
  };
  document.addEventListener('keydown', (event) => {
    if (!event.repeat) alone = event.key === 'Shift';
  });
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => set(0), WITHIN_MS);
    set(presses + 1);
  });
}
