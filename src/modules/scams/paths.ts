/** What was written down just now, as addresses name it. */
const writtenWords = { step: "buoc", mark: "dau-vet", ending: "ket-qua" } as const;
export type Written = keyof typeof writtenWords;

export function readWritten(typed: string | undefined): Written | null {
  return (Object.keys(writtenWords) as Written[]).find((what) => writtenWords[what] === typed) ?? null;
}

/** Every address of this module. The reference in the public ones is the holder's receipt. */
export const paths = {
  shield: () => "/toi-dang-bi-lua",
  /** What stands in for the answer when a report cannot be sent; kept by the browser beside the page. */
  unsent: () => "/toi-dang-bi-lua/mat-mang",
  check: () => "/toi-dang-bi-lua/kiem-tra",
  /** Where the code of a receipt is typed. */
  lookUp: () => "/toi-dang-bi-lua/tra-cuu",
  receipt: (ref: string) => `/toi-dang-bi-lua/tin/${ref}`,
  /** Of another module, which this one may not see: whether it is really the police. */
  genuine: () => "/co-phai-cong-an",
  /** Of another module, which this one may not see: the feeds of the post and of each hamlet. */
  feeds: () => "/du-lieu-mo",
  /** The warnings of a post; sent there, a device asks to be told of them. */
  publicAlerts: () => "/toi-dang-bi-lua/canh-bao",
  /** Of the post of a commune, by its official code: it is read wherever a feed took it. */
  publicAlert: (post: string, ref: string) => `/toi-dang-bi-lua/canh-bao/${post}/${ref}`,
  leaflet: (post: string, ref: string) => `/toi-dang-bi-lua/canh-bao/${post}/${ref}/to-roi.pdf`,
  speech: (post: string, ref: string) => `/toi-dang-bi-lua/canh-bao/${post}/${ref}/loa`,

  reports: () => "/can-bo/lua-dao",
  reportsNext: (after: number) => `/can-bo/lua-dao?sau=${after}`,
  take: () => "/can-bo/lua-dao/ghi-nhan",
  /** For every officer of the post, whatever she may read. */
  tell: () => "/can-bo/ghi-tin-bao/lua-dao",
  /** Of another module, which this one may not see: the same for anything that is no fraud. */
  tellReport: () => "/can-bo/ghi-tin-bao",
  aside: () => "/can-bo/lua-dao/sang-loc",
  report: (ref: string) => `/can-bo/lua-dao/${ref}`,
  /** Back at the report, with the cursor where the next one is typed. No fragment: with one a browser sets no cursor. */
  written: (ref: string, what: Written) => `/can-bo/lua-dao/${ref}?vua-ghi=${writtenWords[what]}`,
  step: (ref: string) => `/can-bo/lua-dao/${ref}/buoc`,
  outcome: (ref: string) => `/can-bo/lua-dao/${ref}/ket-qua`,
  mark: (ref: string) => `/can-bo/lua-dao/${ref}/dau-vet`,
  person: (ref: string) => `/can-bo/lua-dao/${ref}/nguoi-bao`,
  message: (ref: string) => `/can-bo/lua-dao/${ref}/tin-nhan`,
  messageRead: (ref: string) => `/can-bo/lua-dao/${ref}/tin-nhan/da-doc`,
  files: (ref: string) => `/can-bo/lua-dao/${ref}/tep`,
  file: (ref: string, code: string) => `/can-bo/lua-dao/${ref}/tep/${code}`,
  alerts: () => "/can-bo/lua-dao/canh-bao",
  withdraw: (ref: string) => `/can-bo/lua-dao/canh-bao/${ref}/rut`,
} as const;
