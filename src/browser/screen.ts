// The screen on the wall and the machine at the door. Both work without it: the screen then asks anew every few seconds.

type News = { readonly html: string; readonly calls: readonly { readonly key: string; readonly say: string }[] };

const comeBackMs = 5_000;
const returnMs = 20_000;

const board = document.querySelector<HTMLElement>("[data-stream]");
const lost = document.querySelector<HTMLElement>("[data-lost]");
const speak = document.querySelector<HTMLButtonElement>("[data-speak]");
const spoken = new Set<string>();
let aloud = false;
let first = true;

if (board) listen(board, board.dataset["stream"] ?? "");
if (speak && "speechSynthesis" in window) offerVoice(speak);
returnToStart();

/** The browser comes back by itself after a broken line; after a refusal we ask it to. The server begins with all there is. */
function listen(place: HTMLElement, address: string): void {
  const source = new EventSource(address);
  source.addEventListener("open", () => lost?.toggleAttribute("hidden", true));
  source.addEventListener("message", ({ data }) => show(place, JSON.parse(data) as News));
  source.addEventListener("error", () => {
    lost?.toggleAttribute("hidden", false);
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen(place, address), comeBackMs);
  });
}

function show(place: HTMLElement, { html, calls }: News): void {
  place.innerHTML = html;
  place.dataset["live"] = "";
  for (const { key, say } of [...calls].reverse()) {
    // What was called before this screen was opened is not called out again.
    if (!spoken.has(key) && !first && aloud) utter(say);
    spoken.add(key);
  }
  first = false;
}

/** Browsers let a page speak only after somebody pressed something on it. */
function offerVoice(button: HTMLButtonElement): void {
  button.hidden = false;
  button.addEventListener("click", () => {
    aloud = !aloud;
    button.setAttribute("aria-pressed", String(aloud));
    button.textContent = (aloud ? button.dataset["off"] : button.dataset["on"]) ?? "";
    if (!aloud) speechSynthesis.cancel();
  });
}

function utter(text: string): void {
  const words = new SpeechSynthesisUtterance(text);
  words.lang = "vi-VN";
  words.rate = 0.9;
  const voice = speechSynthesis.getVoices().find(({ lang }) => lang.startsWith("vi"));
  if (voice) words.voice = voice;
  speechSynthesis.speak(words);
}

/** The machine at the door goes back to its first page for the next person. */
function returnToStart(): void {
  const ticket = document.querySelector<HTMLElement>("[data-return]");
  const address = ticket?.dataset["return"];
  if (address) setTimeout(() => location.assign(address), returnMs);
}
