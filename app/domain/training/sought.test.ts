import { expect, it } from "vitest";
import { soughtOf } from "./sought";

it.each([
  ["Hộ  Mẫu", { name: "Hộ Mẫu", phone: null }],
  ["+84 912 000 001", { name: "+84 912 000 001", phone: "0912000001" }],
  // However it is blown up, a phone is one, so that looking it up is counted.
  [`0912000001${" ".repeat(60)}`, { name: "0912000001", phone: "0912000001" }],
  ["", { name: "", phone: null }],
])("%j looks for %j", (typed, sought) => {
  expect(soughtOf(typed)).toEqual(sought);
});
