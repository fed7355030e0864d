import type { VNode } from "preact";

/**
 * What a view may contain: an element, text, a figure, a list of these, or nothing. Preact itself also lets an object, a
 * promise or a date pass as a child; a component whose `children` are `Html` does not.
 */
export type Html = VNode | string | number | false | null | undefined | readonly Html[];
