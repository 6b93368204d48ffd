import { loadContract, loadOffer } from "~/domain/contracts/queries-records.server";
import { GUEST } from "~/domain/audit/actor";
import { isLinkKey } from "~/domain/identity/link-key.server";
import { reader } from "~/platform/db.server";
import { newId, newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { acceptContract } from "./accept-contract.server";
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

/** Terms of a household: 8 packs at 150,000 unless said otherwise. */
export function testOffer(
  change: Partial<ContractOffer> & Pick<ContractOffer, "code"> & { productId: string },
): ContractOffer {
  const { productId, ...rest } = change;
  return {
    versionId: newId("ctv"),
    lines: [{ productId, quantity: 8, unitPriceVnd: vnd(150_000) }],
    shippingVnd: vnd(50_000),
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
  if (!opened.ok || !isLinkKey("contract", opened.value)) {
    throw new Error("a question was refused");
  }
  return opened.value.code;
}

/** Asked, offered by whoever may, and accepted by a guest; answers the contract's code. */
export async function conclude(
  by: { actor: Parameters<typeof offerContract>[0]; scope: Parameters<typeof offerContract>[1] },
  of: { householdId: string; productId: string } & Partial<ContractOffer>,
): Promise<string> {
  const { householdId, productId, ...terms } = of;
  const code = await ask(householdId, productId);
  const offered = await offerContract(by.actor, by.scope, testOffer({ ...terms, code, productId }));
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
