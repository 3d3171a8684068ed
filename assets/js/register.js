/**
 * Keeps "N av M här" right while the leader taps, notes when each tap was, and warns before unsaved
 * taps are lost.
 */
export function register() {
  const count = document.querySelector('[data-register-count]');
  const form = document.querySelector('.register-group')?.closest('form');
  if (!count || !form) return;
  let unsaved = false;
  form.addEventListener('change', (event) => {
    unsaved = true;
    noteDecision(event.target.closest('[data-register-row]'));
    const here = form.querySelectorAll(
      'input[value="here"]:checked, input[value="online"]:checked',
    );
    const text = count.dataset.pattern.replace('#', String(here.length));
    count.querySelector('[data-count-text]').textContent = text;
    count.querySelector('[data-count-state]').textContent = ` · ${count.dataset.unsaved}`;
    count.dataset.state = 'unsaved';
  });
  form.addEventListener('submit', () => {
    unsaved = false;
    const sentAt = form.querySelector('[data-register-sent-at]');
    if (sentAt) sentAt.value = new Date().toISOString();
  });
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
}

/** Each tap is a decision of its own: with its moment, and a nonce that a page sent twice repeats. */
function noteDecision(row) {
  if (!row) return;
  row.querySelector('[data-register-at]').value = new Date().toISOString();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  row.querySelector('[data-register-nonce]').value = Array.from(bytes, (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
