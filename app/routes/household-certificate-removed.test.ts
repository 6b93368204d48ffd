import { beforeAll, expect, it } from "vitest";
import { insertTestCertificate } from "~/domain/flows/test-shop";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import * as listDoor from "./household.certificates._index";
import * as door from "./household.certificates.$certificateId";
import * as withdrawalDoor from "./household.certificates.$certificateId_.withdrawal";
import * as wordsDoor from "./household.certificates.$certificateId_.words";
import { args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

let certificateId: string;

beforeAll(async () => {
  const { householdId } = mine;
  const removed = { householdId, status: "draft" as const, removedAt: now() };
  certificateId = await insertTestCertificate(removed);
});

const at = (cookie: string, form?: FormData | Record<string, string>) => ({
  ...args(`/household/certificates/${certificateId}`, form ? { cookie, form } : { cookie }),
  params: { certificateId },
});

it("leads whoever comes to a certificate that was taken away to the list, which says so", async () => {
  const photos = new FormData();
  photos.set("formId", newId("csf"));
  photos.append("files", new File(["x"], "giay.jpg"));
  const list = { status: 303, location: "/household/certificates?problem=certificate_removed" };
  expect(await outcomeOf(door.action(at(mine.cookie, photos)))).toEqual(list);
  expect(await outcomeOf(door.loader(at(mine.cookie)))).toEqual(list);
  expect(await outcomeOf(wordsDoor.loader(at(mine.cookie)))).toEqual(list);
  expect(await outcomeOf(wordsDoor.action(at(mine.cookie, { stars: "4" })))).toEqual(list);
  expect(await outcomeOf(withdrawalDoor.action(at(mine.cookie, {})))).toEqual(list);
  const page = await listDoor.loader(args(list.location, { cookie: mine.cookie }));
  expect(page).toMatchObject({ certificates: [], problem: "certificate_removed" });
});

it("is none for another household, as one that never was is for anybody", async () => {
  const notFound = { status: 404, location: null };
  expect(await outcomeOf(door.loader(at(theirs.cookie)))).toEqual(notFound);
  expect(await outcomeOf(door.action(at(theirs.cookie, {})))).toEqual(notFound);
  const unknown = { ...at(mine.cookie, {}), params: { certificateId: newId("cer") } };
  expect(await outcomeOf(door.action(unknown))).toEqual(notFound);
});
