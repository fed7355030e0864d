/** What a device keeps for an officer alone goes when he signs out; lines that wait for him stay. */
export function forgetOnLeaving(): void {
  document.querySelector("form[data-sign-out]")?.addEventListener("submit", () => {
    if ("caches" in window) caches.delete("stand-in-1").catch(() => undefined);
  });
}
