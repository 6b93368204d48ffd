import {
  CONTRACT_MOVERS,
  CONTRACT_STATUSES,
  type ContractMover,
  type ContractStatus,
} from "../../app/domain/contracts/contract-status";
import {
  CONFIRMATION_CHANNELS,
  CONTRACT_PARTIES,
  type ConfirmationChannel,
  type ContractParty,
} from "../../app/domain/contracts/contract-parties";
import { CONTRACT_METHODS, type ContractMethod } from "../../app/domain/contracts/contract-terms";
import type { CompleteLanguage } from "../../app/platform/language";
import {
  count,
  flag,
  id,
  instant,
  integerCheck,
  localDate,
  oneOf,
  text,
  vnd,
  vndCheck,
} from "../columns";
import { index, table, uniqueIndex } from "../dialect";
import { products } from "./catalog";
import { households } from "./households";
import { users } from "./identity";
import { checkouts } from "./orders";
import { communes } from "./places";

/** A wholesale sale between one household and one buyer, from the buyer's question on. */
export const contracts = table(
  "contracts",
  {
    id: id(),
    code: text("code").notNull().unique(), // `HD-7K3QXM9`
    submissionKey: text("submission_key").notNull().unique(), // the same form sent twice asks once
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    buyerId: text("buyer_id").references(() => users.id), // null: guest
    buyerName: text("buyer_name").notNull(), // the organisation, or the person
    buyerTaxCode: text("buyer_tax_code").notNull(), // blank: none given
    representative: text("representative").notNull(),
    representativeTitle: text("representative_title").notNull(),
    buyerPhone: text("buyer_phone").notNull(),
    communeCode: text("commune_code")
      .notNull()
      .references(() => communes.code),
    addressLine: text("address_line").notNull(),
    wishedBy: localDate("wished_by"), // null: the buyer did not say
    note: text("note").notNull(),
    language: text("language").$type<CompleteLanguage>().notNull(), // the buyer's; the text itself is Vietnamese
    status: text("status").$type<ContractStatus>().notNull(),
    openedAt: instant("opened_at").notNull(),
    clockAt: instant("clock_at"), // when it lapses by itself; null: it does not
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("contracts_household").on(t.householdId, t.status, t.openedAt),
    index("contracts_buyer").on(t.buyerId),
    index("contracts_phone").on(t.buyerPhone),
    index("contracts_status").on(t.status, t.clockAt),
    oneOf("contracts_status_word", t.status, CONTRACT_STATUSES),
  ],
);

/** Packs that the buyer asked the price of. Append-only (trigger). */
export const contractAsks = table(
  "contract_asks",
  {
    id: id(),
    contractId: text("contract_id")
      .notNull()
      .references(() => contracts.id),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    packCount: count("pack_count").notNull(),
  },
  (t) => [
    uniqueIndex("contract_asks_product").on(t.contractId, t.productId),
    index("contract_asks_of_product").on(t.productId),
    integerCheck("contract_asks_pack_count", t.packCount, 1),
  ],
);

/** Terms that the household offered, with the text that both confirm. Append-only (trigger). */
export const contractVersions = table(
  "contract_versions",
  {
    id: id(), // made with the form: the same form sent twice offers once
    contractId: text("contract_id")
      .notNull()
      .references(() => contracts.id),
    number: count("number").notNull(),
    itemsVnd: vnd("items_vnd").notNull(),
    shippingVnd: vnd("shipping_vnd").notNull(), // of each delivery
    deliveriesMax: count("deliveries_max").notNull(),
    deliverBy: localDate("deliver_by").notNull(),
    method: text("method").$type<ContractMethod>().notNull(),
    paymentDays: count("payment_days").notNull(),
    validUntil: localDate("valid_until").notNull(),
    extraTerms: text("extra_terms").notNull(),
    text: text("text").notNull(),
    textHash: text("text_hash").notNull(), // SHA-256 of its UTF-8 bytes, 64 hex digits
    offeredAt: instant("offered_at").notNull(),
  },
  (t) => [
    uniqueIndex("contract_versions_number").on(t.contractId, t.number),
    integerCheck("contract_versions_number_count", t.number, 1),
    integerCheck("contract_versions_deliveries_max", t.deliveriesMax, 1),
    integerCheck("contract_versions_payment_days", t.paymentDays, 0),
    vndCheck("contract_versions_items_vnd", t.itemsVnd, 1),
    vndCheck("contract_versions_shipping_vnd", t.shippingVnd),
    oneOf("contract_versions_method", t.method, CONTRACT_METHODS),
  ],
);

