import type { Actor } from "~/domain/audit/actor";
import { insertTestUser } from "./test-shop";

export type TestOfficer = Extract<Actor, { kind: "user" }>;

/** Two people of the department: what one proposes the other may approve. */
export async function insertTestOfficers(): Promise<[TestOfficer, TestOfficer]> {
  const role = "department_officer" as const;
  const one = await insertTestUser({ role, fullName: "Trần Văn Mẫu Một" });
  const two = await insertTestUser({ role, fullName: "Lê Thị Mẫu Hai" });
  return [
    { kind: "user", userId: one, role },
    { kind: "user", userId: two, role },
  ];
}
