import { createHash } from "node:crypto";
import { eq, lte } from "drizzle-orm";
import { Lucia, type Adapter, type DatabaseSession, type DatabaseUser } from "lucia";
import { sessions, users } from "~db/schema/identity";
import { now, toDate } from "~/platform/clock.server";
import { DatabaseBusyError, inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newToken } from "~/platform/ids";
import type { Language } from "~/platform/language";
import type { Role } from "./roles";

export type SessionUser = { id: string; fullName: string; role: Role; language: Language };
type Attributes = Omit<SessionUser, "id">;

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, Attributes>;
    DatabaseUserAttributes: Attributes;
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
      await tx.insert(sessions).values({
        id: hashOf(session.id),
        userId: session.userId,
        expiresAt: session.expiresAt.getTime(),
      });
    });
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await inTransaction(async (tx) => {
      await tx
        .update(sessions)
        .set({ expiresAt: expiresAt.getTime() })
        .where(eq(sessions.id, hashOf(sessionId)));
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

type OurLucia = Lucia<Record<never, never>, Attributes>;
let instance: OurLucia | undefined;

function lucia(): OurLucia {
  instance ??= new Lucia(adapter, {
    sessionCookie: {
      name: "session",
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
  return instance;
}

/** Lucia's own reader throws on any cookie that is not well encoded, also on one that is not ours. */
function sessionIdIn(cookieHeader: string | null): string | null {
  return /(?:^|;\s*)session=([0-9a-f]+)\s*(?:;|$)/.exec(cookieHeader ?? "")?.[1] ?? null;
}

/** The person whose session the `Cookie` header carries, or null. */
export async function readSession(cookieHeader: string | null): Promise<SessionUser | null> {
  const sessionId = sessionIdIn(cookieHeader);
  if (!sessionId) return null;
  const { user } = await lucia().validateSession(sessionId);
  return user;
}

/** Signs a person in; answers the `Set-Cookie` header. */
export async function startSession(userId: string): Promise<string> {
  const session = await lucia().createSession(userId, {}, { sessionId: newToken(20) });
  return lucia().createSessionCookie(session.id).serialize();
}

/** Signs the holder of the cookie out; answers the `Set-Cookie` header that clears it. */
export async function endSession(cookieHeader: string | null): Promise<string> {
  const sessionId = sessionIdIn(cookieHeader);
  if (sessionId) await lucia().invalidateSession(sessionId);
  return lucia().createBlankSessionCookie().serialize();
}

export async function deleteExpiredSessions(): Promise<void> {
  await lucia().deleteExpiredSessions();
}
