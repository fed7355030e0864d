/** Every address of this module. */
export const paths = {
  list: () => "/can-bo/vu-viec",
  listOf: (show: string, after: string | null = null) => `/can-bo/vu-viec?xem=${show}${after === null ? "" : `&sau=${after}`}`,
  intake: () => "/can-bo/vu-viec/tiep-nhan",
  /** For every officer of the post, whatever she may read. */
  tell: () => "/can-bo/ghi-tin-bao",
  /** Of another module, which this one may not see: the same for frauds. */
  tellScam: () => "/can-bo/ghi-tin-bao/lua-dao",
  aside: () => "/can-bo/vu-viec/cho-sang-loc",
  roster: () => "/can-bo/vu-viec/lich-truc",
  rosterFrom: (day: string) => `/can-bo/vu-viec/lich-truc?tu=${day}`,
  offRoster: () => "/can-bo/vu-viec/lich-truc/bo",
  copyRoster: () => "/can-bo/vu-viec/lich-truc/chep",
  figures: () => "/can-bo/vu-viec/so-lieu",
  figuresOf: (year: number) => `/can-bo/vu-viec/so-lieu?nam=${year}`,
  release: () => "/can-bo/vu-viec/so-lieu/cong-bo",
  book: () => "/can-bo/vu-viec/so-theo-doi",
  report: (ref: string) => `/can-bo/vu-viec/${ref}`,
  /** After something was done, which the page then says. */
  done: (ref: string, verb: string) => `/can-bo/vu-viec/${ref}?xong=${verb}`,
  verb: (ref: string, verb: string) => `/can-bo/vu-viec/${ref}/${verb}`,
  paper: (ref: string, form: "01" | "03" | "214") => `/can-bo/vu-viec/${ref}/mau-${form}.pdf`,
  file: (ref: string, code: string) => `/can-bo/vu-viec/${ref}/tep/${code}`,
  /** Of the front, which this module may not see: where another post is chosen. */
  posts: () => "/don-vi",
  emergency: () => "/bao-tin",
  handIn: () => "/bao-tin/gui",
  lookUp: () => "/bao-tin/tra-cuu",
  publicFigures: () => "/bao-tin/so-lieu",
  receipt: (ref: string) => `/bao-tin/bien-nhan/${ref}`,
  message: (ref: string) => `/bao-tin/bien-nhan/${ref}/nhan-tin`,
} as const;
