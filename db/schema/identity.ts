import { COMPLETE_LANGUAGES, type CompleteLanguage } from "../../app/platform/language";
import { ROLES, type Role } from "../../app/domain/identity/roles";
import { id, instant, oneOf, text } from "../columns";
import { index, table } from "../dialect";

export const users = table(
  "users",
  {
    id: id(),
    phone: text("phone").notNull().unique(), // ten digits, 0912345678; of a deleted account its id
    fullName: text("full_name").notNull(), // blank: the account was deleted
    passwordHash: text("password_hash").notNull(), // argon2id
    role: text("role").$type<Role>().notNull(),
    language: text("language").$type<CompleteLanguage>().notNull().default("vi"),
    createdAt: instant("created_at").notNull(),
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
