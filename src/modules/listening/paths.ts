/** Stands for the reference of a meeting in a page that a device keeps: no reference has this letter. */
export const whicheverMeeting = "0".repeat(16);

/** Every address of this module. References in them are random; nothing personal stands in an address. */
export const paths = {
  list: () => "/can-bo/lang-nghe",
  listAfter: (after: string) => `/can-bo/lang-nghe?sau=${after}`,
  take: () => "/can-bo/lang-nghe/y-kien",
  opinion: (ref: string) => `/can-bo/lang-nghe/y-kien/${ref}`,
  opinionStep: (ref: string, step: "nhan" | "tra-loi" | "chua-dong-y" | "tin-nhan" | "tin-nhan/da-doc" | "nguoi-noi" | "cong-khai" | "rut-cong-khai") =>
    `/can-bo/lang-nghe/y-kien/${ref}/${step}`,
  correct: (ref: string) => `/can-bo/lang-nghe/y-kien/${ref}/sua`,
  strike: (ref: string) => `/can-bo/lang-nghe/y-kien/${ref}/gach`,
  aside: () => "/can-bo/lang-nghe/cho-sang-loc",
  figures: () => "/can-bo/lang-nghe/so-lieu",
  meetings: () => "/can-bo/lang-nghe/hop",
  meeting: (ref: string) => `/can-bo/lang-nghe/hop/${ref}`,
  /** Stands in for a meeting without a network. */
  standIn: () => "/can-bo/lang-nghe/hop/mat-mang",
  /** The room, with the heading of the last line still chosen and the cursor in the next: a place named after "#" would keep it out. */
  room: (ref: string, heading: string) => `/can-bo/lang-nghe/hop/${ref}?muc=${heading}`,
  /** The room, with the cursor in the next household. */
  roomHouseholds: (ref: string) => `/can-bo/lang-nghe/hop/${ref}?ghi=ho`,
  meetingStep: (ref: string, step: "bat-dau" | "ke-hoach" | "y-kien" | "y-kien/gui-sau" | "ho-du" | "cam-ket" | "ket-thuc" | "hoan") => `/can-bo/lang-nghe/hop/${ref}/${step}`,
  households: (ref: string) => `/can-bo/lang-nghe/hop/${ref}/ho-du`,
  minutes: (ref: string, format: "pdf" | "docx") => `/can-bo/lang-nghe/hop/${ref}/bien-ban.${format}`,
  commitments: () => "/can-bo/lang-nghe/cam-ket",
  commitmentsAfter: (after: string) => `/can-bo/lang-nghe/cam-ket?sau=${after}`,
  commitment: (ref: string) => `/can-bo/lang-nghe/cam-ket/${ref}`,
  commitmentShown: (ref: string) => `/can-bo/lang-nghe/cam-ket/${ref}/trang-thon`,
  commitmentNewDay: (ref: string) => `/can-bo/lang-nghe/cam-ket/${ref}/hen-lai`,
  commitmentFile: (ref: string, code: string) => `/can-bo/lang-nghe/cam-ket/${ref}/tep/${code}`,
  letters: () => "/can-bo/lang-nghe/don",
  lettersAfter: (after: string) => `/can-bo/lang-nghe/don?sau=${after}`,
  letter: (ref: string) => `/can-bo/lang-nghe/don/${ref}`,
  letterStep: (ref: string, step: "phan-loai" | "tach" | "ket-qua" | "nguoi-gui") => `/can-bo/lang-nghe/don/${ref}/${step}`,
  book: () => "/can-bo/lang-nghe/don/so",
  takeOut: () => "/can-bo/lang-nghe/don/so/xuat",
  say: () => "/y-kien",
  findSaid: () => "/y-kien/tra-cuu",
  said: (ref: string) => `/y-kien/${ref}`,
  saidMessage: (ref: string) => `/y-kien/${ref}/tin-nhan`,
  contest: (ref: string) => `/y-kien/${ref}/chua-dong-y`,
  publicList: () => "/lang-nghe",
  publicHamlet: (code: string) => `/lang-nghe/${code}`,
  publicSheet: (code: string) => `/lang-nghe/${code}/to-in.pdf`,
  loudspeaker: (code: string) => `/lang-nghe/${code}/loa`,
  calendar: (ref: string) => `/lang-nghe/hop/${ref}/lich.ics`,
} as const;
