/** Every address of this module. */
export const paths = {
  mailbox: () => "/can-bo/tin-bao",
  before: (id: number) => `/can-bo/tin-bao?truoc=${id}`,
  letter: (id: number, lang: "vi" | "en") => `/can-bo/tin-bao/${id}/thu?tieng=${lang}`,
} as const;
