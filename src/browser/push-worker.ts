// Runs in the browser when a message comes, with no page open. It shows the message and opens one page; it keeps nothing and fetches nothing.
type Message = { readonly title: string; readonly body: string; readonly url: string; readonly lang: string; readonly tag: string };
type Awaiting = Event & { waitUntil(work: Promise<unknown>): void };
type Arrived = Awaiting & { readonly data: { json(): Message } | null };
type Pressed = Awaiting & { readonly notification: Notification };
type Page = { readonly url: string; focus(): Promise<unknown> };
type PushHouse = {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { matchAll(options: object): Promise<readonly Page[]>; openWindow(url: string): Promise<unknown> };
  addEventListener(type: "push", listen: (event: Arrived) => void): void;
  addEventListener(type: "notificationclick", listen: (event: Pressed) => void): void;
};

const worker = self as unknown as PushHouse;

worker.addEventListener("push", (event) => {
  if (event.data === null) return;
  const { title, body, url, lang, tag } = event.data.json();
  event.waitUntil(worker.registration.showNotification(title, { body, lang, tag, data: url }));
});

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(String(event.notification.data)));
});

/** Opens a page of this house and of no other. */
async function show(path: string): Promise<unknown> {
  const url = new URL(path, worker.location.origin);
  if (url.origin !== worker.location.origin) return undefined;
  const open = await worker.clients.matchAll({ type: "window" });
  const known = open.find((page) => page.url === url.href);
  return known ? await known.focus() : await worker.clients.openWindow(url.href);
}

// A file of its own, with no name for others.
export {};
