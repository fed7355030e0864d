/** Every address of this module. */
export const paths = {
  disputes: () => "/can-bo/hoa-giai",
  disputesAfter: (after: string) => `/can-bo/hoa-giai?sau=${encodeURIComponent(after)}`,
  intake: () => "/can-bo/hoa-giai/moi",
  teams: () => "/can-bo/hoa-giai/to-hoa-giai",
  leaving: () => "/can-bo/hoa-giai/to-hoa-giai/thoi",
  register: () => "/can-bo/hoa-giai/so",
  registerOf: ({ from, to }: { readonly from: string; readonly to: string }, after: string | null) =>
    `/can-bo/hoa-giai/so?tu=${from}&den=${to}${after === null ? "" : `&sau=${encodeURIComponent(after)}`}`,
  takeOut: () => "/can-bo/hoa-giai/so/ban-in",
  figures: () => "/can-bo/hoa-giai/so-lieu",
  dispute: (ref: string) => `/can-bo/hoa-giai/${ref}`,
  person: (ref: string) => `/can-bo/hoa-giai/${ref}/nguoi`,
  correction: (ref: string) => `/can-bo/hoa-giai/${ref}/sua-nguoi`,
  assignment: (ref: string) => `/can-bo/hoa-giai/${ref}/giao`,
  start: (ref: string) => `/can-bo/hoa-giai/${ref}/hen-bat-dau`,
  session: (ref: string) => `/can-bo/hoa-giai/${ref}/buoi`,
  outcome: (ref: string) => `/can-bo/hoa-giai/${ref}/ket-qua`,
  exclusion: (ref: string) => `/can-bo/hoa-giai/${ref}/ngoai-pham-vi`,
  resumption: (ref: string) => `/can-bo/hoa-giai/${ref}/mo-lai`,
  visit: (ref: string) => `/can-bo/hoa-giai/${ref}/tham-lai`,
  agreement: (ref: string) => `/can-bo/hoa-giai/${ref}/van-ban`,
} as const;
