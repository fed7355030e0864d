/** Every address of this module. `asked` is what `writeNarrowing` wrote. */
export const paths = {
  office: () => "/can-bo",
  inbox: (asked?: string) => `/can-bo/hop-viec${asked ? `?${asked}` : ""}`,
  next: (asked: string, after: string) => `/can-bo/hop-viec?${asked}&sau=${encodeURIComponent(after)}`,
  assignment: () => "/can-bo/hop-viec/giao",
  filter: (asked?: string) => `/can-bo/hop-viec/loc${asked ? `?${asked}` : ""}`,
  filterChange: () => "/can-bo/hop-viec/loc/thay-doi",
  noted: (ref: string) => `/can-bo/hop-viec/sap-tre/${ref}/da-biet`,
  escalation: (ref: string) => `/can-bo/hop-viec/sap-tre/${ref}`,
  handovers: () => "/can-bo/ban-giao",
  handover: (officerId: number, division?: string) => `/can-bo/ban-giao/${officerId}${division ? `?chia=${division}` : ""}`,
  giveBack: (id: number) => `/can-bo/ban-giao/tra-lai/${id}`,
} as const;
