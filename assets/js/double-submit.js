/** A second press while the first is on its way does nothing. Coming back to the page frees it. */
export function guardDoubleSubmit() {
  const onTheirWay = new Set();
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (onTheirWay.has(form)) event.preventDefault();
    else onTheirWay.add(form);
  });
  window.addEventListener('pageshow', () => onTheirWay.clear());
}
