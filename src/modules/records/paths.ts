/** Every address of this module. */
export const paths = { record: () => "/can-bo/nhat-ky" } as const;
