import { leaveStandIn } from "./stand-in.ts";
import { drop, keep, type Line, linesOf } from "./store.ts";

/** How it stands with what waits. */
export type State = { readonly lines: readonly Line[]; readonly signedOut: boolean };
type Outcome = "taken" | "later" | "signedOut" | { readonly refused: string };

const patienceMs = 20_000;
const pausesMs = [2_000, 4_000, 8_000, 15_000, 30_000, 60_000] as const;

/** Sends what waits, one line after the other, whenever there is a network: at once, and again after pauses that grow. */
export function keepSending(box: HTMLElement, show: (state: State) => void) {
  const account = box.dataset["outbox"] ?? "";
  let pause = 0;
  let timer: number | undefined;
  let running = false;
  let once = false;
  let signedOut = false;

  const tell = async (): Promise<void> => show({ lines: await linesOf(account), signedOut });

  async function run(): Promise<void> {
    let outcome: Outcome = "taken";
    let taken = 0;
    // Lines that are refused wait for somebody; the others go on in their order.
    for (let line = await nextOf(account); line && outcome !== "later" && outcome !== "signedOut"; line = await nextOf(account)) {
      outcome = await send(box, line);
      if (outcome === "taken") taken += 1;
      if (outcome === "taken") await drop(line);
      else if (typeof outcome === "object") await keep({ ...line, refused: outcome.refused });
      signedOut = outcome === "signedOut";
      await tell();
    }
    if (taken > 0) await refresh().catch(() => undefined);
    if (taken > 0 && outcome === "taken") leaveStandIn();
    if (outcome !== "later") pause = 0;
    else timer = window.setTimeout(again, pausesMs[Math.min(pause++, pausesMs.length - 1)]);
  }

  /** Tries now. What is asked for meanwhile is done after it. */
  function again(): void {
    window.clearTimeout(timer);
    once = true;
    // A line that was just typed is seen at once, also while another is on its way.
    const told = tell().catch(() => undefined);
    if (running) return;
    running = true;
    told
      .then(() =>
        alone(async () => {
          while (once) {
            once = false;
            await run();
          }
        }),
      )
      .catch(() => undefined)
      .finally(() => {
        running = false;
      });
  }

  window.addEventListener("online", () => {
    pause = 0;
    again();
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  return { again };
}

const nextOf = async (account: string): Promise<Line | undefined> => (await linesOf(account)).find(({ refused }) => refused === undefined);

/** Two windows of one browser do not send at once: the order would be nobody's. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return await work();
  await navigator.locks.request("gan-dan-outbox", work);
}

/** Sends one line. Only what the server says in so many words counts as taken: a stranger's page in between says nothing of it. */
async function send(box: HTMLElement, { action, account, key, heading, said, answer, giveTo = "" }: Line): Promise<Outcome> {
  const stop = new AbortController();
  const patience = window.setTimeout(() => stop.abort(), patienceMs);
  try {
    const body = new URLSearchParams({ account, key, heading, said, answer, giveTo });
    const reply = await fetch(action, { method: "POST", body, redirect: "manual", signal: stop.signal });
    if (reply.status === 401) return "signedOut";
    if (reply.status === 403) return { refused: box.dataset["notPermitted"] ?? "" };
    if (reply.status === 404) return { refused: box.dataset["notFound"] ?? "" };
    // Too slow, in too great a hurry, or a trouble of the server: that passes.
    if ([408, 425, 429].includes(reply.status) || reply.status >= 500) return "later";
    const told: { readonly taken?: string; readonly why?: string } = await reply.json().catch(() => ({}));
    if (reply.ok && told.taken === key) return "taken";
    return reply.status >= 400 ? { refused: told.why ?? box.dataset["notTaken"] ?? "" } : "later";
  } catch {
    return "later";
  } finally {
    window.clearTimeout(patience);
  }
}

/** Shows in the list of the page what has been taken, as the server tells it. */
async function refresh(): Promise<void> {
  const here = document.querySelector("#da-ghi");
  if (here === null) return;
  const reply = await fetch(location.pathname);
  const fresh = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("#da-ghi");
  if (reply.ok && fresh !== null) here.replaceWith(document.adoptNode(fresh));
}
