import { listPages } from "../pdf-pages.ts";
import type { TypesetOrder } from "./messages.ts";
import { Press, TypesetError } from "./press.ts";

/** Plain JSON, the only shape in which data reaches a template. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A template (a path below the project root such as "src/modules/procedures/documents/ct04.typ") and what it shows. */
export type Paper = { readonly template: string; readonly data: JsonValue };

export type Typesetter = {
  /**
   * Makes a PDF/A-2a, tagged, in Tinos. The same template and data give the same bytes.
   *
   * @throws TypesetError when the template is unknown or complains, when the process dies, or when patience ends
   */
  typeset(template: string, data: JsonValue): Promise<Uint8Array>;
  /** The same paper as a picture (SVG) with all its pages below one another: what a screen shows of it. @throws TypesetError */
  draw(template: string, data: JsonValue): Promise<Uint8Array>;
  /**
   * Papers from this press, signed or not, in one PDF for the printer, in order. It says nothing about signatures.
   *
   * @param duplex each paper begins on a sheet of its own when both sides are printed
   * @throws TypesetError, PdfSyntaxError for a PDF that is not from our press
   */
  bind(sheets: readonly Uint8Array[], given: { readonly title: string; readonly duplex: boolean }): Promise<Uint8Array>;
  /** Ends the processes; what waits fails. Resolves when the processes are gone. */
  close(): Promise<void>;
  /** The processes now alive, for the health page. */
  processIds(): readonly number[];
};

export type TypesetterOptions = {
  /** The project root; every `.typ` below its `src` is a template, read when a process starts. */
  readonly root: string;
  /** How many documents are set at once; each process takes 100 to 250 MB. */
  readonly workers?: number;
  /** Documents after which a process is replaced, because its memory only grows. */
  readonly recycleAfter?: number;
  /** How long one document may take. */
  readonly patienceMs?: number;
};

const boundTemplate = "src/platform/typst-templates/bound.typ";

type Waiting = { readonly order: TypesetOrder; readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: unknown) => void };

/** Starts nothing yet: the first document starts the first process. */
export function startTypesetter(options: TypesetterOptions): Typesetter {
  const pool = new PressPool({ workers: 1, recycleAfter: 150, patienceMs: 30_000, ...options });
  return {
    typeset: (template, data) => pool.add({ template, data: JSON.stringify(data, composed), as: "archive", files: [] }),
    draw: (template, data) => pool.add({ template, data: JSON.stringify(data, composed), as: "picture", files: [] }),
    bind: async (sheets, given) => await pool.add(boundOrder(sheets, given)),
    close: () => pool.close(),
    processIds: () => pool.processIds(),
  };
}

function boundOrder(sheets: readonly Uint8Array[], { title, duplex }: { readonly title: string; readonly duplex: boolean }): TypesetOrder {
  const files = sheets.map((bytes, i) => ({ name: `paper-${i}.pdf`, bytes }));
  const pages = files.flatMap(({ name, bytes }, i) => {
    const own = listPages(bytes).map(({ width, height }, page) => ({ file: name as string | null, page: page + 1, width, height }));
    const [first] = own;
    const isOdd = duplex && own.length % 2 === 1 && i < files.length - 1;
    return isOdd && first ? [...own, { ...first, file: null, page: 0 }] : own;
  });
  return { template: boundTemplate, data: JSON.stringify({ title, pages }, composed), as: "print", files };
}

/** Text of every origin leaves as NFC, so that what is copied out of the PDF can be searched. */
function composed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.normalize("NFC") : value;
}

class PressPool {
  readonly #options: Required<TypesetterOptions>;
  readonly #waiting: Waiting[] = [];
  readonly #presses = new Set<Press>();
  readonly #successors = new Set<Press>();
  #closed: (() => void) | null = null;

  constructor(options: Required<TypesetterOptions>) {
    this.#options = options;
  }

  add(order: TypesetOrder): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#closed !== null) return reject(new TypesetError(order.template, "the typesetter is closed"));
      this.#waiting.push({ order, resolve, reject });
      this.#assign();
    });
  }

  processIds(): number[] {
    return [...this.#presses, ...this.#successors].flatMap((press) => press.processId ?? []);
  }

  async close(): Promise<void> {
    const gone = new Promise<void>((resolve) => {
      this.#closed = resolve;
    });
    for (const { order, reject } of this.#waiting.splice(0)) reject(new TypesetError(order.template, "the typesetter is closed"));
    for (const press of [...this.#presses, ...this.#successors]) press.stop("the typesetter is closed");
    this.#settleClose();
    await gone;
  }

  #assign(): void {
    while (this.#closed === null && this.#waiting.length > 0) {
      const press = this.#freePress();
      if (press === null) return;
      const { order, resolve, reject } = this.#waiting.shift() as Waiting;
      press.work(order, this.#options.patienceMs).then(resolve, reject);
    }
  }

  #freePress(): Press | null {
    for (const press of this.#presses) if (!press.busy) return press;
    return this.#presses.size < this.#options.workers ? this.#start(this.#presses) : null;
  }

  #start(into: Set<Press>): Press {
    const press = new Press(this.#options.root, (changed, event) => {
      if (event === "gone") this.#forget(changed);
      if (event === "ready") this.#succeed();
      if (event === "free") this.#replaceWhenWorn(changed);
      this.#assign();
    });
    into.add(press);
    return press;
  }

  #forget(press: Press): void {
    this.#presses.delete(press);
    this.#successors.delete(press);
    this.#settleClose();
  }

  /** The worn press goes on working until its successor has loaded the fonts, so nobody waits for a change of process. */
  #replaceWhenWorn(press: Press): void {
    if (this.#closed !== null || press.served < this.#options.recycleAfter) return;
    if (this.#successors.size === 0) this.#start(this.#successors);
    this.#succeed();
  }

  #succeed(): void {
    const worn = [...this.#presses].find((press) => !press.busy && press.served >= this.#options.recycleAfter);
    const fresh = [...this.#successors].find((press) => press.ready);
    if (worn === undefined || fresh === undefined) return;
    this.#presses.delete(worn);
    this.#successors.delete(fresh);
    this.#presses.add(fresh);
    worn.stop("worn out");
  }

  #settleClose(): void {
    if (this.#presses.size + this.#successors.size === 0) this.#closed?.();
  }
}
