/** Every address of this module. */
export const paths = {
  office: () => "/can-bo",
  signIn: () => "/can-bo/dang-nhap",
  /** The sign-in page with one person of the demonstration on it. */
  signInAs: (login: string) => `/can-bo/dang-nhap?vai=${encodeURIComponent(login)}`,
  demoSignIn: () => "/can-bo/dang-nhap/trinh-dien",
  signOut: () => "/can-bo/thoat",
  password: () => "/can-bo/mat-khau",
  accounts: () => "/can-bo/tai-khoan",
  closure: (id: number) => `/can-bo/tai-khoan/${id}/dong`,
} as const;
