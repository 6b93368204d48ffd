import { sql } from "drizzle-orm";
import { CODE_PURPOSES, type CodePurpose } from "../../app/domain/identity/phone-code-limits";
import { COMPLETE_LANGUAGES, type CompleteLanguage } from "../../app/platform/language";
import { ROLES, type Role } from "../../app/domain/identity/roles";
import { count, id, instant, integerCheck, oneOf, text } from "../columns";
import { check, index, table } from "../dialect";

export const users = table(
  "users",
  {
    id: id(),
    phone: text("phone").notNull().unique(), // ten digits, 0912345678; of a deleted account its id
    fullName: text("full_name").notNull(), // blank: the account was deleted
    passwordHash: text("password_hash").notNull(), // argon2id; of who has no password a mark that is no hash
    phoneProvenAt: instant("phone_proven_at"), // when a code sent to the phone first came back; null: anybody may have typed it
    role: text("role").$type<Role>().notNull(),
    language: text("language").$type<CompleteLanguage>().notNull().default("vi"),
    createdAt: instant("created_at").notNull(),
    seenAt: instant("seen_at"), // when a session of theirs last began or was lengthened; null: not since this is noted
    deletedAt: instant("deleted_at"), // the row stays, because others name it; nothing personal is left in it
  },
  (t) => [
    oneOf("users_role", t.role, ROLES),
    oneOf("users_language", t.language, COMPLETE_LANGUAGES),
  ],
);

export const sessions = table(
  "sessions",
  {
    id: id(), // SHA-256 of the token in the cookie: a copy of the table signs nobody in
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("sessions_user").on(t.userId), index("sessions_expires").on(t.expiresAt)],
);

/** One-time codes, by which somebody proves that a phone is theirs. The digits stand nowhere: `phone-code.server.ts` counts them. */
export const phoneCodes = table(
  "phone_codes",
  {
    id: id(),
    phone: text("phone").notNull(), // ten digits
    purpose: text("purpose").$type<CodePurpose>().notNull().default("entry"),
    sentCount: count("sent_count").notNull().default(1),
    triedCount: count("tried_count").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"), // when the right digits came back
    madeById: text("made_by_id"), // who hands them over, or changes over to the phone; else null
  },
  (t) => [
    index("phone_codes_phone").on(t.phone, t.sentAt),
    index("phone_codes_sent").on(t.sentAt),
    oneOf("phone_codes_purpose", t.purpose, CODE_PURPOSES),
    integerCheck("phone_codes_sent_count", t.sentCount, 1),
    integerCheck("phone_codes_tried_count", t.triedCount, 0),
  ],
);

/**
 * That somebody's account has another phone. The number before stands here in whole for a while (`OLD_PHONE_KEPT_MS`): it
 * is told of the change, an officer calls it, and it comes back where the change was somebody else's doing.
 */
export const phoneChanges = table(
  "phone_changes",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    oldPhone: text("old_phone"), // ten digits; null once they were erased
    oldEnding: text("old_ending").notNull(), // its last three digits
    newPhone: text("new_phone"), // as the old one
    newEnding: text("new_ending").notNull(),
    changedAt: instant("changed_at").notNull(),
    undoneAt: instant("undone_at"), // since when the account has the number before again
  },
  (t) => [
    index("phone_changes_user").on(t.userId, t.changedAt),
    index("phone_changes_kept")
      .on(t.changedAt)
      .where(sql`old_phone is not null`),
    check("phone_changes_endings", sql`length(old_ending) <= 3 and length(new_ending) <= 3`),
  ],
);
