import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { phoneCodes } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import {
  isPending,
  type CodePurpose,
  CODE_LIFE_MS,
  CONSENTS_MAX,
  SEND_AGAIN_MS,
  SEND_WINDOW_MS,
  SENT_MAX,
  SENT_MORE,
} from "./phone-code-limits";
import { provenDeviceOf } from "./device-token.server";
import { phoneMark } from "./phone-mark.server";

export type CodeAsk = {
  /** Of the form: sent twice it asks once. */
  codeId: string;
  /** Ten digits; null where the page of the code asks for its digits once more. */
  phone: string | null;
  purpose: CodePurpose;
  /** Who changes over to the phone: nobody else types these digits. */
  changerId?: string | undefined;
  /** As `signIn` takes it: one that a code has opened before has a share of its own. */
  deviceToken: string | null;
};
export type AskedCode = {
  codeId: string;
  /** Which message it is, by a name that no other has; null: the one before is on its way. */
  message: { sending: number; key: string } | null;
};
export type AskCodeFailure = "codes_too_soon" | "codes_used_up" | "code_gone";

type Code = typeof phoneCodes.$inferSelect;

/** A code for this phone, which the caller sends: a new one, or the same digits once more. */
export async function askPhoneCode(
  tx: Transaction,
  ask: CodeAsk,
): Promise<Result<AskedCode, AskCodeFailure>> {
  const [found] = await tx.select().from(phoneCodes).where(eq(phoneCodes.id, ask.codeId)).limit(1);
  const known = found && isPending(found) && isFor(found, ask) ? found : null;
  const phone = known?.phone ?? ask.phone;
  if (phone === null) return fail("code_gone");
  const isOnItsWay = known !== null && now() < known.sentAt + SEND_AGAIN_MS;
  if (isOnItsWay && ask.phone !== null) return succeed({ codeId: known.id, message: null });
  const refusal = await findRefusal(tx, { ...ask, phone });
  if (refusal) return refusal;
  return succeed(
    await note(tx, {
      known,
      phone,
      purpose: ask.purpose,
      madeById: ask.changerId ?? null,
      codeId: found ? newId("pcd") : ask.codeId,
    }),
  );
}

function isFor(code: Code, { phone, purpose, changerId }: CodeAsk): boolean {
  if (purpose === "change" && code.madeById !== changerId) return false;
  return code.purpose === purpose && (phone === null || code.phone === phone);
}

async function note(
  tx: Transaction,
  {
    known,
    codeId,
    ...facts
  }: {
    known: Code | null;
    phone: string;
    purpose: CodePurpose;
    madeById: string | null;
    codeId: string;
  },
): Promise<AskedCode> {
  const sentAt = now();
  const sent = { sentAt, expiresAt: sentAt + CODE_LIFE_MS };
  if (known === null) {
    await tx.insert(phoneCodes).values({ id: codeId, ...facts, createdAt: sentAt, ...sent });
    return { codeId, message: messageOf({ id: codeId, createdAt: sentAt }, 1) };
  }
  const sentCount = known.sentCount + 1;
  await tx
    .update(phoneCodes)
    .set({ ...sent, sentCount })
    .where(eq(phoneCodes.id, known.id));
  return { codeId: known.id, message: messageOf(known, sentCount) };
}

/** With the moment in it, because the form's id may come again once the row has gone. */
function messageOf({ id, createdAt }: { id: string; createdAt: number }, sending: number) {
  return { sending, key: `${id}-${createdAt}-${sending}` };
}

async function findRefusal(tx: Transaction, ask: CodeAsk & { phone: string }) {
  const [sent] = await tx
    .select({
      count: sql<number>`coalesce(sum(${phoneCodes.sentCount}), 0)`,
      firstAt: sql<number>`coalesce(min(${phoneCodes.sentAt}), 0)`,
      lastAt: sql<number>`coalesce(max(${phoneCodes.sentAt}), 0)`,
    })
    .from(phoneCodes)
    .where(
      and(
        // Also what was sent before somebody deleted their account.
        inArray(phoneCodes.phone, [ask.phone, phoneMark(ask.phone)]),
        // Each has a share: whoever is asked for a consent, however often, may come in at once.
        eq(phoneCodes.purpose, ask.purpose),
        gt(phoneCodes.sentAt, now() - SEND_WINDOW_MS),
      ),
    );
  const { count, firstAt, lastAt } = sent ?? { count: 0, firstAt: 0, lastAt: 0 };
  const againMs = lastAt + SEND_AGAIN_MS - now();
  if (againMs > 0) return fail("codes_too_soon" as const, { waitMs: againMs });
  const isOwn = provenDeviceOf(ask.phone, ask.deviceToken) !== null;
  const most = ask.purpose === "consent" ? CONSENTS_MAX : SENT_MAX + (isOwn ? SENT_MORE : 0);
  if (count < most) return null;
  return fail("codes_used_up" as const, { waitMs: firstAt + SEND_WINDOW_MS - now() });
}
