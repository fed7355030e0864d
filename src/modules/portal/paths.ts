/** Every address of this module. */
export const paths = {
  exchange: () => "/can-bo/cong-quoc-gia",
  before: (id: number) => `/can-bo/cong-quoc-gia?truoc=${id}`,
} as const;
