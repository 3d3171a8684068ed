/**
 * The register while the leader taps: "N av M här" stays right, each row notes when it was tapped
 * (the phone may be without a network until much later), and unsaved taps are not lost by accident.
 */
export function register() {
  const count = document.querySelector('[data-register-count]');
  const form = document.querySelector('.register-group')?.closest('form');
  if (!count || !form) return;
  let unsaved = false;
  form.addEventListener('change', ({ target }) => {
    unsaved = true;
    noteDecision(target.closest('[data-register-row]'));
    showCount(count, form);
  });
  form.addEventListener('submit', () => {
    unsaved = false;
    noteTime(form.querySelector('[data-register-sent-at]'));
  });
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
}

/** Each tap is a decision of its own; a page that is sent twice repeats it under the same nonce. */
function noteDecision(row) {
  if (!row) return;
  noteTime(row.querySelector('[data-register-at]'));
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  row.querySelector('[data-register-nonce]').value = Array.from(bytes, (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function noteTime(field) {
  if (field) field.value = new Date().toISOString();
}

function showCount(count, form) {
  const here = form.querySelectorAll('input[value="here"]:checked, input[value="online"]:checked');
  const { pattern, unsaved } = count.dataset;
  count.querySelector('[data-count-text]').textContent = pattern.replace('#', here.length);
  count.querySelector('[data-count-state]').textContent = ` · ${unsaved}`;
  count.dataset.state = 'unsaved';
}
