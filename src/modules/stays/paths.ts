import type { Day } from "../../base/day.ts";

/** Every address of this module. */
export const paths = {
  log: () => "/can-bo/luu-tru",
  logOf: (day: Day) => `/can-bo/luu-tru?ngay=${day}`,
  logNext: (day: Day, after: string) => `/can-bo/luu-tru?ngay=${day}&sau=${encodeURIComponent(after)}`,
  search: () => "/can-bo/luu-tru/tim",
  takeOut: () => "/can-bo/luu-tru/ban-in",
  declaration: () => "/can-bo/luu-tru/khai-bao",
  stay: (ref: string) => `/can-bo/luu-tru/${ref}`,
  slip: (ref: string) => `/can-bo/luu-tru/${ref}/phieu.pdf`,
  correction: (ref: string) => `/can-bo/luu-tru/${ref}/dinh-chinh`,
  departure: (ref: string) => `/can-bo/luu-tru/${ref}/roi-di`,
} as const;
