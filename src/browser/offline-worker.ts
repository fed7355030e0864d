// Serves one page without a network, and says so when a form could not be sent. It keeps two pages, with the
// telephone of the post that was chosen last, their styles and fonts, and nothing that anybody typed.
type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Extendable & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  readonly registration: ServiceWorkerRegistration;
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listen: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listen: (event: Fetching) => void): void;
};

const worker = self as unknown as Worker;
const store = "offline-1";
const pagePath = new URL(worker.registration.scope).pathname;
const unsentPath = `${pagePath}/mat-mang`;

worker.addEventListener("install", (event) => event.waitUntil(Promise.all([keep(pagePath), keep(unsentPath)]).then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin) return;
  if (request.mode === "navigate" && request.method === "POST") event.respondWith(fetch(request).catch(() => kept(unsentPath)));
  else if (request.mode === "navigate" && pathname === pagePath) event.respondWith(freshPage(event));
  else if (request.method === "GET" && pathname.startsWith("/tai-san/")) event.respondWith(asset(request));
});

/** Keeps a page with what it needs. */
async function keep(path: string): Promise<void> {
  const cache = await caches.open(store);
  const answer = await fetch(path, { cache: "no-store" });
  if (!answer.ok) throw new Error("the page is not there");
  const text = await answer.clone().text();
  await cache.put(path, answer);
  const needed = [...text.matchAll(/(?:href|src)="(\/tai-san\/[^"]+)"/g)].map((match) => match[1] ?? "");
  await Promise.all(needed.map(async (address) => (await cache.match(address)) ?? (await cache.add(address))));
}

/** The newest page, or the one that was kept. Only a whole page takes the place of the kept one, and then the page for what could not be sent is renewed too. */
async function freshPage(event: Fetching): Promise<Response> {
  const { request } = event;
  try {
    const answer = await fetch(request);
    if (answer.ok && request.method === "GET") {
      await (await caches.open(store)).put(pagePath, answer.clone());
      event.waitUntil(keep(unsentPath).catch(() => undefined));
    }
    return answer;
  } catch {
    return await kept(pagePath);
  }
}

/** Built files carry the hash of their content in their name: one that is kept is right. */
async function asset(request: Request): Promise<Response> {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(store)).put(request, answer.clone());
  return answer;
}

async function kept(path: string): Promise<Response> {
  return (await caches.match(path)) ?? Response.error();
}

// A file of its own, with no name for others.
export {};
