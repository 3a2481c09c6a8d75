/** What every page has: comforts that a page works without. */

import { sendOnChange, sendOnce } from "../parts/forms.js";
import { startMenus } from "../parts/menus.js";
import { startPalette } from "../parts/palette.js";
import { startShortcuts } from "../parts/shortcuts.js";
import { startToasts } from "../parts/toasts.js";

sendOnce(document);
sendOnChange(document);
startMenus();
startToasts();
startPalette();
startShortcuts();
if ("serviceWorker" in navigator && window.isSecureContext) navigator.serviceWorker.register("/sw.js");
