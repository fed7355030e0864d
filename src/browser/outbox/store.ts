import { del, entries, promisifyRequest, set, type UseStore } from "idb-keyval";

/** One line that was taken and that the server does not have yet. */
export type Line = {
  /** Lines go in the order of these. */
  readonly at: number;
  /** Who took it: nobody else sees it or sends it. */
  readonly account: string;
  /** The reference that makes it one line, however often it is sent. */
  readonly key: string;
  readonly action: string;
  readonly page: string;
  readonly meeting: string;
  readonly heading: string;
  readonly said: string;
  readonly answer: string;
  /** To whom it is given at once; a line that was kept before there was such a choice has none. */
  readonly giveTo?: string;
  /** Why the server did not take it. */
  readonly refused?: string;
};

const table = "lines";
let opened: Promise<IDBDatabase> | undefined;

// "strict": a line counts as kept only once it lies on the disk, so that a telephone whose battery dies has it still.
const use: UseStore = async (mode, work) => await work((await open()).transaction(table, mode, { durability: "strict" }).objectStore(table));

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("gan-dan-outbox", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    promisifyRequest(request).then(resolve, reject);
  });
  return opened;
}

export const keep = (line: Line): Promise<void> => set(line.key, line, use);
export const drop = ({ key }: Line): Promise<void> => del(key, use);

/** The lines of an account, in the order in which they were taken. */
export async function linesOf(account: string): Promise<readonly Line[]> {
  const all = (await entries<string, Line>(use)).map(([, line]) => line);
  return all.filter((line) => line.account === account).sort((one, other) => one.at - other.at);
}
