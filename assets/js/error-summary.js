/** Takes the reader to what has to be put right, as the page says it above the heading. */
export function focusErrorSummary() {
  const summary = document.querySelector('[data-error-summary]');
  if (!summary) return;
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const labelled = field.closest('fieldset, .field') ?? field;
    labelled.scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
