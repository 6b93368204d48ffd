import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { profileChanges } from "~db/schema/households";
import type { Actor } from "~/domain/audit/actor";
import { findOwnProfile, listWaitingProfiles } from "~/domain/households/queries-profile.server";
import { findPublicHousehold } from "~/domain/households/queries-public.server";
import type { Scope } from "~/domain/identity/scope";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { sentWhole } from "~/platform/parts.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { decideProfile } from "./decide-profile.server";
import { proposeProfile } from "./propose-profile.server";
import { removeProfilePhoto } from "./remove-profile-photo.server";
import { insertTestHousehold, insertTestShop } from "./test-shop";

const member: Actor = { kind: "user", userId: "usr_1", role: "household_member" };
const officer: Actor = { kind: "user", userId: "usr_2", role: "department_officer" };
const OLD = "Nhà tôi nuôi ong đã mười năm.";
const NEW = { story: "Nhà tôi nuôi ong từ đời ông bà, nay có tám mươi đàn.", storyEn: "" };
let close: () => void;
let clock = 0;
let householdId: string;
let scope: Scope;

beforeEach(async () => {
  close = openTestDatabase();
  clock = startOfDate("2026-11-22");
  setClock(() => (clock += 1_000));
  await insertTestShop();
  householdId = await insertTestHousehold({ slug: "nuoi-ong", story: OLD });
  scope = { kind: "households", householdIds: [householdId] };
});
afterEach(() => {
  setClock();
  close();
});

const send = (words = NEW, photo: Uint8Array | null = null, changeId: string = newId("pfc")) =>
  proposeProfile(member, scope, {
    changeId,
    householdId,
    words,
    photo: photo && sentWhole(photo),
  });
const shown = async () => findPublicHousehold("nuoi-ong", "vi");
const waiting = async () => listWaitingProfiles(10);
const firstId = async () => (await waiting())[0]?.id ?? "";
const actions = async () =>
  (await reader().select().from(auditEntries)).map((entry) => entry.action);
const picture = async (colour: string) =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
const hasFiles = (id: string | undefined) =>
  existsSync(join(settings().DATA_DIR, "uploads/photos", id ?? "-"));

test("waits while the words from before are shown, and is shown once it is approved", async () => {
  expect(await send()).toEqual({ ok: true, value: { isSent: true } });
  expect((await shown())?.story).toBe(OLD);
  expect(await waiting()).toMatchObject([{ before: { story: OLD }, after: { story: NEW.story } }]);
  const decision = { changeId: await firstId(), to: "approved" } as const;
  expect(await decideProfile(officer, decision)).toEqual({ ok: true, value: { hasMoved: true } });
  expect(await decideProfile(officer, decision)).toEqual({ ok: true, value: { hasMoved: false } });
  expect((await shown())?.story).toBe(NEW.story);
  expect(await waiting()).toEqual([]);
  expect(await actions()).toEqual(["profile.propose", "profile.approve"]);
});

test("is sent back with a reason, and may be sent again", async () => {
  await send();
  const changeId = await firstId();
  const reason = "Xin ghi rõ nuôi ong ở đâu.";
  await decideProfile(officer, { changeId, to: "rejected", reason });
  expect((await shown())?.story).toBe(OLD);
  expect((await findOwnProfile(scope, householdId))?.sent).toMatchObject({
    status: "rejected",
    reason,
    story: NEW.story,
  });
  expect(await decideProfile(officer, { changeId, to: "approved" })).toEqual({
    ok: false,
    code: "profile_already_decided",
  });
  expect(await send()).toEqual({ ok: true, value: { isSent: true } });
});

test("takes the place of another that waits, which can then not be approved any more", async () => {
  await send();
  const first = await firstId();
  const other = { ...NEW, story: `${NEW.story} Mời ghé thăm.` };
  await send(other);
  expect(await decideProfile(officer, { changeId: first, to: "approved" })).toEqual({
    ok: false,
    code: "profile_already_decided",
  });
  expect(await waiting()).toMatchObject([{ after: { story: other.story } }]);
});

test("sent twice, or no different from what is shown, is nothing new", async () => {
  await send();
  expect(await send()).toEqual({ ok: true, value: { isSent: false } });
  expect(await waiting()).toHaveLength(1);
  await decideProfile(officer, { changeId: await firstId(), to: "approved" });
  expect(await send()).toEqual({ ok: true, value: { isSent: false } });
  expect(await waiting()).toEqual([]);
});

test("is nobody else's to send, and rows that were decided stay", async () => {
  const theirs: Scope = { kind: "households", householdIds: ["hh_other"] };
  const input = {
    changeId: newId("pfc"),
    householdId,
    words: NEW,
    photo: sentWhole(await picture("red")),
  };
  expect(await proposeProfile(member, theirs, input)).toEqual({
    ok: false,
    code: "household_not_found",
  });
  expect(await removeProfilePhoto(member, theirs, { householdId })).toMatchObject({ ok: false });
  expect(await findOwnProfile(theirs, householdId)).toBeNull();
  expect(await reader().select().from(profileChanges)).toEqual([]);
});

test("brings a photo that waits as the words do, and the one before goes with its files", async () => {
  await send(NEW, await picture("red"));
  expect((await shown())?.photo).toBeNull();
  const [first] = await waiting();
  // Other words, the same photo.
  await send({ ...NEW, story: `${NEW.story} Mời ghé thăm.` });
  const [second] = await waiting();
  expect(second?.after.photo).toEqual(first?.after.photo);
  expect(hasFiles(first?.after.photo?.id)).toBe(true);
  await decideProfile(officer, { changeId: second?.id ?? "", to: "approved" });
  expect((await shown())?.photo?.id).toBe(first?.after.photo?.id);

  await send(NEW, await picture("blue"));
  const [third] = await waiting();
  await decideProfile(officer, { changeId: third?.id ?? "", to: "approved" });
  expect((await shown())?.photo?.id).toBe(third?.after.photo?.id);
  expect(hasFiles(first?.after.photo?.id)).toBe(false);

  expect(await removeProfilePhoto(member, scope, { householdId })).toEqual({
    ok: true,
    value: null,
  });
  expect((await shown())?.photo).toBeNull();
  expect(hasFiles(third?.after.photo?.id)).toBe(false);
});

test("a form with a photo that is sent twice is one sending, with one photo", async () => {
  const changeId = newId("pfc");
  const red = await picture("red");
  expect(await send(NEW, red, changeId)).toEqual({ ok: true, value: { isSent: true } });
  const [first] = await waiting();
  expect(await send(NEW, red, changeId)).toEqual({ ok: true, value: { isSent: false } });
  expect(await waiting()).toEqual([first]);
  expect(hasFiles(first?.after.photo?.id)).toBe(true);
  expect(readdirSync(join(settings().DATA_DIR, "uploads/photos"))).toHaveLength(1);
  await decideProfile(officer, { changeId, to: "approved" });
  expect(await send(NEW, red, changeId)).toEqual({ ok: true, value: { isSent: false } });
  expect(await waiting()).toEqual([]);
  expect(await actions()).toEqual(["profile.propose", "profile.approve"]);
});

test("refuses a file that is no photo and writes nothing", async () => {
  const file = new TextEncoder().encode("not a photo");
  expect(await send(NEW, file)).toMatchObject({ ok: false, code: "photo_unreadable" });
  expect(await waiting()).toEqual([]);
});
