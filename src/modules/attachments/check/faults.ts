import type { Bilingual } from "../../../base/lang.ts";
import { texts } from "../texts.ts";

/** Why a file is not taken, told to whoever brought it. */
export class FileFault extends Error {
  readonly shown: Bilingual;
  /** Nothing is wrong with the file: it can be tried again later. */
  readonly passing: boolean;
  constructor(shown: Bilingual, { passing = false }: { readonly passing?: boolean } = {}) {
    super(shown.en);
    this.name = "FileFault";
    this.shown = shown;
    this.passing = passing;
  }
}

/** A fault by its name. */
export const fault = (name: keyof typeof texts.faults): FileFault => new FileFault(texts.faults[name]);
