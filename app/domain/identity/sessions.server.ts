import { createHash } from "node:crypto";
import { eq, lte } from "drizzle-orm";
import {
  Cookie,
  Lucia,
  TimeSpan,
  type Adapter,
  type DatabaseSession,
  type DatabaseUser,
} from "lucia";
import { sessions, users } from "~db/schema/identity";
import { now, toDate } from "~/platform/clock.server";
import { DatabaseBusyError, inTransaction, reader, type Transaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newToken } from "~/platform/ids";
import { invariant, present } from "~/platform/invariant";
import type { Language } from "~/platform/language";
import { isStaff, type Role } from "./roles";
import { secondStepNeeded } from "./second-step-needed.server";
import type { Admitted } from "./types";

export type SessionUser = { id: string; fullName: string; role: Role; language: Language };
type Attributes = Omit<SessionUser, "id">;

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, Attributes>;
    DatabaseUserAttributes: Attributes;
    /** Of a session that is being started: the hash of the password that opened it. */
    DatabaseSessionAttributes: { passwordHash?: string };
  }
}

/** Lucia keeps sessions by its own clock and ids; the table holds the hash of an id, so a copy of it signs nobody in. */
const adapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const [row] = await reader()
      .select({ session: sessions, user: users })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(eq(sessions.id, hashOf(sessionId)))
      .limit(1);
    return row ? [toSession(row.session, sessionId), toUser(row.user)] : [null, null];
  },
  async getUserSessions(userId) {
    const rows = await reader()
      .select()
      .from(sessions)
      .where(eq(sessions.userId, userId))
      .limit(100);
    return rows.map((row) => toSession(row, row.id));
  },
  async setSession(session) {
    await inTransaction(async (tx) => {
      const [user] = await tx
        .select({ passwordHash: users.passwordHash })
        .from(users)
        .where(eq(users.id, session.userId))
        .limit(1);
      if (user?.passwordHash !== session.attributes.passwordHash) return;
      await tx.insert(sessions).values({
        id: hashOf(session.id),
        userId: session.userId,
        expiresAt: session.expiresAt.getTime(),
      });
      await noteSeen(tx, session.userId);
    });
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await inTransaction(async (tx) => {
      await tx
        .update(sessions)
        .set({ expiresAt: expiresAt.getTime() })
        .where(eq(sessions.id, hashOf(sessionId)));
      const [session] = await tx
        .select({ userId: sessions.userId })
        .from(sessions)
        .where(eq(sessions.id, hashOf(sessionId)))
        .limit(1);
      if (session) await noteSeen(tx, session.userId);
    }).catch((error: unknown) => {
      // Reading a page must not need the write lock; the next page asks again.
      if (!(error instanceof DatabaseBusyError)) throw error;
    });
  },
  async deleteSession(sessionId) {
    await inTransaction(async (tx) => {
      await tx.delete(sessions).where(eq(sessions.id, hashOf(sessionId)));
    });
  },
  async deleteUserSessions(userId) {
    await inTransaction(async (tx) => {
      await tx.delete(sessions).where(eq(sessions.userId, userId));
    });
  },
  async deleteExpiredSessions() {
    await inTransaction(async (tx) => {
      await tx.delete(sessions).where(lte(sessions.expiresAt, now()));
    });
  },
};

async function noteSeen(tx: Transaction, userId: string): Promise<void> {
  await tx.update(users).set({ seenAt: now() }).where(eq(users.id, userId));
}

function hashOf(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}

function toSession(row: typeof sessions.$inferSelect, id: string): DatabaseSession {
  return { id, userId: row.userId, expiresAt: toDate(row.expiresAt), attributes: {} };
}

function toUser(row: typeof users.$inferSelect): DatabaseUser {
  return {
    id: row.id,
    attributes: { fullName: row.fullName, role: row.role, language: row.language },
  };
}

/** Who has no such cookie is a guest. */
export const SESSION_COOKIE = "session";

type OurLucia = Lucia<Record<never, never>, Attributes>;
let patient: OurLucia | undefined;
let strict: OurLucia | undefined;

/** Unused sessions end after this; a used one lives on, lengthened once half of it is over. */
const PATIENCE = new TimeSpan(30, "d"); // households and buyers: old phones, signed in with help
const STAFF_PATIENCE = new TimeSpan(12, "h");

function luciaFor(role: Role): OurLucia {
  if (isStaff(role)) return (strict ??= createLucia(STAFF_PATIENCE));
  return (patient ??= createLucia(PATIENCE));
}

function createLucia(sessionExpiresIn: TimeSpan): OurLucia {
  return new Lucia(adapter, {
    sessionExpiresIn,
    sessionCookie: {
      name: SESSION_COOKIE,
      expires: false, // the row expires, and lives on while it is used
      attributes: {
        sameSite: "lax",
        secure: settings().PUBLIC_ORIGIN?.startsWith("https://") === true,
      },
    },
    getUserAttributes: (attributes) => ({
      fullName: attributes.fullName,
      role: attributes.role,
      language: attributes.language,
    }),
  });
}

/** Lucia's own reader throws on any cookie that is not well encoded, also on one that is not ours. */
function sessionIdIn(cookieHeader: string | null): string | null {
  return /(?:^|;\s*)session=([0-9a-f]+)\s*(?:;|$)/.exec(cookieHeader ?? "")?.[1] ?? null;
}

/** By which `endSessions` spares the session in the `Cookie` header; `""` without one. */
export function sessionMark(cookieHeader: string | null): string {
  return hashOf(sessionSecret(cookieHeader));
}

/** What the holder of the session knows, and no table: for what only they are to see; `""` without one. */
export function sessionSecret(cookieHeader: string | null): string {
  return sessionIdIn(cookieHeader) ?? "";
}

/** The person whose session the `Cookie` header carries, or null. */
export async function readSession(cookieHeader: string | null): Promise<SessionUser | null> {
  const sessionId = sessionIdIn(cookieHeader);
  if (!sessionId) return null;
  const [, holder] = await adapter.getSessionAndUser(sessionId);
  if (!holder) return null;
  const { user } = await luciaFor(holder.attributes.role).validateSession(sessionId);
  return user;
}

/**
 * Signs a person in; answers the `Set-Cookie` header. Staff's cookie ends with the browser, and their session
 * after 12 hours unused. Where the password has been changed since it was found right, or the account deleted, the
 * cookie opens nothing. Who signs in comes by `openSession`; nobody is let in without the second step who needs one.
 */
export async function startSession({
  userId,
  passwordHash,
  hasSecondStep,
}: Admitted): Promise<string> {
  const [user] = await reader()
    .select({ role: users.role, phone: users.phone })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  const person = present(user, "a session belongs to a person");
  invariant(hasSecondStep === true || !secondStepNeeded(person), "a session without second step");
  const { role } = person;
  const lucia = luciaFor(role);
  const session = await lucia.createSession(userId, { passwordHash }, { sessionId: newToken(20) });
  const cookie = lucia.createSessionCookie(session.id);
  if (!isStaff(role)) return cookie.serialize();
  const { maxAge: _, ...untilClosed } = cookie.attributes;
  return new Cookie(cookie.name, cookie.value, untilClosed).serialize();
}

/** Signs the holder of the cookie out; answers the `Set-Cookie` header that clears it. */
export async function endSession(cookieHeader: string | null): Promise<string> {
  const sessionId = sessionIdIn(cookieHeader);
  const lucia = luciaFor("buyer"); // ending is the same for all
  if (sessionId) await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}

export async function deleteExpiredSessions(): Promise<void> {
  await adapter.deleteExpiredSessions();
}
