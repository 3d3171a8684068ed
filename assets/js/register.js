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
    noteTime(target.closest('[data-register-row]')?.querySelector('[data-register-at]'));
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
