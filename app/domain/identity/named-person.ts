import type { Role } from "./roles";

export type NamedPerson = {
  id: string;
  /** Blank: the account was deleted. */
  fullName: string;
  role: Role;
};
