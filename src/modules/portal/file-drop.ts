import { type Disk, openDropFolder } from "../../platform/drop-folder.ts";
import { limits, type Receipt, type StatusReport } from "./document.ts";
import type { Fetched, NationalPort } from "./port.ts";

/** How many files one round takes; the next one is a minute away. */
const round = 200;

export type FileDropOptions = {
  /** How long a file must have lain unchanged before it is taken. */
  readonly settleMs?: number;
  /** Told of a file that could not be worked on this time. */
  readonly onTrouble?: (error: unknown) => void;
  readonly on?: Disk;
};

/** The adapter that works today: one folder in, one folder out, documents of our own format. */
export async function openFileDrop(dir: string, { settleMs = 2_000, onTrouble = () => {}, on }: FileDropOptions = {}): Promise<NationalPort> {
  const folder = await openDropFolder(dir, { settleMs, ...(on ? { on } : {}) });
  const send = (document: Receipt | StatusReport): Promise<void> => folder.send(`${document.messageId}.json`, `${JSON.stringify(document, null, 2)}\n`);
  return {
    fetch: async (now, take) => {
      const fetched = { kept: 0, refused: 0, later: 0 } satisfies Fetched;
      for (const file of await folder.take(now, round)) {
        try {
          const read = await folder.read(file, limits.bytes);
          if (read === null) continue;
          const verdict = await take({ givenName: file.givenName, ...read });
          if (verdict.kind === "kept") await folder.done(file);
          if (verdict.kind === "refused") await folder.refuse(file, verdict.reason);
          fetched[verdict.kind]++;
        } catch (error) {
          fetched.later++;
          onTrouble(error);
        }
      }
      return fetched;
    },
    acknowledge: send,
    reportStatus: send,
  };
}
