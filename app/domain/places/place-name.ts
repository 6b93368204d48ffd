import { fold } from "~/platform/fold";

const KINDS = [
  "Xã",
  "Phường",
  "Đặc khu",
  "Thị trấn",
  "Huyện",
  "Thị xã",
  "Thành phố",
  "Quận",
  "Tỉnh",
];

/** A place's name without its kind: `Mèo Vạc` of `Xã Mèo Vạc`. */
export function stemOfPlace(name: string): string {
  const kind = KINDS.find((one) => name.startsWith(`${one} `));
  return kind ? name.slice(kind.length + 1) : name;
}

const TYPED_KINDS = /^(?:xa|phuong|dac khu|thi tran|huyen|thi xa|thanh pho|tp|quan|tinh) (?=.)/;

/** What a person typed as the name of a place, folded and without its kind. */
export function typedPlaceOf(text: string): string {
  return fold(text).replace(TYPED_KINDS, "");
}
