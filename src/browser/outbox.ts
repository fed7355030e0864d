import { offerForm } from "./outbox/form.ts";
import { showLines } from "./outbox/list.ts";
import { keepSending } from "./outbox/queue.ts";

// Lines that are taken in a room stay on this device until the server has said that it has them. Without this script the form is an ordinary one.
const box = document.querySelector<HTMLElement>("[data-outbox]");
if (box !== null) start(box);

function start(outbox: HTMLElement): void {
  const sending = keepSending(outbox, (state) => showLines(outbox, state, { sendNow: () => sending.again(), edit: (line) => form?.edit(line) }));
  const element = document.querySelector<HTMLFormElement>("form[data-outbox-form]");
  const form = element && offerForm(element, outbox, () => sending.again());
  sending.again();
}
