import type { Random } from "./random";

/** Family, middle and given names as they are common; the people they make up do not exist. */
const FAMILY = [
  ..."Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split(" "),
  ..."Vàng Giàng Sùng Nông Lò Thạch Kim Sơn Đinh Hà Trịnh Mai".split(" "),
];
const MIDDLE = "Văn Thị Minh Thu Ngọc Hữu Thanh Đức Quang Kim Xuân Hồng Bảo Gia".split(" ");
const GIVEN = (
  "An Anh Bình Chi Cường Dung Dũng Đạt Giang Hà Hải Hạnh Hiền Hiếu Hoa Hòa Hùng Hương Huy Khánh Lan Linh " +
  "Long Mai Minh Nam Nga Ngân Nhung Phong Phúc Phương Quân Quỳnh Sơn Tâm Thảo Thắng Thủy Trang Trung Tú Tuấn Vân Yến"
).split(" ");
const STREETS = (
  "Trần Phú|Lê Lợi|Nguyễn Trãi|Quang Trung|Hai Bà Trưng|Lý Thường Kiệt|Nguyễn Huệ|Phan Chu Trinh|Điện Biên Phủ|" +
  "Cách Mạng Tháng Tám|Hoàng Hoa Thám|Lê Hồng Phong"
).split("|");

export function inventName(random: Random): string {
  return `${random.pick(FAMILY)} ${random.pick(MIDDLE)} ${random.pick(GIVEN)}`;
}

/** `Số 12, đường Lê Lợi` in a town, else `Thôn 3` or, in the south, `Ấp 3`. */
export function inventAddress(random: Random, place: "town" | "north" | "south"): string {
  if (place === "town") return `Số ${random.whole(1, 240)}, đường ${random.pick(STREETS)}`;
  const number = random.whole(1, 9);
  return place === "north" ? `Thôn ${number}` : `Tổ ${random.whole(1, 12)}, ấp ${number}`;
}
