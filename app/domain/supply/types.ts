import type { LocalDate } from "~/platform/period";

/** A household's own declaration. */
export type OwnDeclaration = {
  id: string;
  produceName: string;
  quantityKg: number;
  fromOn: LocalDate;
  toOn: LocalDate;
  note: string;
};

/** What a buyer would take, on the department's list. */
export type Demand = OwnDeclaration & { buyerName: string; contact: string };
