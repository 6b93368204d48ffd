import { createHash } from "node:crypto";
import {
  contractClock,
  type ContractMover,
  type ContractStatus,
} from "../../../app/domain/contracts/contract-status";
import {
  contractItemsVnd,
  type ContractLine,
  type ContractTerms,
} from "../../../app/domain/contracts/contract-terms";
import { contractText, type ContractParties } from "../../../app/domain/contracts/contract-text";
import { present } from "../../../app/platform/invariant";
import { vnd } from "../../../app/platform/money";
import { addDays, DAY_MS, localDateOf } from "../../../app/platform/period";
import {
  contractAsks,
  contractConfirmations,
  contractEvents,
  contractLines,
  contracts,
  contractVersions,
} from "../../schema/contracts";
import { prepareInsert } from "../insert-rows";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";
import type { SampleUser } from "./seed-users";

type Move = { to: ContractStatus; by: ContractMover };
type Story = {
  code: string;
  buyer: { name: string; taxCode: string; representative: string; title: string; phone: string };
  packs: number;
  note: string;
  moves: [Move, ...Move[]];
};

const ASKED: Move = { to: "requested", by: "buyer" };
const OFFERED: Move = { to: "offered", by: "household" };

/** A question, an offer and a contract in force: each side's next step is there to be tried out. */
const STORIES: readonly Story[] = [
  {
    code: "HD-2M3M4M5",
    buyer: {
      name: "Cửa hàng quà quê Mẫu",
      taxCode: "",
      representative: "Phạm Văn Mẫu",
      title: "",
      phone: "0900000701",
    },
    packs: 60,
    note: "Mẫu: cần hàng biếu Tết, cho hỏi giá.",
    moves: [ASKED],
  },
  {
    code: "HD-3M4M5M6",
    buyer: {
      name: "Trường Phổ thông nội trú Mẫu",
      taxCode: "",
      representative: "Nông Thị Mẫu",
      title: "Hiệu trưởng",
      phone: "0900000702",
    },
    packs: 120,
    note: "Mẫu: bếp ăn học kỳ hai.",
    moves: [ASKED, OFFERED],
  },
  {
    code: "HD-4M5M6M7",
    buyer: {
      name: "Công ty Thực phẩm Mẫu",
      taxCode: "0100000000",
      representative: "Lê Thị Mẫu",
      title: "Giám đốc",
      phone: "0900000703",
    },
    packs: 200,
    note: "Mẫu: lấy hàng làm nhiều đợt.",
    moves: [ASKED, OFFERED, { to: "concluded", by: "buyer" }],
  },
];

type Product = { id: string; name: string; packLabel: string; ocopSet: number; priceVnd: number };
type Party = ContractParties["seller"] & { communeCode: string; place: string };

/** Wholesale contracts of the household that the demo signs in to, over its best known product; the buyer's account has them. */
export function seedContracts(
  writer: SampleWriter,
  desk: SeededHousehold,
  account: SampleUser,
): void {
  const { connection } = writer;
  const product = connection.writer
    .prepare<[string], Product>(
      `SELECT id, name, pack_label AS packLabel, ocop_set AS ocopSet, price_vnd AS priceVnd FROM products
       WHERE household_id = ? AND status = 'published' AND ocop_set NOT IN (14, 15) ORDER BY id LIMIT 1`,
    )
    .get(desk.id);
  const seller = connection.writer
    .prepare<[string], Party>(
      `SELECT h.name, h.tax_code AS taxCode, h.contact_name AS representative, h.phone, h.commune_code AS communeCode,
         c.name || ', ' || p.name AS place, h.address_line || ', ' || c.name || ', ' || p.name AS address
       FROM households h JOIN communes c ON c.code = h.commune_code JOIN provinces p ON p.code = c.province_code
       WHERE h.id = ?`,
    )
    .get(desk.id);
  if (!product) return;
  const insert = createContractInsert(writer, {
    desk,
    account,
    product,
    seller: present(seller, "a household without its place"),
  });
  STORIES.forEach((story, i) => insert(story, (STORIES.length - i) * DAY_MS));
}

