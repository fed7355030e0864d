import { procedurePaths } from "../procedures/index.ts";

/** Every address of this module. The reference in them is the holder's secret; nothing personal stands in an address. */
export const paths = {
  /** Opening one again by its code. */
  open: () => "/chuan-bi",
  begin: procedurePaths.prepare,
  held: (ref: string) => `/chuan-bi/${ref}`,
  question: (ref: string, page: string) => `/chuan-bi/${ref}/cau-hoi/${page}`,
  check: (ref: string) => `/chuan-bi/${ref}/xem-lai`,
  finish: (ref: string) => `/chuan-bi/${ref}/lay-ma`,
  drop: (ref: string) => `/chuan-bi/${ref}/xoa`,
  paper: (ref: string) => `/chuan-bi/${ref}/to-khai.pdf`,
  atCounter: procedurePaths.prepared,
} as const;
