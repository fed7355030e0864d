// Keeps the page that asks for this script on the device, so that it opens without a network.
const offlineWorkerAddress = "/tai-san/offline-worker.js";

// The first part of the address: also the answer to a form below it leads to keeping the page itself.
const page = `/${location.pathname.split("/")[1]}`;

if (window.isSecureContext && "serviceWorker" in navigator) {
  navigator.serviceWorker.register(offlineWorkerAddress, { scope: page, updateViaCache: "none" }).catch(() => undefined);
  // Said only where it is true: a worker is ready once it has kept the page.
  navigator.serviceWorker.ready.then(() => {
    for (const said of document.querySelectorAll<HTMLElement>("[data-kept]")) said.hidden = false;
  }, Boolean);
}
