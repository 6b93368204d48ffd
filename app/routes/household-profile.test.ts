import { expect, it } from "vitest";
import { newId } from "~/platform/ids";
import * as door from "./household.profile";
import { args, mine, outcomeOf, setUpDesks, type Refusal } from "./test-desk";

setUpDesks();

const send = (photo: File) => {
  const form = new FormData();
  form.set("changeId", newId("pfc"));
  form.set("story", "Nhà tôi trồng chè từ đời ông.");
  form.set("photo", photo);
  return door.action(args("/household/profile", { cookie: mine.cookie, form }));
};

it("says at the field that a photo is empty, and keeps the words", async () => {
  const refused = (await send(new File([], "trong.jpg"))) as unknown as Refusal;
  expect(refused).toMatchObject({
    init: { status: 400 },
    data: {
      submission: {
        initialValue: { story: "Nhà tôi trồng chè từ đời ông." },
        error: { photo: ["photo_unreadable"] },
      },
    },
  });
  expect(await outcomeOf(send(new File([], "")))).toEqual({
    status: 303,
    location: "/household/profile?done=profile_sent",
  });
});
