import { expect, it } from "vitest";
import { taxClassOf } from "./tax-class";

it("follows from the set before anybody says, and a service is one whatever is said", () => {
  expect(taxClassOf(1)).toBe("raw_self_produced");
  expect(taxClassOf(3)).toBe("raw_self_produced");
  expect(taxClassOf(4)).toBe("processed");
  expect(taxClassOf(7, "raw_self_produced")).toBe("raw_self_produced");
  expect(taxClassOf(1, "processed")).toBe("processed");
  expect(taxClassOf(7, "service")).toBe("processed");
  expect(taxClassOf(26)).toBe("service");
  expect(taxClassOf(26, "raw_self_produced")).toBe("service");
});
