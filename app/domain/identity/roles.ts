/** Who a signed-in person is here; one role each. */
export const ROLES = [
  "buyer", // buys; most buyers never sign in
  "household_member", // lists and fulfils for the households they belong to
  "agent", // community digital team: helps the households that have delegated to them
  "department_officer", // the province's Department of Industry and Trade
] as const;
export type Role = (typeof ROLES)[number];

/** Works for others with their data, often at a shared computer. */
export function isStaff(role: Role): boolean {
  return role === "agent" || role === "department_officer";
}

/** Who works here for others cannot leave by a button: a household's orders and a department's decisions are theirs to hand over. */
export function mayDeleteAccount(role: Role): boolean {
  return role === "buyer";
}
