/** What every page has: comforts that a page works without. */

import { startDialogs } from "../parts/dialogs.js";
import { guardUnsent, sendOnce, sendOnChange } from "../parts/forms.js";
import { startMenus } from "../parts/menus.js";
import { startPalette } from "../parts/palette.js";
import { startShortcuts } from "../parts/shortcuts.js";
import { startToasts } from "../parts/toasts.js";

sendOnce(document);
sendOnChange(document);
guardUnsent(document);
startDialogs();
startMenus();
startToasts();
startPalette();
startShortcuts();
if ("serviceWorker" in navigator && window.isSecureContext) navigator.serviceWorker.register("/sw.js");
