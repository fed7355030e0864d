/**
 * Sends a form of a part `[data-in-place]` and shows that part alone again, as the server answers it: what is half typed into the other forms of the
 * page stays. Without this script, or where the answer is of another kind, the form is an ordinary one; its key makes it harmless to send it again.
 */
export function sendInPlace(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target instanceof HTMLFormElement ? event.target : null;
    const part = form?.closest<HTMLElement>("[data-in-place]");
    if (!form || !part || event.defaultPrevented) return;
    event.preventDefault();
    // Pressed again before the answer has come.
    if (part.ariaBusy === "true") return;
    part.ariaBusy = "true";
    send(form, part)
      .then((shown) => {
        if (!shown) form.submit();
      })
      // Nothing came back: going to a page that does not come would take what is typed here away. Its key lets it be sent again.
      .catch(() => window.alert(document.querySelector<HTMLElement>("[data-outbox]")?.dataset["noNetwork"] ?? ""))
      .finally(() => {
        part.ariaBusy = null;
      });
  });
}

const patienceMs = 20_000;

async function send(form: HTMLFormElement, part: HTMLElement): Promise<boolean> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const stop = new AbortController();
  const patience = window.setTimeout(() => stop.abort(), patienceMs);
  const reply = await fetch(form.action, { method: "POST", body, signal: stop.signal }).finally(() => window.clearTimeout(patience));
  if (!reply.ok && reply.status !== 422) return false;
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const fresh = page.getElementById(part.id);
  // Done, and there is nothing more of it to do here: the part may have gone from the page altogether.
  if (reply.ok && !fresh?.querySelector("form")) location.assign(reply.url);
  else if (!fresh) return false;
  else {
    for (const follows of reply.ok ? document.querySelectorAll("[data-follows]") : []) replace(follows, page);
    replace(part, page);
    const shown = document.getElementById(part.id);
    const next = ['[aria-invalid="true"]', "[autofocus]", 'input[type="text"]'].map((one) => shown?.querySelector<HTMLElement>(one));
    next.find(Boolean)?.focus();
  }
  return true;
}

function replace(old: Element, page: Document): void {
  const fresh = page.getElementById(old.id);
  if (fresh !== null) old.replaceWith(document.adoptNode(fresh));
}
