/** A button that carries `data-print-page` prints the page on which it stands; without the script it is not shown. */
export function printPage(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print-page]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

/** A link to a PDF that carries `data-print` prints it at once. Where that fails, the PDF opens in a new tab. */
export function printInPlace(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-print]") : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    print(link.href);
  });
}

function print(address: string): void {
  document.querySelector("iframe.print-frame")?.remove();
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  frame.addEventListener("load", () => {
    try {
      if (frame.contentWindow === null) throw new Error("no window");
      frame.contentWindow.focus();
      frame.contentWindow.print();
    } catch {
      window.open(address, "_blank", "noopener");
    }
  });
  frame.src = address;
  document.body.append(frame);
}
