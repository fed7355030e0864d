import { sendScan } from "./scan.ts";

// A scanner types a whole code within a few hundredths of a second per key; a hand does not.
const scannerPauseMs = 60;
const shortestScan = 6;

/** Shortcuts, rows by arrow, and scans that arrive while the cursor stands in no field. */
export function listenToKeys(): void {
  let typed = "";
  let timer: number | undefined;

  const settle = () => {
    const key = typed;
    typed = "";
    // What a page gives a key of its own to comes before the keys of its rows.
    if (key.length === 1 && !follow(key)) actOnRow(key.toLowerCase());
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || inField(event.target)) return;
    clearTimeout(timer);
    if (event.key === "Enter" && typed.length >= shortestScan) {
      event.preventDefault();
      sendScan(typed);
      typed = "";
      return;
    }
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && moveRow(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") follow(event.key);
    if (event.key.length !== 1) {
      typed = "";
      return;
    }
    // Firefox opens its own search on "/".
    if (event.key === "/") event.preventDefault();
    typed += event.key;
    timer = window.setTimeout(settle, scannerPauseMs);
  });
}

/** Presses or focuses what carries the key among its `aria-keyshortcuts`. @returns false when nothing does */
function follow(key: string): boolean {
  const wanted = key.toLowerCase();
  const targets = document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]");
  const found = [...targets].filter((element) => element.getAttribute("aria-keyshortcuts")?.toLowerCase().split(" ").includes(wanted));
  // A field comes before a link to the page that has one.
  const target = found.find(isField) ?? found[0];
  if (target === undefined) return false;
  if (isField(target)) {
    target.focus();
    if (target instanceof HTMLInputElement) target.select();
    return true;
  }
  target.click();
  return true;
}

/** Keys of a list of work. */
function actOnRow(key: string): void {
  if (key === "j" || key === "k") moveRow(key === "j" ? 1 : -1);
  if (key === "x") tickRow();
}

/** From the link of one row to that of the next. @returns false where the keys keep their own meaning */
function moveRow(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>(".table tbody .main-cell a")];
  const here = document.activeElement;
  // Somebody who has just ticked a row goes on from that row.
  const row = here?.closest("tr");
  const at = links.findIndex((link) => link === here || (row !== null && row === link.closest("tr")));
  if (links.length === 0 || (at === -1 && here !== document.body && here?.id !== "main")) return false;
  links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  return true;
}

function tickRow(): void {
  document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
}

function inField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (isField(target) || target.closest("dialog[open]") !== null);
}

function isField(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches("input:not([type=checkbox], [type=radio], [type=file]), textarea, select");
}