/** Packs and price of a version. Append-only (trigger). */
export const contractLines = table(
  "contract_lines",
  {
    id: id(),
    versionId: text("version_id")
      .notNull()
      .references(() => contractVersions.id),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    productName: text("product_name").notNull(),
    packLabel: text("pack_label").notNull(),
    quantity: count("quantity").notNull(),
    unitPriceVnd: vnd("unit_price_vnd").notNull(),
  },
  (t) => [
    uniqueIndex("contract_lines_product").on(t.versionId, t.productId),
    index("contract_lines_of_product").on(t.productId),
    integerCheck("contract_lines_quantity", t.quantity, 1),
    vndCheck("contract_lines_unit_price_vnd", t.unitPriceVnd, 1),
  ],
);

/** That a party said yes to a version, and how. Append-only (trigger). */
export const contractConfirmations = table(
  "contract_confirmations",
  {
    id: id(),
    versionId: text("version_id")
      .notNull()
      .references(() => contractVersions.id),
    party: text("party").$type<ContractParty>().notNull(),
    signerName: text("signer_name").notNull(),
    textHash: text("text_hash").notNull(), // of what was shown
    channel: text("channel").$type<ConfirmationChannel>().notNull(),
    actorId: text("actor_id"), // null: a guest
    confirmedAt: instant("confirmed_at").notNull(),
  },
  (t) => [
    uniqueIndex("contract_confirmations_party").on(t.versionId, t.party),
    oneOf("contract_confirmations_party_word", t.party, CONTRACT_PARTIES),
    oneOf("contract_confirmations_channel", t.channel, CONFIRMATION_CHANNELS),
  ],
);

/** A digital signature over the text of a version, as a file beside it. Append-only (trigger). */
export const contractSignatures = table(
  "contract_signatures",
  {
    id: id(),
    versionId: text("version_id")
      .notNull()
      .references(() => contractVersions.id),
    party: text("party").$type<ContractParty>().notNull(),
    cms: text("cms").notNull(), // detached CMS (RFC 5652), DER as base64
    actorId: text("actor_id"),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [
    uniqueIndex("contract_signatures_party").on(t.versionId, t.party),
    oneOf("contract_signatures_party_word", t.party, CONTRACT_PARTIES),
  ],
);

/** A delivery under a contract: the checkout that its household placed for it. Append-only (trigger). */
export const contractCheckouts = table(
  "contract_checkouts",
  {
    checkoutId: text("checkout_id")
      .primaryKey()
      .references(() => checkouts.id),
    contractId: text("contract_id")
      .notNull()
      .references(() => contracts.id),
  },
  (t) => [index("contract_checkouts_contract").on(t.contractId)],
);

/** Every move of a contract, with what was said. Append-only (trigger). */
export const contractEvents = table(
  "contract_events",
  {
    id: id(),
    contractId: text("contract_id")
      .notNull()
      .references(() => contracts.id),
    fromStatus: text("from_status").$type<ContractStatus>(),
    toStatus: text("to_status").$type<ContractStatus>().notNull(),
    movedBy: text("moved_by").$type<ContractMover>().notNull(),
    note: text("note").notNull(),
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    index("contract_events_contract").on(t.contractId),
    oneOf("contract_events_moved_by", t.movedBy, CONTRACT_MOVERS),
  ],
);
