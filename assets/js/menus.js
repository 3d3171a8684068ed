/** The folded menus of the header close on Escape and when the reader goes elsewhere. */
export function closeMenus() {
  const menus = [...document.querySelectorAll('.site-header details')];
  const close = (menu) => {
    if (menu.open && menu.contains(document.activeElement)) menu.querySelector('summary').focus();
    menu.open = false;
  };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') menus.forEach(close);
  });
  for (const kind of ['click', 'focusin'])
    document.addEventListener(kind, ({ target }) => {
      for (const menu of menus) if (menu.open && !menu.contains(target)) menu.open = false;
    });
}
