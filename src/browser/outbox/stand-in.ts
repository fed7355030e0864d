const worker = "/tai-san/offline-worker.js?thay";

/**
 * Has a page kept on this device that stands in, without a network, for those below the address that `box` tells: the one of the officer who is signed in,
 * as it is built today.
 */
export async function keepStandIn(box: HTMLElement): Promise<void> {
  const { standIn, outbox: account } = box.dataset;
  if (standIn === undefined || !window.isSecureContext || !("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register(worker, { scope: standIn, updateViaCache: "none" });
  const kept = await (await caches.match(`${standIn}/mat-mang`))?.text();
  const right = [`data-outbox="${account}"`, new URL(import.meta.url).pathname].every((part) => kept?.includes(part));
  // A worker that only begins keeps it by itself.
  if (!right) registration.active?.postMessage("keep");
}

/** From the page that stood in back to the meeting itself, at the same heading; not while something stands in the form. */
export function leaveStandIn(): void {
  const form = document.querySelector<HTMLFormElement>("[data-stands-in] form");
  if (form === null) return;
  const typed = new FormData(form);
  if ([typed.get("said"), typed.get("answer"), typed.get("giveTo")].some(Boolean)) return;
  // The address may be this one already, and then going there would load nothing.
  history.replaceState(null, "", `${location.pathname}?muc=${String(typed.get("heading"))}`);
  location.reload();
}
