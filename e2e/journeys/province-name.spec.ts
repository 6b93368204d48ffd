import { DEMO_PASSWORD, expect, PHONES, test } from "../support/journey";

/** The province's name as a sentence of each language has it; the journeys' shop is in Tuyên Quang. */
test("the province is named rightly in both languages", async ({ request }) => {
  const textOf = async (path: string) => (await request.get(path)).text();
  const vietnamese = await textOf("/statistics");
  const method = await textOf("/statistics/method");
  expect(vietnamese).toContain("người sản xuất tỉnh Tuyên Quang");
  expect(method).toContain("Sở Công Thương tỉnh Tuyên Quang");
  const english = await textOf("/en/statistics");
  expect(english).toContain("producers of Tuyên Quang");
  expect(await textOf("/en/statistics/method")).toContain(
    "Department of Industry and Trade, Tuyên Quang",
  );

  const form = { phone: PHONES.department, password: DEMO_PASSWORD };
  await request.post("/sign-in", { form });
  expect(await textOf("/department/indicator")).toContain("Sở Công Thương tỉnh Tuyên Quang");
  expect(await textOf("/en/department/indicator")).toContain("and Trade, Tuyên Quang");
});
