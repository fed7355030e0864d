import { newKey } from "../new-key.ts";
import { keep, type Line } from "./store.ts";

type Fields = Pick<Line, "key" | "heading" | "said" | "answer" | "giveTo">;

/** Takes lines from the form of a room: one line, Enter, next. Where the browser can keep nothing, the form is sent as it is. */
export function offerForm(form: HTMLFormElement, box: HTMLElement, kept: () => void) {
  let edited: Line | null = null;
  let last = 0;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (read().said === "") return focus();
    const line = lineOf(read());
    edited = null;
    fill({ key: newKey(box.dataset["letters"] ?? ""), said: "", answer: "", giveTo: "" });
    focus();
    keep(line).then(kept, () => {
      fill(line);
      // Past this listener.
      form.submit();
    });
    navigator.storage?.persist?.().catch(() => undefined);
  });

  /** A line that is corrected keeps its place and its reference: the server has not taken it. */
  function lineOf(fields: Fields): Line {
    last = Math.max(last + 1, Date.now());
    const page = location.pathname;
    const meeting = document.querySelector("h1")?.textContent ?? "";
    const from = { at: last, account: box.dataset["outbox"] ?? "", action: form.dataset["outboxForm"] ?? "", page, meeting };
    if (edited === null) return { ...from, ...fields, key: fields.key || newKey(box.dataset["letters"] ?? "") };
    const { at, account, action, key } = edited;
    return { ...from, ...fields, at, account, action, key };
  }

  const field = (name: keyof Fields): HTMLInputElement | RadioNodeList | null => form.elements.namedItem(name) as HTMLInputElement | RadioNodeList | null;
  const value = (name: keyof Fields): string => (field(name)?.value ?? "").trim();
  const read = (): Fields => ({ key: value("key"), heading: value("heading"), said: value("said"), answer: value("answer"), giveTo: value("giveTo") });
  const focus = (): void => form.querySelector<HTMLElement>('[name="said"]')?.focus();

  function fill(fields: Partial<Fields>): void {
    for (const name of ["key", "heading", "said", "answer", "giveTo"] as const) {
      const [found, text] = [field(name), fields[name]];
      if (found !== null && text !== undefined) found.value = text;
    }
  }

  return {
    /** Puts a line that was refused back into the form; it stays kept until it is sent again. */
    edit(line: Line): void {
      // What stands in the form is taken first.
      if (read().said !== "") form.requestSubmit();
      edited = line;
      fill(line);
      focus();
    },
  };
}
