import { hash } from "@node-rs/argon2";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "../../../app/domain/identity/demo-sign-ins";
import type { Role } from "../../../app/domain/identity/roles";
import { present } from "../../../app/platform/invariant";
import { users } from "../../schema/identity";
import { prepareInsert } from "../insert-rows";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";

const SECOND_OFFICER = "Lê Thị Mẫu Duyệt";
const NAMES: Record<Role, string> = {
  buyer: "Nguyễn Thị Mẫu Mua",
  household_member: "Vàng Văn Mẫu Bán",
  agent: "Phạm Thị Mẫu Giúp",
  department_officer: "Trần Văn Mẫu Duyệt",
};
// As domain/identity/passwords.server.ts hashes them.
const HASH_OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type SampleUser = { id: string; fullName: string; phone: string };
export type SampleUsers = Record<Role, SampleUser> & {
  /** Approves what the first officer prepares. */
  second_officer: SampleUser;
  /** Adds a member of a household, with the password of all samples. */
  addMember: (member: { fullName: string; phone: string; createdAt: number }) => SampleUser;
};

/** One hash for all: the password is printed on the demo's sign-in page, so equal hashes tell nothing new. */
export async function hashSamplePassword(): Promise<string> {
  return hash(DEMO_PASSWORD, HASH_OPTIONS);
}

/** The people of the demo's sign-in page. */
export function seedUsers(writer: SampleWriter, passwordHash: string): SampleUsers {
  const insert = prepareInsert(writer.connection, users);
  const createdAt = momentOf(daysBefore(writer.day, 510), 8);
  const add = (role: Role, person: { fullName: string; phone: string; createdAt: number }) => {
    const id = writer.newId("usr", person.createdAt);
    const phoneProvenAt = person.createdAt; // so that a code does not take the password that the demo prints
    const noMoments = { seenAt: null, deletedAt: null };
    insert({ id, ...person, passwordHash, phoneProvenAt, role, language: "vi", ...noMoments });
    return { id, fullName: person.fullName, phone: person.phone };
  };
  const addOf = (role: Role) => {
    const { phone } = present(
      DEMO_SIGN_INS.find((one) => one.role === role),
      `no demo sign-in for ${role}`,
    );
    return add(role, { fullName: NAMES[role], phone, createdAt });
  };
  return {
    buyer: addOf("buyer"),
    household_member: addOf("household_member"),
    agent: addOf("agent"),
    department_officer: addOf("department_officer"),
    second_officer: add("department_officer", {
      fullName: SECOND_OFFICER,
      phone: present(DEMO_SIGN_INS.at(-1), "no demo sign-in").phone,
      createdAt,
    }),
    addMember: (member) => add("household_member", member),
  };
}
