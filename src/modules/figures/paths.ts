/** Every address of this module. */
export const paths = { province: () => "/tinh", repeats: (communeId: number) => `/tinh/yeu-cau-lai/${communeId}` } as const;
