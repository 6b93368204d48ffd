import { sql } from "drizzle-orm";
import type { LessonName } from "../../app/domain/training/lessons";
import {
  ATTENDANCE_WAYS,
  SESSION_STATUSES,
  type AttendanceWay,
  type SessionStatus,
} from "../../app/domain/training/session-status";
import { count, flag, id, instant, integerCheck, json, localDate, oneOf, text } from "../columns";
import { check, index, primaryKey, table, uniqueIndex } from "../dialect";
import { households } from "./households";
import { users } from "./identity";
import { communes } from "./places";

/** A training session (lớp tập huấn): one day at one place. */
export const trainingSessions = table(
  "training_sessions",
  {
    id: id(),
    code: text("code").notNull().unique(), // TH-7K3QXM9, on the sheet on the wall and nowhere else
    title: text("title").notNull(),
    lessons: json<LessonName[]>("lessons").notNull(),
    communeCode: text("commune_code")
      .notNull()
      .references(() => communes.code),
    place: text("place").notNull(),
    heldOn: localDate("held_on").notNull(),
    startsAt: text("starts_at").notNull(), // 08:00
    endsAt: text("ends_at").notNull(),
    teacher: text("teacher").notNull(),
    helperId: text("helper_id").references(() => users.id), // keeps the list beside the department
    plannerId: text("planner_id").references(() => users.id), // the helper who planned it; null: the department did
    seatCount: count("seat_count"), // null: not said
    status: text("status").$type<SessionStatus>().notNull(),
    statusReason: text("status_reason"),
    createdAt: instant("created_at").notNull(),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("training_sessions_day").on(t.heldOn, t.id),
    index("training_sessions_helper").on(t.helperId, t.heldOn),
    oneOf("training_sessions_status_word", t.status, SESSION_STATUSES),
    integerCheck("training_sessions_seat_count", t.seatCount, 1),
    check("training_sessions_hours", sql`${t.startsAt} < ${t.endsAt}`),
    check(
      "training_sessions_reason",
      sql`${t.status} <> 'cancelled' or ${t.statusReason} is not null`,
    ),
  ],
);

/** Every move of a session's status. Append-only (triggers). */
export const trainingEvents = table(
  "training_events",
  {
    id: id(),
    sessionId: text("session_id")
      .notNull()
      .references(() => trainingSessions.id),
    fromStatus: text("from_status").$type<SessionStatus>(),
    toStatus: text("to_status").$type<SessionStatus>().notNull(),
    reason: text("reason"),
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [index("training_events_session").on(t.sessionId)],
);

/**
 * Who was at a session: a household, or a person who has none here yet and becomes one by the phone, or is erased after
 * some time. It may be put right while the list is open, and not after (triggers).
 */
export const trainingAttendances = table(
  "training_attendances",
  {
    id: id(),
    sessionId: text("session_id")
      .notNull()
      .references(() => trainingSessions.id),
    householdId: text("household_id").references(() => households.id),
    personName: text("person_name"), // goes when the household is known, or the person is erased
    personPhone: text("person_phone"),
    way: text("way").$type<AttendanceWay>().notNull(),
    writerId: text("writer_id").references(() => users.id),
    writtenAt: instant("written_at").notNull(),
    erasedAt: instant("erased_at"), // since then a person without name and phone, who still counts
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    uniqueIndex("training_attendances_household").on(t.householdId, t.sessionId),
    uniqueIndex("training_attendances_phone").on(t.personPhone, t.sessionId),
    index("training_attendances_session").on(t.sessionId),
    oneOf("training_attendances_way", t.way, ATTENDANCE_WAYS),
    check(
      "training_attendances_who",
      sql`(${t.householdId} is null and ${t.erasedAt} is null) = (${t.personName} is not null) and (${t.personName} is not null or ${t.personPhone} is null)`,
    ),
  ],
);

/** Lessons that a household says it has been through. */
export const lessonViews = table(
  "training_lesson_views",
  {
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    lesson: text("lesson").$type<LessonName>().notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.householdId, t.lesson] })],
);
