import type { LessonName } from "../../../app/domain/training/lessons";
import { PERSON_DAYS } from "../../../app/domain/training/outcome";
import type { SessionStatus } from "../../../app/domain/training/session-status";
import { addDays } from "../../../app/platform/period";
import { communeTargets, helperTargets } from "../../schema/households-delegations";
import {
  lessonViews,
  trainingAttendances,
  trainingEvents,
  trainingSessions,
} from "../../schema/training";
import { prepareInsert } from "../insert-rows";
import { momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";
import type { SampleUsers } from "./seed-users";

type SampleSession = {
  id: string;
  code: string;
  title: string;
  lessons: LessonName[];
  /** Days after today. */
  inDays: number;
  status: Exclude<SessionStatus, "cancelled">;
  /** Which of the province's households were there, from and to. */
  attended: [from: number, to: number];
  persons: string[];
  /** The helper who keeps its list planned it, too. */
  isHelpers?: true;
};

/** The first two are over, the list of the third is still open, the others are to come. */
const SAMPLE_SESSIONS: readonly SampleSession[] = [
  {
    id: "trn_00000000000000000000000000000001",
    code: "TH-MAY2222",
    title: "Lớp mẫu: chụp ảnh và đăng sản phẩm đầu tiên",
    lessons: ["good_photo", "list_product", "price_pack"],
    inDays: -495,
    status: "held",
    attended: [0, 6],
    persons: ["Sùng Thị Mẫu Dự", "Thào Mí Mẫu Dự"],
  },
  {
    id: "trn_00000000000000000000000000000002",
    code: "TH-MAY3333",
    title: "Lớp mẫu: nhận đơn, đóng gói và giao hàng",
    lessons: ["pack_order", "hand_over", "stall_qr"],
    inDays: -370,
    status: "held",
    attended: [6, 12],
    persons: [],
  },
  {
    id: "trn_00000000000000000000000000000003",
    code: "TH-MAY4444",
    title: "Lớp mẫu: giữ mã và tránh lừa đảo",
    lessons: ["keep_code"],
    inDays: -2,
    status: "planned",
    attended: [0, 3],
    persons: ["Ly Thị Mẫu Dự"],
  },
  {
    id: "trn_00000000000000000000000000000004",
    code: "TH-MAY5555",
    title: "Lớp mẫu: giấy chứng nhận và an toàn thực phẩm",
    lessons: ["papers"],
    inDays: 6,
    status: "planned",
    attended: [0, 0],
    persons: [],
  },
  {
    id: "trn_00000000000000000000000000000005",
    code: "TH-MAY6666",
    title: "Lớp mẫu: chụp ảnh mật ong tại vườn",
    lessons: ["good_photo"],
    inDays: 9,
    status: "planned",
    attended: [0, 0],
    persons: [],
    isHelpers: true,
  },
];

/** Of the sample helper. */
const TARGET = { householdCount: 8, daysAgo: 60, inDays: 30 };
/** Of the commune in which the sample sessions are held. */
const COMMUNE_TARGET = { householdCount: 5, daysAgo: 60, inDays: 120 };

/** Five sample sessions with who was there, and the lessons that their households went through; a target of the sample helper. */
export function seedTraining(
  writer: SampleWriter,
  users: SampleUsers,
  seeded: readonly SeededHousehold[],
): void {
  const { connection, day, newId } = writer;
  const insert = prepareInsert(connection, trainingSessions);
  const insertAttendance = prepareInsert(connection, trainingAttendances);
  const insertView = prepareInsert(connection, lessonViews);
  const insertMoves = createMoveInsert(writer, users.department_officer.id);
  seedTarget(writer, users);
  seedCommuneTarget(writer, { officerId: users.department_officer.id, seeded });
  const seen = new Set<string>();
  for (const { inDays, attended, persons, isHelpers, ...session } of SAMPLE_SESSIONS) {
    const heldOn = addDays(day.today, inDays);
    const createdAt = momentOf(addDays(day.today, Math.min(inDays, 0) - 10), 9);
    const households = seeded.slice(...attended);
    insert({
      ...session,
      communeCode: (households[0] ?? seeded[0])?.communeCode ?? "",
      place: "Nhà văn hóa thôn (mẫu)",
      heldOn,
      startsAt: "08:00",
      endsAt: "11:00",
      teacher: "Cán bộ mẫu của Sở",
      helperId: users.agent.id,
      seatCount: 30,
      statusReason: null,
      plannerId: isHelpers ? users.agent.id : null,
      createdAt,
      isSample: true,
    });
    insertMoves(session, { createdAt, closedAt: momentOf(heldOn, 16) });
    const writtenAt = momentOf(heldOn, 9);
    const entry = { sessionId: session.id, writerId: users.agent.id, writtenAt, isSample: true };
    const isErased = inDays <= -PERSON_DAYS;
    const erasedAt = isErased ? momentOf(addDays(heldOn, PERSON_DAYS), 3) : null;
    const nobody = { householdId: null, personName: null, personPhone: null, erasedAt: null };
    for (const [i, { id: householdId }] of households.entries()) {
      const way = i % 2 === 0 ? ("code" as const) : ("list" as const);
      insertAttendance({ ...entry, ...nobody, id: newId("tat", writtenAt + i), householdId, way });
      for (const lesson of session.lessons) {
        if (seen.has(householdId + lesson)) continue;
        seen.add(householdId + lesson);
        insertView({ householdId, lesson, seenAt: writtenAt });
      }
    }
    for (const name of persons) {
      const id = newId("tat", writtenAt + 60_000);
      const personName = isErased ? null : name;
      insertAttendance({ ...entry, ...nobody, id, personName, erasedAt, way: "list" });
    }
  }
}

function seedTarget({ connection, day, newId }: SampleWriter, users: SampleUsers): void {
  const startsOn = addDays(day.today, -TARGET.daysAgo);
  const setAt = momentOf(startsOn, 8);
  prepareInsert(
    connection,
    helperTargets,
  )({
    id: newId("htg", setAt),
    agentId: users.agent.id,
    householdCount: TARGET.householdCount,
    startsOn,
    endsOn: addDays(day.today, TARGET.inDays),
    setById: users.department_officer.id,
    setAt,
    isSample: true,
  });
}

function createMoveInsert({ connection, newId }: SampleWriter, actorId: string) {
  const insert = prepareInsert(connection, trainingEvents);
  return (
    { id: sessionId, status }: { id: string; status: SessionStatus },
    { createdAt, closedAt }: { createdAt: number; closedAt: number },
  ) => {
    const move = { sessionId, reason: null, actorId };
    const begun = { id: newId("tre", createdAt), fromStatus: null, occurredAt: createdAt };
    insert({ ...move, ...begun, toStatus: "planned" });
    if (status !== "held") return;
    const closed = { id: newId("tre", closedAt), occurredAt: closedAt };
    insert({ ...move, ...closed, fromStatus: "planned", toStatus: "held" });
  };
}

function seedCommuneTarget(
  { connection, day }: SampleWriter,
  { officerId, seeded }: { officerId: string; seeded: readonly SeededHousehold[] },
): void {
  const [first] = seeded;
  if (!first) return;
  const startsOn = addDays(day.today, -COMMUNE_TARGET.daysAgo);
  prepareInsert(
    connection,
    communeTargets,
  )({
    id: "ctg_00000000000000000000000000000001",
    communeCode: first.communeCode,
    householdCount: COMMUNE_TARGET.householdCount,
    startsOn,
    endsOn: addDays(day.today, COMMUNE_TARGET.inDays),
    setById: officerId,
    setAt: momentOf(startsOn, 8),
    isSample: true,
  });
}
