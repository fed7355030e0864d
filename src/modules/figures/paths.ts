/** Every address of this module. */
export const paths = { province: () => "/tinh" } as const;
