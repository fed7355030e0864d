import { newReference, plainLetters } from "../../kernel/reference.ts";

/** Six of the letters that are not misread: 19^6, some 47 million. */
export const newCode = (): string => newReference().slice(0, 6);

/** A typed code without its spaces and strokes. Whatever it is, it can be looked for. */
export const plainCode = (typed: string): string => plainLetters(typed).slice(0, 50);

export const showCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`;
