import type { Html } from "./html.ts";

/** A key, as it is printed on the keyboard. Screen readers hear it through `aria-keyshortcuts` instead. */
export function Kbd({ children }: { readonly children: string }): Html {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus
  return <kbd aria-hidden="true">{children}</kbd>;
}
