import { and, eq, gt, isNotNull } from "drizzle-orm";
import { phoneCodes } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { isPending, type CodePurpose } from "./phone-code-limits";

export type PhoneCode = {
  phone: string;
  purpose: CodePurpose;
  /** Who handed the digits over, or changes over to the phone. */
  madeById: string | null;
  createdAt: number;
  sentCount: number;
  /** The right digits would still be taken. */
  isOpen: boolean;
  /** Its digits may be sent once more, which makes them good again. */
  canSendAgain: boolean;
  /** The provider did not take the newest message (`refuse-phone-code`). */
  wasRefused: boolean;
};

/** The code with this id while it is kept, or null. */
export async function findPhoneCode(
  codeId: string,
  db: ReadDatabase = reader(),
): Promise<PhoneCode | null> {
  const [row] = await db.select().from(phoneCodes).where(eq(phoneCodes.id, codeId)).limit(1);
  if (!row) return null;
  const { phone, purpose, madeById, createdAt, sentCount } = row;
  const canSendAgain = isPending(row);
  const isOpen = canSendAgain && now() < row.expiresAt;
  const wasRefused = row.expiresAt <= row.sentAt;
  return { phone, purpose, madeById, createdAt, sentCount, isOpen, canSendAgain, wasRefused };
}

/** The phone that this code proved no longer ago than `withinMs`, or null. */
export async function findProvenPhone(
  { codeId, withinMs }: { codeId: string; withinMs: number },
  db: ReadDatabase = reader(),
): Promise<string | null> {
  const [row] = await db
    .select({ phone: phoneCodes.phone })
    .from(phoneCodes)
    .where(
      and(
        eq(phoneCodes.id, codeId),
        eq(phoneCodes.purpose, "entry"),
        isNotNull(phoneCodes.usedAt),
        gt(phoneCodes.usedAt, now() - withinMs),
      ),
    )
    .limit(1);
  return row?.phone ?? null;
}
