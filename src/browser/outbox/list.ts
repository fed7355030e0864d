import type { State } from "./queue.ts";
import { drop, type Line } from "./store.ts";

type Acts = { readonly sendNow: () => void; readonly edit: (line: Line) => void };

/** Shows what waits on this device, each with why if it was refused. */
export function showLines(box: HTMLElement, { lines, signedOut }: State, acts: Acts): void {
  const words = box.dataset;
  box.hidden = lines.length === 0;
  const unsent = lines.filter(({ refused }) => refused === undefined);
  const waiting = String(unsent.length);
  box.dataset["here"] = String(lines.filter(({ page }) => page === location.pathname).length);
  const told = part(box, "told");
  const text = ((signedOut ? words["signedOut"] : waiting === "0" ? words["refusedOnly"] : words["waiting"]) ?? "").replace("{n}", waiting);
  // Said again only when it changes: whoever hears the page is not told the same for every line.
  if (told && told.textContent !== text) told.textContent = text;
  const signIn = part(box, "sign-in");
  if (signIn) signIn.hidden = !signedOut;
  const now = part(box, "now");
  if (now) {
    now.hidden = signedOut || waiting === "0";
    now.onclick = acts.sendNow;
  }
  part(box, "lines")?.replaceChildren(...lines.map((line) => item(box, line, acts)));
}

const part = (within: ParentNode, name: string): HTMLElement | null => within.querySelector<HTMLElement>(`[data-part="${name}"]`);

function item(box: HTMLElement, line: Line, acts: Acts): Node {
  const template = box.querySelector<HTMLTemplateElement>("template");
  const made = document.importNode(template?.content ?? new DocumentFragment(), true);
  const { said, meeting, page, refused } = line;
  fill(made, "said", said);
  fill(made, "state", (refused === undefined ? box.dataset["stateWaiting"] : box.dataset["stateRefused"]) ?? "");
  fill(made, "why", refused ?? "");
  if (page !== location.pathname) part(made, "meeting")?.append(linkTo(page, meeting));
  const here = page === location.pathname && document.querySelector("form[data-outbox-form]") !== null;
  act(made, "edit", { shown: refused !== undefined && here, said, does: () => acts.edit(line) });
  act(made, "discard", {
    shown: refused !== undefined,
    said,
    does: () => {
      if (window.confirm(box.dataset["sure"] ?? "")) drop(line).then(acts.sendNow, () => undefined);
    },
  });
  return made;
}

function linkTo(page: string, text: string): HTMLAnchorElement {
  return Object.assign(document.createElement("a"), { href: page, textContent: text });
}

function fill(within: ParentNode, name: string, text: string): void {
  const found = part(within, name);
  if (found) found.textContent = text;
}

function act(within: ParentNode, name: string, { shown, said, does }: { readonly shown: boolean; readonly said: string; readonly does: () => void }): void {
  const place = part(within, name);
  if (place === null) return;
  place.hidden = !shown;
  place.onclick = does;
  // Out of its line, a verb does not say whose it is.
  place.querySelector("button")?.setAttribute("aria-label", `${place.textContent}: ${said}`);
}
