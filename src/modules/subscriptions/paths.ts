/** Every address of this module. A reference here opens one subscription and nothing of the matter. */
export const paths = {
  confirm: (ref: string) => `/bao-tin/xac-nhan/${ref}`,
  /** In a demonstration alone: the letter that asks for a confirmation, since it leaves the house for nowhere. */
  demoLetter: (ref: string) => `/bao-tin/thu/${ref}`,
  stop: (ref: string) => `/bao-tin/dung/${ref}`,
} as const;
