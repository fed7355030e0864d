/** Every address of this module. */
export const paths = {
  alerts: () => "/can-bo/tin-cua-toi",
  before: (id: number) => `/can-bo/tin-cua-toi?truoc=${id}`,
  seen: () => "/can-bo/tin-cua-toi/da-xem",
  devices: () => "/can-bo/tin-cua-toi/thiet-bi",
  stopDevice: () => "/can-bo/tin-cua-toi/thiet-bi/dung",
  trial: () => "/can-bo/tin-cua-toi/thu",
} as const;
