/** Puts a code into the page's field for codes and sends its form, as if the scanner had typed there. */
export function sendScan(code: string, field = document.querySelector<HTMLInputElement>("input[data-scan]")): void {
  if (field === null) return;
  field.value = code;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.form?.requestSubmit();
}
