import { seedFolder } from "./run-node";
import { temporaryFolder } from "./shop";

/** One seeded folder without past orders; every worker's server gets a copy, so journeys cannot disturb each other. */
export default async function globalSetup(): Promise<void> {
  const template = temporaryFolder("template");
  await seedFolder(template, ["--province", "08", "--orders", "0"]);
  process.env["SHOP_TEMPLATE"] = template;
}
