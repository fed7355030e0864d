import "htmx.org";
import { showCameraButtons } from "./camera-buttons.ts";
import { listenToKeys } from "./keys.ts";
import { forgetOnLeaving } from "./leave.ts";
import { printInPlace, printPage } from "./print.ts";
import { tickGroups } from "./ticks.ts";

// Every page of the office works without this script; it only makes the hands faster.
listenToKeys();
printInPlace();
printPage();
showCameraButtons();
tickGroups();
forgetOnLeaving();
