/** A box that ticks a group ticks the boxes of its rows, and is ticked when all of them are. Without this the server reads the box itself. */
export function tickGroups(): void {
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "checkbox") return;
    const body = target.closest("tbody");
    const whole = body?.querySelector<HTMLInputElement>("input[data-tick-group]");
    if (!body || !whole) return;
    const rows = [...body.querySelectorAll<HTMLInputElement>("input[type=checkbox]:not([data-tick-group])")];
    if (target === whole) for (const row of rows) row.checked = whole.checked;
    else whole.checked = rows.every((row) => row.checked);
  });
}
