/** Every address of this module. */
export const paths = {
  folder: () => "/can-bo/ky",
  next: (after: string) => `/can-bo/ky?sau=${encodeURIComponent(after)}`,
  reading: (ref: string) => `/can-bo/ky/xem/${ref}`,
  picture: (ref: string) => `/can-bo/ky/xem/${ref}/ban-thao.svg`,
  seen: (ref: string) => `/can-bo/ky/xem/${ref}/da-xem`,
  signatures: () => "/can-bo/ky/chu-ky",
  exports: () => "/can-bo/ky/ban-xuat",
  archive: () => "/can-bo/ky/ban-xuat.zip",
  exported: (code: string) => `/can-bo/ky/ban-xuat/${code}.pdf`,
  imports: () => "/can-bo/ky/tep-da-ky",
  returnOf: (ref: string) => `/can-bo/ky/thu-lai/${ref}`,
} as const;
