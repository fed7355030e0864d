/** Every address of this module. */
export const paths = {
  codes: () => "/can-bo/lien-lac",
  codesNext: (after: number) => `/can-bo/lien-lac?sau=${after}`,
  check: () => "/co-phai-cong-an",
  /** Where a QR of a visiting officer leads; the code is only filled in, whoever holds it asks. */
  checkCode: (code: string) => `/co-phai-cong-an?ma=${code}`,
  checkCall: () => "/co-phai-cong-an/cuoc-goi",
} as const;
