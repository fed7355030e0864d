import type { Day } from "../../base/day.ts";

/** Every address of this module. */
export const paths = {
  booking: () => "/dat-hen",
  days: (procedure: string) => `/dat-hen?thu-tuc=${procedure}`,
  slots: (procedure: string, day: Day) => `/dat-hen?thu-tuc=${procedure}&ngay=${day}`,
  slot: (procedure: string, day: Day, time: string) => `/dat-hen?thu-tuc=${procedure}&ngay=${day}&gio=${time}`,
  appointment: (ref: string) => `/dat-hen/${ref}`,
  appointmentFile: (ref: string) => `/dat-hen/${ref}/lich.ics`,
  cancellation: (ref: string) => `/dat-hen/${ref}/huy`,
  kiosk: () => "/lay-so",
  ticket: (ref: string) => `/lay-so/${ref}`,
  kioskCheckIn: () => "/lay-so/nhan-hen",
  screen: (postCode: string) => `/man-hinh/${postCode}`,
  screenStream: (postCode: string) => `/man-hinh/${postCode}/thay-doi`,
  line: () => "/can-bo/hang-cho",
  desk: (number: number) => `/can-bo/hang-cho/${number}`,
  call: (number: number) => `/can-bo/hang-cho/${number}/luot-goi`,
  step: (number: number) => `/can-bo/hang-cho/${number}/buoc`,
  newTicket: () => "/can-bo/hang-cho/phieu",
  printedTicket: (number: number) => `/can-bo/hang-cho/phieu/${number}.pdf`,
  checkIn: () => "/can-bo/hang-cho/nhan-hen",
  openKiosk: () => "/can-bo/hang-cho/quay-lay-so",
  desks: () => "/can-bo/ban",
} as const;
