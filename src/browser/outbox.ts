import { offerForm } from "./outbox/form.ts";
import { sendInPlace } from "./outbox/in-place.ts";
import { showLines } from "./outbox/list.ts";
import { keepSending } from "./outbox/queue.ts";
import { keepStandIn } from "./outbox/stand-in.ts";

// Lines that are taken in a room stay on this device until the server has said that it has them. Without this script the form is an ordinary one.
const box = document.querySelector<HTMLElement>("[data-outbox]");
if (box !== null) start(box);

function start(outbox: HTMLElement): void {
  const sending = keepSending(outbox, (state) => showLines(outbox, state, { sendNow: () => sending.again(), edit: (line) => form?.edit(line) }));
  const element = document.querySelector<HTMLFormElement>("form[data-outbox-form]");
  const form = element && offerForm(element, outbox, () => sending.again());
  for (const last of document.querySelectorAll<HTMLFormElement>("form[data-outbox-after]")) holdUntilSent(last, outbox);
  sendInPlace();
  sending.again();
  keepStandIn(outbox).catch(() => undefined);
}

/** What would turn away the lines that still wait here, also those that somebody has to correct, is done after them. */
function holdUntilSent(form: HTMLFormElement, outbox: HTMLElement): void {
  form.addEventListener("submit", (event) => {
    const waiting = outbox.dataset["here"] ?? "0";
    if (waiting === "0") return;
    event.preventDefault();
    window.alert((outbox.dataset["first"] ?? "").replace("{n}", waiting));
    outbox.scrollIntoView();
  });
}
