// Serves what it keeps without a network, in one of two manners. Plainly registered, it keeps the page of its own address and the one that says that
// a form could not be sent, with the telephone of the post that was chosen last. Registered with "?thay", it keeps only a page that stands in for
// those below its address, and serves it also when the network takes too long. Either with styles and fonts, and nothing that anybody typed: that goes back into the page that says so, to be sent again.
type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Extendable & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  readonly registration: ServiceWorkerRegistration;
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate" | "message", listen: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listen: (event: Fetching) => void): void;
};

const worker = self as unknown as Worker;
const standsIn = new URLSearchParams(worker.location.search).has("thay");
const store = standsIn ? "stand-in-1" : "offline-1";
const pagePath = new URL(worker.registration.scope).pathname;
/** Says that a form could not be sent, or stands in for a page that did not come. */
const withoutNetwork = `${pagePath}/mat-mang`;
/** Is put where a page that stands in has this reference, which is none. */
const noReference = "0".repeat(16);
const patienceMs = 10_000;

const keepAll = () => Promise.all((standsIn ? [withoutNetwork] : [pagePath, withoutNetwork]).map(keep));

worker.addEventListener("install", (event) => event.waitUntil(keepAll().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
// A page of ours says that what is kept is somebody else's, or old.
worker.addEventListener("message", (event) => event.waitUntil(keepAll().catch(() => undefined)));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin) return;
  if (request.method === "GET" && pathname.startsWith("/tai-san/")) return event.respondWith(asset(request));
  if (request.mode !== "navigate") return;
  if (standsIn) serveStandIn(event, pathname);
  else if (request.method === "POST") event.respondWith(sent(request, pathname));
  else if (pathname === pagePath) event.respondWith(freshPage(event));
});

/** Keeps a page with what it needs; one that only leads elsewhere, to signing in, is kept no longer. */
async function keep(path: string): Promise<void> {
  const cache = await caches.open(store);
  const answer = await fetch(path, { cache: "no-store" });
  if (answer.redirected) await cache.delete(path);
  if (!answer.ok || answer.redirected) throw new Error("the page is not there");
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
      event.waitUntil(keep(withoutNetwork).catch(() => undefined));
    }
    return answer;
  } catch {
    return await kept(pagePath);
  }
}

/** The answer to a form, or the page that says that it could not be sent: with what was typed into the form of the page itself, to be sent again. */
async function sent(request: Request, pathname: string): Promise<Response> {
  const again = pathname === pagePath ? request.clone() : null;
  try {
    return await fetch(request);
  } catch {
    const unsent = await kept(withoutNetwork);
    return again === null || !unsent.ok ? unsent : await withTyped(unsent, await again.formData());
  }
}

/** It stands in the page alone, and goes with it. */
async function withTyped(page: Response, typed: FormData): Promise<Response> {
  const fields = [...typed].flatMap(([name, value]) => (typeof value === "string" ? [`<input type="hidden" name="${quoted(name)}" value="${quoted(value)}">`] : []));
  const text = (await page.text()).replace(/ data-resend(?:="[^"]*")? hidden(?:="[^"]*")?>/, () => `>${fields.join("")}`);
  return new Response(text, { headers: plainHeaders(page) });
}

const quoted = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Of a page whose text was changed, and is no longer packed. */
function plainHeaders(page: Response): Headers {
  const headers = new Headers(page.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return headers;
}

/** A page below the address by its reference, or the one that stands in for it where there is one. What belongs to it, a file or a form, is none of this. */
function serveStandIn(event: Fetching, pathname: string): void {
  const { request } = event;
  const reference = pathname.startsWith(`${pagePath}/`) ? pathname.slice(pagePath.length + 1) : "";
  if (request.method !== "GET" || !/^[0-9A-Z]{16}$/.test(reference)) return;
  const page = fetch(request);
  event.respondWith(soon(page).catch(async () => (await standIn(reference)) ?? (await page)));
}

const soon = <T>(coming: Promise<T>): Promise<T> => Promise.race([coming, new Promise<never>((_, give) => setTimeout(() => give(new Error("too slow")), patienceMs))]);

async function standIn(reference: string): Promise<Response | null> {
  const answer = await caches.match(withoutNetwork);
  if (!answer) return null;
  return new Response((await answer.text()).replaceAll(noReference, reference), { headers: plainHeaders(answer) });
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
