/** Everything here makes a working page quicker or calmer; no page needs it. */
import { guardDoubleSubmit } from './double-submit.js';
import { focusErrorSummary } from './error-summary.js';
import { closeMenus } from './menus.js';
import { quickExit } from './quick-exit.js';
import { register } from './register.js';

quickExit();
focusErrorSummary();
guardDoubleSubmit();
closeMenus();
register();
