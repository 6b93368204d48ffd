import { and, eq, inArray, isNull, ne, sql, sum } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import { transfers } from "~db/schema/settlement";
import { voucherProgrammes, voucherUses } from "~db/schema/vouchers";
import { now } from "~/platform/clock.server";
import { builtOnce, type ReadDatabase } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { formatDate, localDateOf } from "~/platform/period";
import { fail, succeed, type Failure, type Result } from "~/platform/result";
import { programmeStateOn } from "./programme-state";
import type { Voucher, VoucherUse } from "./types";
import { normaliseVoucherCode } from "./voucher-code";

type ProgrammeRow = typeof voucherProgrammes.$inferSelect;
export type ProgrammeRefusalCode =
  | "voucher_unknown"
  | "voucher_not_yet"
  | "voucher_over"
  | "voucher_used_up"
  | "voucher_used_by_phone";
export type VoucherRefusalCode = ProgrammeRefusalCode | "voucher_cart_below";

/**
 * What a typed code is worth for a cart, or why nothing. `voucher_not_yet` and `voucher_over` say `{date}`,
 * `voucher_cart_below` `{missingVnd}`.
 * @param asked `buyerPhone` null while nobody has typed a whole one; `itemsVnd` of goods, `totalVnd` with shipping
 */
export async function findVoucher(
  db: ReadDatabase,
  asked: { code: string; buyerPhone: string | null; itemsVnd: number; totalVnd: number },
): Promise<Result<Voucher, VoucherRefusalCode>> {
  const code = normaliseVoucherCode(asked.code);
  const [programme] =
    code === null
      ? []
      : await db.select().from(voucherProgrammes).where(eq(voucherProgrammes.code, code)).limit(1);
  if (!programme) return fail("voucher_unknown");
  const refusal = await findRefusal(db, programme, { buyerPhone: asked.buyerPhone });
  if (refusal) return refusal;
  const missingVnd = programme.leastVnd - asked.itemsVnd;
  if (missingVnd > 0) return fail("voucher_cart_below", { missingVnd });
  const { id, name, valueVnd } = programme;
  return succeed({
    programmeId: id,
    code: programme.code,
    name,
    amountVnd: Math.min(valueVnd, asked.totalVnd),
  });
}

/** Why a programme pays nothing more now, to this phone; or null. */
async function findRefusal(
  db: ReadDatabase,
  programme: ProgrammeRow,
  user: { buyerPhone: string | null; exceptCheckoutId?: string },
): Promise<Failure<ProgrammeRefusalCode> | null> {
  const state = programmeStateOn(localDateOf(now()), programme);
  switch (state) {
    case "proposed":
    case "stopped": // whoever hears of a code that was stopped learns no more than of one that never was
      return fail("voucher_unknown");
    case "coming":
      return fail("voucher_not_yet", { date: formatDate(programme.startsOn) });
    case "over":
      return fail("voucher_over", { date: formatDate(programme.endsOn) });
    case "used_up":
      return fail("voucher_used_up");
    case "running":
  }
  const { buyerPhone, exceptCheckoutId = "" } = user;
  if (buyerPhone === null) return null;
  const [used] = await db
    .select({ id: voucherUses.id })
    .from(checkouts)
    .innerJoin(voucherUses, eq(voucherUses.checkoutId, checkouts.id))
    .where(
      and(
        eq(checkouts.buyerPhone, buyerPhone),
        eq(voucherUses.programmeId, programme.id),
        isNull(voucherUses.givenBackAt),
        ne(checkouts.id, exceptCheckoutId),
      ),
    )
    .limit(1);
  return used ? fail("voucher_used_by_phone") : null;
}

/** Whether a checkout that gave its use back could use the code now. */
export async function mayTakeAgain(
  db: ReadDatabase,
  use: { programmeId: string; checkoutId: string; buyerPhone: string },
): Promise<boolean> {
  const [programme] = await db
    .select()
    .from(voucherProgrammes)
    .where(eq(voucherProgrammes.id, use.programmeId))
    .limit(1);
  if (!programme) return false;
  const { buyerPhone, checkoutId: exceptCheckoutId } = use;
  return (await findRefusal(db, programme, { buyerPhone, exceptCheckoutId })) === null;
}

const selectUse = builtOnce((db) =>
  db
    .select({
      programmeId: voucherUses.programmeId,
      name: voucherProgrammes.name,
      amountVnd: voucherUses.amountVnd,
      givenBackAt: voucherUses.givenBackAt,
    })
    .from(voucherUses)
    .innerJoin(voucherProgrammes, eq(voucherProgrammes.id, voucherUses.programmeId))
    .where(eq(voucherUses.checkoutId, sql.placeholder("checkoutId")))
    .limit(1)
    .prepare(),
);

/** The voucher that a checkout was placed with, whether its use still stands or not; null without. */
export async function findUse(db: ReadDatabase, checkoutId: string): Promise<VoucherUse | null> {
  const [row] = await selectUse(db).execute({ checkoutId });
  if (!row) return null;
  const { givenBackAt, ...use } = row;
  return { ...use, isGivenBack: givenBackAt !== null };
}

/** A programme by its code as it was typed, or null. */
export async function findProgrammeByCode(
  db: ReadDatabase,
  typed: string,
): Promise<ProgrammeRow | null> {
  const code = normaliseVoucherCode(typed);
  if (code === null) return null;
  const [row] = await db
    .select()
    .from(voucherProgrammes)
    .where(eq(voucherProgrammes.code, code))
    .limit(1);
  return row ?? null;
}

/** A programme by its id; throws when there is none. */
export async function loadProgramme(db: ReadDatabase, programmeId: string): Promise<ProgrammeRow> {
  const [row] = await db
    .select()
    .from(voucherProgrammes)
    .where(eq(voucherProgrammes.id, programmeId))
    .limit(1);
  return present(row, "a programme that is gone");
}

/** As db/schema/settlement names accounts. */
export const programmeAccountId = (programmeId: string) => `voucher:${programmeId}`;

/** What the uses of a programme that stand cost it, when all of what they bought is delivered. */
export async function sumStanding(db: ReadDatabase, programmeId: string): Promise<number> {
  const [standing] = await db
    .select({ amountVnd: sum(voucherUses.amountVnd).mapWith(Number) })
    .from(voucherUses)
    .where(and(eq(voucherUses.programmeId, programmeId), isNull(voucherUses.givenBackAt)));
  return standing?.amountVnd ?? 0;
}

/**
 * What a programme has paid in by lines of the bank, less what it was paid back. Found by what such lines credit, so that
 * its uses, which debit it and may be a hundred thousand, are not read.
 */
export async function sumPaidIn(db: ReadDatabase, programmeId: string): Promise<number> {
  const accountId = programmeAccountId(programmeId);
  const { amountVnd, creditAccountId, debitAccountId, reason } = transfers;
  const [paid] = await db
    .select({
      amountVnd: sum(
        sql`case when ${eq(creditAccountId, accountId)} then ${amountVnd}
          when ${eq(debitAccountId, accountId)} then -${amountVnd} else 0 end`,
      ).mapWith(Number),
    })
    .from(transfers)
    .where(
      and(
        inArray(creditAccountId, [accountId, "outflow"]),
        inArray(reason, ["receipt_allocated", "outflow_allocated"]),
      ),
    );
  return paid?.amountVnd ?? 0;
}
