/** Every address of this module. */
export const paths = {
  procedures: () => "/thu-tuc",
  procedure: (code: string) => `/thu-tuc/${code}`,
  track: () => "/tra-cuu",
  tracked: (ref: string) => `/tra-cuu/${ref}`,
  telling: (ref: string) => `/tra-cuu/${ref}/bao-tin`,
  stopTelling: (ref: string) => `/tra-cuu/${ref}/bao-tin/dung`,
  told: (ref: string, outcome: string) => `/tra-cuu/${ref}?bao-tin=${outcome}#bao-tin`,
  rating: (ref: string) => `/danh-gia/${ref}`,
  ratingSlip: () => "/danh-gia",
  counter: () => "/can-bo/tiep-nhan",
  counterByHand: () => "/can-bo/tiep-nhan/go-tay",
  intake: (ref: string) => `/can-bo/tiep-nhan/${ref}`,
  intakePapers: (ref: string, code: string, caseId?: string) => `/can-bo/tiep-nhan/${ref}/${code}${caseId ? `?truong-hop=${caseId}` : ""}`,
  dossier: (ref: string) => `/can-bo/ho-so/${ref}`,
  receipt: (ref: string) => `/can-bo/ho-so/${ref}/giay-hen.pdf`,
  ratingSlipPdf: (ref: string) => `/can-bo/ho-so/${ref}/phieu-danh-gia.pdf`,
  supplement: (ref: string) => `/can-bo/ho-so/${ref}/bo-sung.pdf`,
  draft: (ref: string) => `/can-bo/ho-so/${ref}/ban-thao.pdf`,
  result: (ref: string, form: string) => `/can-bo/ho-so/${ref}/ket-qua/${form}`,
  /** A change to a dossier; each is a noun. */
  change: (ref: string, noun: string) => `/can-bo/ho-so/${ref}/${noun}`,
} as const;
