import { expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { sentFile, sentFiles } from "./sent-files.server";

const brought = (...files: (File | string)[]) => {
  const form = new FormData();
  for (const file of files) form.append("photo", file);
  return { form, ownerId: newId("usr") };
};

it("takes a file that is empty for one that was chosen, and a field without one for none", async () => {
  const empty = await sentFile(brought(new File([], "trong.jpg")), "photo");
  expect(await empty?.read()).toEqual(new Uint8Array());
  expect(await sentFile(brought(new File([], "")), "photo")).toBeNull();
  expect(await sentFile(brought(""), "photo")).toBeNull();
  const two = brought(new File(["x"], "anh.jpg"), new File([], ""), "khong-phai-ma");
  expect(await sentFiles(two, "photo")).toHaveLength(1);
});
