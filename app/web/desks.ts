import type { Role } from "~/domain/identity/roles";
import { paths } from "./paths";

/** Where a signed-in person's work is. */
export function deskPathOf(role: Role): string {
  switch (role) {
    case "household_member":
      return paths.householdDesk();
    case "agent":
      return paths.agentDesk();
    case "department_officer":
      return paths.departmentDesk();
    case "buyer":
      return paths.account();
  }
}
