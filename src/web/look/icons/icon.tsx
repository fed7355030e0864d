import { createElement } from "preact";
import type { Html } from "../../views/html.ts";
import type { IconName } from "./names.ts";
import { drawings } from "./nodes.ts";

type Strokes = readonly (readonly [tag: string, attributes: { readonly [name: string]: string }])[];

const strokes = new Map(Object.entries(drawings).map(([name, json]) => [name, JSON.parse(json) as Strokes]));

/** A drawing beside a word, never instead of one: screen readers pass over it. */
export function Icon({ name }: { readonly name: IconName }): Html {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {strokes.get(name)?.map(([tag, attributes]) => createElement(tag, attributes))}
    </svg>
  );
}
