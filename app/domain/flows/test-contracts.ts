import { loadContract, loadOffer } from "~/domain/contracts/queries-records.server";
import { GUEST, type Actor } from "~/domain/audit/actor";
import type { Scope } from "~/domain/identity/scope";
import { powerOfKey } from "~/domain/identity/link-key.server";
import { reader } from "~/platform/db.server";
import { newId, newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { acceptContract } from "./accept-contract.server";
import { draftContract } from "./draft-contract.server";
import { offerContract, type ContractOffer } from "./offer-contract.server";
import { requestPrice, type PriceRequest } from "./request-price.server";
import { TEST_SHOP } from "./test-shop";

/** Test support: a school asks for honey. */
export function testPriceRequest(
  change: Partial<PriceRequest> & Pick<PriceRequest, "householdId" | "asks">,
): PriceRequest {
  return {
    submissionKey: newToken(),
    buyerName: "Trường Tiểu học Lũng Cú",
    buyerTaxCode: "",
    representative: "Trần Thị Mẫu",
    representativeTitle: "Hiệu trưởng",
    buyerPhone: "0987654321",
    communeCode: TEST_SHOP.elsewhereCommuneCode,
    addressLine: "12 Ấp Bắc",
    wishedBy: null,
    note: "",
    language: "vi",
    ...change,
  };
}

type UnreadOffer = Omit<ContractOffer, "textHash">;

/** Offers what the household has read just before. */
export async function offerAsRead(
  actor: Actor,
  scope: Scope,
  { signerName, versionId, ...terms }: UnreadOffer,
) {
  const drafted = await draftContract(reader(), scope, terms);
  const textHash = drafted.ok ? drafted.value.composed.textHash : "0".repeat(64);
  return offerContract(actor, scope, { ...terms, signerName, versionId, textHash });
}

/** Terms of a household: 8 packs at 150,000 unless said otherwise. */
export function testOffer(
  change: Partial<UnreadOffer> & Pick<UnreadOffer, "code"> & { productId: string },
): UnreadOffer {
  const { productId, ...rest } = change;
  return {
    versionId: newId("ctv"),
    lines: [{ productId, quantity: 8, unitPriceVnd: vnd(150_000) }],
    shippingVnd: vnd(50_000),
    deliveriesMax: 3,
    deliverBy: "2026-12-30",
    method: "vietqr",
    paymentDays: 3,
    validUntil: "2026-12-07",
    extraTerms: "",
    signerName: "Vàng Thị Mai",
    ...rest,
  };
}

/** Asks for 8 packs; answers the contract's code. Throws when it is refused. */
export async function ask(householdId: string, productId: string): Promise<string> {
  const asks = [{ productId, packCount: 8 }];
  const opened = await requestPrice(GUEST, testPriceRequest({ householdId, asks }));
  if (!opened.ok || powerOfKey("contract", opened.value) !== "act") {
    throw new Error("a question was refused");
  }
  return opened.value.code;
}

/** Asked, offered by whoever may, and accepted by a guest; answers the contract's code. */
export async function conclude(
  by: { actor: Actor; scope: Scope },
  of: { householdId: string; productId: string } & Partial<UnreadOffer>,
): Promise<string> {
  const { householdId, productId, ...terms } = of;
  const code = await ask(householdId, productId);
  const offered = await offerAsRead(by.actor, by.scope, testOffer({ ...terms, code, productId }));
  if (!offered.ok) throw new Error(offered.code);
  const accepted = await acceptContract(GUEST, {
    code,
    textHash: await hashOf(code),
    signerName: "Trần Thị Mẫu",
  });
  if (!accepted.ok) throw new Error(accepted.code);
  return code;
}

/** The hash that a buyer sees now. */
export async function hashOf(code: string): Promise<string> {
  const contract = await loadContract(reader(), code);
  const offer = contract && (await loadOffer(reader(), contract.id));
  return offer?.textHash ?? "";
}
