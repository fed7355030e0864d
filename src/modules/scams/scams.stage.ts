import type { Told } from "./forms.ts";

/** What people of the tests tell. All invented. */
export const told = (given: Partial<Told> = {}): Told => ({
  stage: "sending",
  kind: "police",
  bank: "agribank",
  told: "Có người xưng công an bảo chuyển tiền để chứng minh trong sạch",
  mark: "0901 234 567",
  fullName: "Giáp Thị Lành",
  phone: "0987654321",
  ...given,
});

/** The afternoon on which the tests take place. */
export const afternoon = new Date("2026-11-20T15:02:00+07:00");
