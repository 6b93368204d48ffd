import { receiverOf } from "~/domain/buyers/receiver";
import { listAddresses } from "~/domain/buyers/queries.server";
import type { Address, Receiver } from "~/domain/buyers/types";
import type { CartLine } from "~/domain/orders/cart-line";
import { readPickups } from "~/domain/orders/pickup-fields";
import type { Quote } from "~/domain/orders/types";
import { openCardProvider } from "~/domain/payments/open-card-provider.server";
import { listCommunes, listProvinces } from "~/domain/places/queries.server";
import type { Commune, Province } from "~/domain/places/types";
import { settings } from "~/platform/env.server";
import { newToken } from "~/platform/ids";
import type { QuotedVoucher } from "~/domain/vouchers/quoted-voucher";
import { quoteVoucher } from "./quote-voucher.server";
import { quoteCheckout } from "./quote-checkout.server";

export type PreparedCheckout = {
  quote: Quote;
  quoted: QuotedVoucher;
  places: { provinceCode: string; provinces: Province[]; communes: Commune[] };
  submissionKey: string;
  takesCards: boolean;
  /** What the fields say at first: a member's first choice. */
  receiver: Receiver | null;
  /** A member's address book; null for a guest. */
  addresses: Address[] | null;
};

/**
 * The page that a buyer orders from: the cart at today's prices, sent to the chosen commune or, before one is, to the
 * chosen province; for a member with their address book.
 * @param asked.typed what was typed so far; null when the page is opened
 */
export async function prepareCheckout(asked: {
  cart: readonly CartLine[];
  typed: Readonly<Record<string, string>> | null;
  userId: string | null;
}): Promise<PreparedCheckout> {
  const addresses = asked.userId === null ? null : await listAddresses(asked.userId);
  const first = addresses?.[0];
  const receiver = asked.typed === null && first ? receiverOf(first) : null;
  const typed: Readonly<Record<string, string>> = asked.typed ?? receiver ?? {};
  const provinces = await listProvinces();
  const chosen = provinces.find(({ code }) => code === typed["provinceCode"]);
  const provinceCode = chosen?.code ?? settings().PROVINCE;
  const communes = await listCommunes(provinceCode);
  const communeCode = communes.find(({ code }) => code === typed["communeCode"])?.code;
  const quote = await quoteCheckout({
    lines: asked.cart,
    communeCode: communeCode ?? communes[0]?.code ?? null,
    pickups: readPickups(typed),
  });
  const key = typed["submissionKey"] ?? "";
  return {
    quote,
    quoted: await quoteVoucher(typed, quote),
    places: { provinceCode, provinces, communes },
    submissionKey: /^[0-9a-f]{32}$/.test(key) ? key : newToken(),
    takesCards: openCardProvider() !== null,
    receiver,
    addresses,
  };
}
