import type { SubjectKind } from "~/domain/audit/subject-kinds";
import { isThere } from "~/domain/identity/queries-names.server";
import {
  findCollectionId,
  findLotId,
  findProductId,
  nameCollections,
  nameLots,
  nameProducts,
} from "~/domain/catalog/queries-names.server";
import type { NamedSubject } from "~/domain/audit/types";
import { findContractId, nameContracts } from "~/domain/contracts/queries-names.server";
import {
  findDelegationId,
  findHouseholdId,
  nameDelegations,
  nameHouseholds,
} from "~/domain/households/queries-names.server";
import { normalisePhone } from "~/domain/identity/phone";
import { findUserByPhone } from "~/domain/identity/queries-phones.server";
import {
  findCheckoutIdByCode,
  findOrderId,
  nameCheckouts,
  nameOrders,
} from "~/domain/orders/queries-names.server";
import { findReturnId, nameReturns } from "~/domain/returns/queries-names.server";
import {
  findDisbursementId,
  findPayoutBatchId,
  nameDisbursements,
  namePayoutBatches,
} from "~/domain/settlement/queries-names.server";
import { findProgrammeId, nameProgrammes } from "~/domain/vouchers/queries-names.server";
import { reader } from "~/platform/db.server";
import { isMonth } from "~/platform/period";

type Ways = {
  /** By what people read: a code, the end of an address, a phone. */
  find: (typed: string) => Promise<string | null>;
  name?: (ids: readonly string[]) => Promise<NamedSubject[]>;
};

const byCode =
  (find: Ways["find"]): Ways["find"] =>
  (typed) =>
    find(typed.toUpperCase());
const bySlug =
  (find: Ways["find"]): Ways["find"] =>
  (typed) =>
    find(typed.toLowerCase());

const WAYS: Partial<Record<SubjectKind, Ways>> = {
  checkout: { find: byCode(findCheckoutIdByCode), name: nameCheckouts },
  collection: { find: bySlug(findCollectionId), name: nameCollections },
  contract: { find: byCode(findContractId), name: nameContracts },
  delegation: { find: byCode(findDelegationId), name: nameDelegations },
  disbursement: { find: byCode(findDisbursementId), name: nameDisbursements },
  household: { find: bySlug(findHouseholdId), name: nameHouseholds },
  lot: { find: byCode(findLotId), name: nameLots },
  order: { find: byCode(findOrderId), name: nameOrders },
  // Of a household, or of the purchase that is owed back.
  payee: {
    find: async (typed) =>
      (await findHouseholdId(typed.toLowerCase())) ?? findCheckoutIdByCode(typed.toUpperCase()),
    name: async (ids) => [...(await nameHouseholds(ids)), ...(await nameCheckouts(ids))],
  },
  payout_batch: { find: byCode(findPayoutBatchId), name: namePayoutBatches },
  period: { find: async (typed) => readMonth(typed) },
  product: { find: bySlug(findProductId), name: nameProducts },
  return_request: { find: byCode(findReturnId), name: nameReturns },
  user: { find: findPerson },
  voucher_programme: { find: byCode(findProgrammeId), name: nameProgrammes },
};

const ID = /^[a-z]{2,5}_[0-9a-f]{32}$/;
/** What names things of other kinds: ids, days, banks. */
const OTHER = /^[\w.:-]{1,80}$/;

/** The id of what somebody typed, or null where there is no such thing; ids stand for themselves. */
export async function findAuditSubject(kind: SubjectKind, typed: string): Promise<string | null> {
  if (kind === "user" && ID.test(typed)) return (await isThere(typed)) ? typed : null;
  if (ID.test(typed)) return typed;
  const ways = WAYS[kind];
  if (ways) return ways.find(typed);
  return OTHER.test(typed) ? typed : null;
}

/** What things of a kind are called, where they are still there and have a name of their own. */
export async function nameAuditSubjects(
  kind: SubjectKind,
  ids: readonly string[],
): Promise<NamedSubject[]> {
  return (await WAYS[kind]?.name?.(ids)) ?? [];
}

/** Whose account has this phone; null: nobody's, or it is no phone. */
export async function findPerson(typed: string): Promise<string | null> {
  const phone = normalisePhone(typed);
  return phone === null ? null : ((await findUserByPhone(reader(), phone))?.userId ?? null);
}

function readMonth(typed: string): string | null {
  const [, month, year] = /^(\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  const read = month === undefined ? typed : `${year}-${month.padStart(2, "0")}`;
  return isMonth(read) ? read : null;
}
