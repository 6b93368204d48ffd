import type { Role } from "./roles";

/** One person of each role, and a second officer because money goes out by two, made by the demo's seeds and listed on its sign-in page; never in production. */
export const DEMO_PASSWORD = "cho-phien-demo";
export const DEMO_SIGN_INS: readonly { role: Role; phone: string }[] = [
  { role: "buyer", phone: "0900000001" },
  { role: "household_member", phone: "0900000002" },
  { role: "agent", phone: "0900000003" },
  { role: "department_officer", phone: "0900000004" },
  { role: "department_officer", phone: "0900000005" },
];
