// Keeps the page that asks for this script on the device, so that it opens without a network.
import { newKey } from "./new-key.ts";

const offlineWorkerAddress = "/tai-san/offline-worker.js";

// The first part of the address: also the answer to a form below it leads to keeping the page itself.
const page = `/${location.pathname.split("/")[1]}`;

if (window.isSecureContext && "serviceWorker" in navigator) {
  navigator.serviceWorker.register(offlineWorkerAddress, { scope: page, updateViaCache: "none" }).catch(() => undefined);
  // Said only where it is true: a worker is ready once it has kept the page.
  navigator.serviceWorker.ready
    .then(() => {
      for (const said of document.querySelectorAll<HTMLElement>("[data-kept]")) said.hidden = false;
    })
    .catch(() => undefined);
}

// A form that is sent twice says by its key that it is one. A page that is gone back to has its key still.
for (const field of document.querySelectorAll<HTMLInputElement>("input[data-key-letters]")) field.value ||= newKey(field.dataset["keyLetters"] ?? "");
