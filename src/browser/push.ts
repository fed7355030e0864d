// Offers to tell on this device, where the browser can do it. Nothing is asked before somebody presses the button.
const workerAddress = "/tai-san/push-worker.js";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-push]")) offer(form);

function offer(form: HTMLFormElement): void {
  if (!window.isSecureContext || !("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start(form).catch(() => say(form, form.dataset["failed"]));
  });
}

async function start(form: HTMLFormElement): Promise<void> {
  if ((await Notification.requestPermission()) !== "granted") return say(form, form.dataset["denied"]);
  const { endpoint, keys } = (await subscribe(await managerOf(workerAddress), form.dataset["push"] ?? "")).toJSON();
  fill(form, { endpoint, p256dh: keys?.["p256dh"], auth: keys?.["auth"] });
  // Sent as the form that it is; `submit` does not come back here.
  form.submit();
}

/** Of this very worker: a page may be in the scope of another one too, to which no message is to go. */
async function managerOf(worker: string): Promise<PushManager> {
  const registration = await navigator.serviceWorker.register(worker, { scope: "/", updateViaCache: "none" });
  const coming = registration.installing ?? registration.waiting;
  if (registration.active === null && coming !== null) await activated(coming);
  return registration.pushManager;
}

async function activated(worker: ServiceWorker): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("the worker did not begin"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

async function subscribe(manager: PushManager, key: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await manager.subscribe(options);
  } catch (error) {
    // An installation before this one had another key.
    const old = await manager.getSubscription();
    if (old === null) throw error;
    await old.unsubscribe();
    return await manager.subscribe(options);
  }
}

function fill(form: HTMLFormElement, values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value ?? "";
  }
}

function say(form: HTMLFormElement, words: string | undefined): void {
  const place = form.querySelector("[data-push-said]");
  if (place) place.textContent = words ?? "";
}
