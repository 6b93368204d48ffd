import { dueAfter, nextDue } from "../../../app/domain/compliance/clocks";
import type {
  RequestKind,
  RequestWay,
  TermUnit,
} from "../../../app/domain/compliance/request-words";
import { present } from "../../../app/platform/invariant";
import type { Connection } from "../../connect";
import { complianceRequests, complianceSteps } from "../../schema/compliance";
import { prepareInsert } from "../insert-rows";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";

const SAMPLE = "Dữ liệu mẫu, không phải yêu cầu thật.";

type SampleRequest = {
  kind: RequestKind;
  fromWhom: string;
  way: RequestWay;
  paperNumber: string;
  asked: string;
  isAboutDesk: boolean;
  /** Days before today, and the hour. */
  received: readonly [days: number, hour: number];
  acknowledged?: readonly [days: number, hour: number];
  answered?: readonly [days: number, hour: number];
};

/** Invented: one overdue, one due today, one answered in time. */
const REQUESTS: readonly SampleRequest[] = [
  {
    kind: "authority_information",
    fromWhom: "Cơ quan Thuế (mẫu)",
    way: "letter",
    paperNumber: "MẪU-01",
    asked: `Cung cấp thông tin người bán. ${SAMPLE}`,
    isAboutDesk: true,
    received: [2, 9],
  },
  {
    kind: "takedown",
    fromWhom: "Cơ quan Quản lý thị trường (mẫu)",
    way: "mail",
    paperNumber: "MẪU-02",
    asked: `Gỡ sản phẩm ghi sai xuất xứ. ${SAMPLE}`,
    isAboutDesk: false,
    received: [1, 23],
  },
  {
    kind: "data_access",
    fromWhom: "Người mua (mẫu)",
    way: "in_person",
    paperNumber: "",
    asked: `Xin bản sao dữ liệu của mình. ${SAMPLE}`,
    isAboutDesk: false,
    received: [20, 10],
    acknowledged: [20, 15],
    answered: [14, 9],
  },
];

/** What authorities and a person asked of the operator, with how far each has come. */
export function seedCompliance(
  { connection, day, newId }: SampleWriter,
  { desk, officerId }: { desk: SeededHousehold; officerId: string },
): void {
  const insert = prepareInsert(connection, complianceRequests);
  const insertStep = prepareInsert(connection, complianceSteps);
  const at = ([days, hour]: readonly [number, number]) => momentOf(daysBefore(day, days), hour);
  for (const { received, acknowledged, answered, isAboutDesk, ...facts } of REQUESTS) {
    const receivedAt = at(received);
    const term = termOf(connection, facts.kind);
    const id = newId("crq", receivedAt);
    const clocks = {
      acknowledgeBy: by(receivedAt, term.acknowledge_count, term.acknowledge_unit),
      answerBy: by(receivedAt, term.answer_count, term.answer_unit),
      acknowledgedAt: acknowledged ? at(acknowledged) : null,
      answeredAt: answered ? at(answered) : null,
    };
    insert({
      id,
      ...facts,
      receivedAt,
      aboutKind: isAboutDesk ? "household" : null,
      aboutId: isAboutDesk ? desk.id : null,
      aboutCode: isAboutDesk ? slugOf(connection, desk.id) : null,
      termId: term.id,
      paperDueAt: null,
      ...clocks,
      enteredAt: receivedAt,
      enteredById: officerId,
      handlerId: officerId,
      result: answered ? "done" : null,
      dueAt: nextDue(clocks),
    });
    const step = (occurredAt: number) => ({
      id: newId("cqs", occurredAt),
      requestId: id,
      result: null,
      words: "",
      handlerId: null,
      actorId: officerId,
      occurredAt,
    });
    insertStep({ ...step(receivedAt), step: "entered" });
    if (clocks.acknowledgedAt !== null) {
      insertStep({ ...step(clocks.acknowledgedAt), step: "acknowledged" });
    }
    if (clocks.answeredAt !== null) {
      const answer = { step: "answered", result: "done", words: SAMPLE } as const;
      insertStep({ ...step(clocks.answeredAt), ...answer });
    }
  }
}

type TermRow = {
  id: string;
  acknowledge_count: number | null;
  acknowledge_unit: TermUnit | null;
  answer_count: number | null;
  answer_unit: TermUnit | null;
};

function termOf({ writer }: Connection, kind: RequestKind): TermRow {
  const found = writer
    .prepare("SELECT * FROM request_terms WHERE kind = ? ORDER BY effective_on DESC LIMIT 1")
    .get(kind) as TermRow | undefined;
  return present(found, "terms came with the migrations");
}

function slugOf({ writer }: Connection, householdId: string): string {
  const find = writer.prepare<[string], string>("SELECT slug FROM households WHERE id = ?");
  return present(find.pluck().get(householdId), "it was just written");
}

function by(from: number, count: number | null, unit: TermUnit | null): number | null {
  return count === null || unit === null ? null : dueAfter(from, { count, unit });
}
