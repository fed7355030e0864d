/** Every address of this module. */
export const paths = {
  verify: () => "/xac-minh",
  verified: (code: string) => `/xac-minh/${code}`,
  file: (code: string) => `/can-bo/giay/${code}.pdf`,
  revocation: (code: string) => `/can-bo/giay/${code}/thu-hoi`,
} as const;