function createContractInsert(
  { connection, newId, day }: SampleWriter,
  of: { desk: SeededHousehold; account: SampleUser; product: Product; seller: Party },
) {
  const { desk, account, product, seller } = of;
  const insertContract = prepareInsert(connection, contracts);
  const insertAsk = prepareInsert(connection, contractAsks);
  const insertEvent = prepareInsert(connection, contractEvents);
  const insertVersion = createVersionInsert({ connection, newId }, of);
  return (story: Story, age: number) => {
    const openedAt = day.endsAt - age;
    const id = newId("ctr", openedAt);
    const { code, buyer, packs, note, moves } = story;
    const status = (moves.at(-1) ?? moves[0]).to;
    const movedAt = openedAt + moves.length - 1;
    const validUntil = addDays(localDateOf(openedAt), 14);
    insertContract({
      id,
      code,
      submissionKey: `sample-contract-${code}`,
      householdId: desk.id,
      buyerId: account.id,
      buyerName: buyer.name,
      buyerTaxCode: buyer.taxCode,
      representative: buyer.representative,
      representativeTitle: buyer.title,
      buyerPhone: buyer.phone,
      communeCode: seller.communeCode,
      addressLine: "Số nhà mẫu",
      wishedBy: addDays(localDateOf(openedAt), 45),
      note,
      language: "vi",
      status,
      openedAt,
      clockAt: contractClock(status, {
        since: movedAt,
        terms: { validUntil, deliverBy: addDays(localDateOf(openedAt), 45) },
      }),
      isSample: true,
    });
    insertAsk({
      id: newId("cta", openedAt),
      contractId: id,
      productId: product.id,
      packCount: packs,
    });
    moves.forEach(({ to, by }, i) => {
      insertEvent({
        id: newId("cte", openedAt + i),
        contractId: id,
        fromStatus: moves[i - 1]?.to ?? null,
        toStatus: to,
        movedBy: by,
        note: i === 0 ? note : "",
        actorId: by === "household" ? desk.memberId : account.id,
        occurredAt: openedAt + i,
      });
    });
    if (moves.length > 1) insertVersion(story, { contractId: id, openedAt, validUntil });
  };
}

function createVersionInsert(
  { connection, newId }: Pick<SampleWriter, "connection" | "newId">,
  of: { desk: SeededHousehold; account: SampleUser; product: Product; seller: Party },
) {
  const { desk, account, product, seller } = of;
  const insertVersion = prepareInsert(connection, contractVersions);
  const insertLine = prepareInsert(connection, contractLines);
  const insertConfirmation = prepareInsert(connection, contractConfirmations);
  return (
    { code, buyer, packs, moves }: Story,
    at: { contractId: string; openedAt: number; validUntil: string },
  ) => {
    const { contractId, openedAt, validUntil } = at;
    const terms = termsOf(product, { packs, openedAt, validUntil });
    const address = `Số nhà mẫu, ${seller.place}`;
    const text = contractText({ seller, buyer: { ...buyer, address } }, terms, {
      code,
      version: 1,
      offeredOn: localDateOf(openedAt),
    });
    const textHash = createHash("sha256").update(text, "utf8").digest("hex");
    const versionId = newId("ctv", openedAt);
    const { lines, ...rest } = terms;
    const offeredAt = openedAt + 1;
    const itemsVnd = contractItemsVnd(lines);
    insertVersion({
      id: versionId,
      contractId,
      number: 1,
      itemsVnd,
      ...rest,
      text,
      textHash,
      offeredAt,
    });
    for (const line of lines) {
      const { productId, productName, packLabel, quantity, unitPriceVnd } = line;
      const id = newId("ctl", offeredAt);
      insertLine({ id, versionId, productId, productName, packLabel, quantity, unitPriceVnd });
    }
    const confirm = (party: "household" | "buyer", signerName: string, confirmedAt: number) =>
      insertConfirmation({
        id: newId("ctc", confirmedAt),
        versionId,
        party,
        signerName,
        textHash,
        channel: "signed_in",
        actorId: party === "household" ? desk.memberId : account.id,
        confirmedAt,
      });
    confirm("household", seller.representative, offeredAt);
    if (moves.length > 2) confirm("buyer", buyer.representative, offeredAt + 1);
  };
}

function termsOf(
  product: Product,
  { packs, openedAt, validUntil }: { packs: number; openedAt: number; validUntil: string },
): ContractTerms {
  const line: ContractLine = {
    productId: product.id,
    productName: product.name,
    packLabel: product.packLabel,
    ocopSet: product.ocopSet,
    quantity: packs,
    unitPriceVnd: vnd(Math.floor((product.priceVnd * 85) / 100_000) * 1_000),
  };
  return {
    lines: [line],
    shippingVnd: vnd(80_000),
    deliveriesMax: 4,
    deliverBy: addDays(localDateOf(openedAt), 45),
    method: "vietqr",
    paymentDays: 3,
    validUntil,
    extraTerms: "Hợp đồng mẫu của bản dùng thử, không ràng buộc ai.",
  };
}
