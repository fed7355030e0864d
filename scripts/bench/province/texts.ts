/** Words that the invented province is made of. Names of people come from `db/seed/cast.yaml`; nobody here exists. */
export const words = {
  province: "Tỉnh Thử Nghiệm",
  commune: (number: number) => `Xã Thử Nghiệm ${number}`,
  hamlet: (number: number) => `Thôn ${number}`,
  officer: ["Hoàng Thị Minh", "Giáp Thị Huệ", "Lý Văn Sơn", "Vi Thu Trang", "Trần Quốc Bình"],
  rank: ["Thượng úy", "Trung úy", "Đại úy", "Thiếu úy", "Thiếu tá"],
  requests: ["Điều chỉnh họ, chữ đệm và tên", "Đăng ký tạm trú tại nhà thuê", "Nhập hộ khẩu về nhà chồng", "Xin xác nhận thông tin cư trú"],
  missing: "Bản chụp giấy khai sinh; ý kiến của chủ hộ trên tờ khai",
  basis: "Thông tư 66/2023/TT-BCA",
  decision: "Đã cập nhật thông tin về cư trú.",
  source: "db/law",
} as const;
