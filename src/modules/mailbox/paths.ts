/** Every address of this module. */
export const paths = {
  mailbox: () => "/can-bo/tin-bao",
  before: (id: number) => `/can-bo/tin-bao?truoc=${id}`,
} as const;
