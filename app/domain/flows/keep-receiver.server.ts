import { putAddress } from "~/domain/buyers/put-address.server";
import type { ReceiverForm } from "~/domain/orders/forms";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";

type Place = { name: string; provinceName: string; provinceCode: string };

/**
 * Keeps where an order went in its buyer's address book, if there is room and it is not there yet: the order itself
 * stands, whatever becomes of this.
 */
export async function keepReceiver(
  userId: string,
  receiver: Omit<ReceiverForm, "provinceCode">,
  place: Place,
): Promise<void> {
  const facts = {
    fullName: receiver.buyerName,
    phone: receiver.buyerPhone,
    provinceCode: place.provinceCode,
    communeCode: receiver.communeCode,
    placeName: `${place.name}, ${place.provinceName}`,
    addressLine: receiver.addressLine,
  };
  await inTransaction((tx) => putAddress(tx, { userId, addressId: newId("adr"), facts }));
}
