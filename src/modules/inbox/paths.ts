/** Every address of this module. */
export const paths = {
  office: () => "/can-bo",
  inbox: (filter?: string) => `/can-bo/hop-viec${filter ? `?loc=${filter}` : ""}`,
  next: (filter: string, after: string) => `/can-bo/hop-viec?loc=${filter}&sau=${encodeURIComponent(after)}`,
} as const;
