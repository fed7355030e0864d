import type { Day } from "../../base/day.ts";
import type { Declaration, Guest } from "./forms.ts";

/** Guests and hosts of the tests. All invented. */
export const guest = (given: Partial<Guest> = {}): Guest => ({
  number: 1,
  fullName: "Đặng Văn Thuỷ",
  bornOn: "1988-02-09" as Day,
  sex: "male",
  paperKind: "identityNumber",
  paperNumber: "024088001234",
  ...given,
});

/** A declaration by telephone: who came at 20:15 on Wednesday 25/11/2026, told at 20:30. */
export const declaration = (given: Partial<Declaration> = {}): Declaration => ({
  channel: "phone",
  hostName: "Giáp Thị Lành",
  hostPhone: "0987654321",
  placeKind: "home",
  address: "Số 7, tổ dân phố Kép",
  hamletId: 7,
  arrivedAt: new Date("2026-11-25T20:15:00+07:00"),
  leavesOn: "2026-11-27" as Day,
  purpose: "Thăm người nhà",
  toldAt: new Date("2026-11-25T20:30:00+07:00"),
  guests: [guest()],
  ...given,
});

/** The evening on which the tests take place. */
export const evening = new Date("2026-11-25T20:31:00+07:00");
