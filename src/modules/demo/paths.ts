/** Every address of this module. */
export const paths = {
  standIn: () => "/cong-quoc-gia-mo-phong",
} as const;
