import { sql } from "drizzle-orm";
import {
  OFFICER_GRANT_KINDS,
  type OfficerGrantKind,
} from "../../app/domain/identity/officer-grants";
import { check, index, table, uniqueIndex } from "../dialect";
import { id, instant, integerCheck, count, json, oneOf, text } from "../columns";
import { users } from "./identity";

/**
 * That somebody may set up a sign-in of the department, the first time or again: asked for by one officer, agreed to by
 * another. Neither can use it alone: the one has the password, the other the code. One row is open for a person at a time.
 */
export const officerGrants = table(
  "officer_grants",
  {
    id: id(),
    kind: text("kind").$type<OfficerGrantKind>().notNull(),
    userId: text("user_id").references(() => users.id), // of a new officer null until it is agreed to
    phone: text("phone"), // ten digits, of a new officer; null once there is an account, or it came to nothing
    fullName: text("full_name"), // as the phone
    reason: text("reason").notNull(), // why the access is renewed; blank of a new officer
    passwordHash: text("password_hash"), // set with the agreement; null from then on, and where it came to nothing
    askedById: text("asked_by_id").references(() => users.id), // null: at the server (`npm run officer`)
    askedAt: instant("asked_at").notNull(),
    agreedById: text("agreed_by_id").references(() => users.id),
    agreedAt: instant("agreed_at"),
    usedAt: instant("used_at"), // when the second step was set up by it
    endedById: text("ended_by_id").references(() => users.id), // who refused it or took it back
    endedAt: instant("ended_at"),
  },
  (t) => [
    oneOf("officer_grants_kind", t.kind, OFFICER_GRANT_KINDS),
    uniqueIndex("officer_grants_open_user")
      .on(t.userId)
      .where(sql`user_id is not null and used_at is null and ended_at is null`),
    uniqueIndex("officer_grants_open_phone")
      .on(t.phone)
      .where(sql`phone is not null and used_at is null and ended_at is null`),
    index("officer_grants_user").on(t.userId, t.askedAt),
    index("officer_grants_asked").on(t.askedAt),
    check("officer_grants_two_people", sql`agreed_by_id is null or agreed_by_id <> asked_by_id`),
    check("officer_grants_not_oneself", sql`agreed_by_id is null or agreed_by_id <> user_id`),
  ],
);

/** The app on an officer's phone whose codes are asked for after the password (TOTP, RFC 6238). */
export const secondSteps = table(
  "second_steps",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => users.id),
    sealedSecret: text("sealed_secret").notNull(), // 20 bytes in base32, sealed (`platform/seal`)
    lastStep: count("last_step").notNull(), // the step of 30 seconds whose code came last: none comes twice
    recoveryMarks: json<string[]>("recovery_marks").notNull(), // keyed digests of the codes on paper that are left
    setUpAt: instant("set_up_at").notNull(),
  },
  (t) => [integerCheck("second_steps_last_step", t.lastStep, 0)],
);
