/** Every address of this module. */
export const paths = {
  printing: (pile?: string) => `/can-bo/in${pile ? `?gi=${pile}` : ""}`,
  next: (pile: string, after: number) => `/can-bo/in?gi=${pile}&sau=${after}`,
} as const;
