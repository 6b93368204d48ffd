import type { Address, Receiver } from "./types";

/** What an address writes into the fields of a form; a commune that the State has changed is left to be chosen. */
export function receiverOf(address: Address): Receiver {
  const { fullName, phone, provinceCode, communeCode, addressLine, isPlaceKnown } = address;
  return {
    buyerName: fullName,
    buyerPhone: phone,
    provinceCode,
    communeCode: isPlaceKnown ? communeCode : "",
    addressLine,
  };
}
