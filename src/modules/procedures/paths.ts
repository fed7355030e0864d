/** Every address of this module. */
export const paths = {
  procedures: () => "/thu-tuc",
  procedure: (code: string) => `/thu-tuc/${code}`,
  /** Preparing a procedure at home. */
  prepare: (code: string) => `/chuan-bi/thu-tuc/${code}`,
  track: () => "/tra-cuu",
  tracked: (ref: string) => `/tra-cuu/${ref}`,
  rating: (ref: string) => `/danh-gia/${ref}`,
  ratingSlip: () => "/danh-gia",
  counter: () => "/can-bo/tiep-nhan",
  counterByHand: () => "/can-bo/tiep-nhan/go-tay",
  intake: (ref: string) => `/can-bo/tiep-nhan/${ref}`,
  intakePapers: (ref: string, code: string, caseId?: string) => `/can-bo/tiep-nhan/${ref}/${code}${caseId ? `?truong-hop=${caseId}` : ""}`,
  /** The answers to the declaration, to be checked; leads to the first question that is open. */
  declaration: (ref: string, code: string, caseId: string) => `/can-bo/tiep-nhan/${ref}/${code}/to-khai?truong-hop=${caseId}`,
  declarationPage: (ref: string, code: string, caseId: string, page: string) => `/can-bo/tiep-nhan/${ref}/${code}/to-khai/${page}?truong-hop=${caseId}`,
  declarationPdf: (ref: string, code: string, caseId: string) => `/can-bo/tiep-nhan/${ref}/${code}/to-khai.pdf?truong-hop=${caseId}`,
  /** What was prepared at home, scanned at the counter. */
  prepared: (ref: string) => `/can-bo/tiep-nhan/chuan-bi/${ref}`,
  declared: (ref: string) => `/can-bo/ho-so/${ref}/to-khai.pdf`,
  dossier: (ref: string) => `/can-bo/ho-so/${ref}`,
  receipt: (ref: string) => `/can-bo/ho-so/${ref}/giay-hen.pdf`,
  ratingSlipPdf: (ref: string) => `/can-bo/ho-so/${ref}/phieu-danh-gia.pdf`,
  supplement: (ref: string) => `/can-bo/ho-so/${ref}/bo-sung.pdf`,
  supplementOf: (ref: string, number: number) => `/can-bo/ho-so/${ref}/bo-sung.pdf?lan=${number}`,
  askSupplement: (ref: string) => `/can-bo/ho-so/${ref}/bo-sung`,
  refusal: (ref: string) => `/can-bo/ho-so/${ref}/tu-choi`,
  withdrawalSlip: (ref: string) => `/can-bo/ho-so/${ref}/phieu-rut.pdf`,
  withdrawnNotice: (ref: string) => `/can-bo/ho-so/${ref}/da-rut.pdf`,
  apologies: () => "/can-bo/thu-xin-loi",
  repeats: (month?: string, after?: string) => `/can-bo/bo-sung-lai${month ? `?thang=${month}${after ? `&sau=${after}` : ""}` : ""}`,
  draft: (ref: string) => `/can-bo/ho-so/${ref}/ban-thao.pdf`,
  result: (ref: string, form: string) => `/can-bo/ho-so/${ref}/ket-qua/${form}`,
  /** A change to a dossier; each is a noun. */
  change: (ref: string, noun: string) => `/can-bo/ho-so/${ref}/${noun}`,
} as const;
