import type { UserActor } from "~/domain/audit/actor";
import { insertTestUser } from "./test-shop";

/** Two people of the department: what one proposes the other may approve. */
export async function insertTestOfficers(): Promise<[UserActor, UserActor]> {
  const role = "department_officer" as const;
  const one = await insertTestUser({ role, fullName: "Trần Văn Mẫu Một" });
  const two = await insertTestUser({ role, fullName: "Lê Thị Mẫu Hai" });
  return [
    { kind: "user", userId: one, role },
    { kind: "user", userId: two, role },
  ];
}
