import { existsSync, readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "../../app/domain/identity/demo-sign-ins";
import { openConnection } from "../connect";
import {
  DEFAULT_ORDER_COUNT,
  MAX_ORDER_COUNT,
  MAX_PRODUCT_COUNT,
  type DemoInput,
} from "./demo/seed-demo";
import { SAMPLE_PROVINCES } from "./demo/province-sample";
import { createDatabase, stateOfFile } from "./prepare-database";
import { createProgressOutput, type Output } from "./progress-output";
import { importCommunes } from "./reference/import-communes";
import { SeedError } from "./seed-state";

export type SeedEnvironment = {
  /** The database of this installation. */
  file: string;
  migrationsFolder: string;
  provinceCode: string;
  isProduction: boolean;
  now: () => number;
  /** See `DemoInput`. */
  seal: DemoInput["seal"];
  periods: DemoInput["periods"];
};

const HELP = `npm run seed -- [options]

Without options: fills a new database with the places of Vietnam, the banks, and a year of sample
households, products and orders of the province in PROVINCE. It lies in DATA_DIR.

  --province CODE   samples of this province: ${SAMPLE_PROVINCES.join(", ")}
  --orders N        number of orders, 0 to ${MAX_ORDER_COUNT} (${DEFAULT_ORDER_COUNT} when left out)
  --products N      size of the catalogue, up to ${MAX_PRODUCT_COUNT}, for load tests
  --fresh           throw away the database that is there
  --communes FILE   instead of all that: take over the next official list of communes (CSV in UTF-8
                    with the columns province_code,province_name,commune_code,commune_name,kind)
  --help            this text
`;

/** Ends the command with exit code 2: it was called wrongly. */
class UsageError extends Error {}

/** Runs `npm run seed`; answers the exit code: 0 done, 1 could not be done, 2 called wrongly. */
export async function runSeedCommand(
  args: string[],
  environment: SeedEnvironment,
  output: { standard: Output; error: Output },
): Promise<number> {
  try {
    const options = readOptions(args, environment);
    if (options.kind === "help") output.standard.write(HELP);
    else if (options.kind === "communes") takeOverList(options.file, environment, output.standard);
    else await fillDatabase(options, environment, output.standard);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      output.error.write(`${error.message}\nnpm run seed -- --help lists the options.\n`);
      return 2;
    }
    if (!(error instanceof SeedError)) throw error;
    output.error.write(`${error.message}\n`);
    return 1;
  }
}

type Options =
  { kind: "help" } | { kind: "communes"; file: string } | ({ kind: "samples" } & SampleOptions);
type SampleOptions = {
  provinceCode: string;
  orderCount: number;
  productCount: number | undefined;
  isFresh: boolean;
};

function readOptions(args: string[], environment: SeedEnvironment): Options {
  const values = parse(args);
  if (values.help === true) return { kind: "help" };
  if (values.communes !== undefined) {
    if (Object.keys(values).length > 1)
      throw new UsageError("--communes goes with no other option.");
    return { kind: "communes", file: values.communes };
  }
  const provinceCode = values.province ?? environment.provinceCode;
  if (!SAMPLE_PROVINCES.includes(provinceCode)) {
    throw new UsageError(
      `There are samples for the provinces ${SAMPLE_PROVINCES.join(", ")} and not for "${provinceCode}": choose with --province.`,
    );
  }
  return {
    kind: "samples",
    provinceCode,
    orderCount: readCount("--orders", values.orders, MAX_ORDER_COUNT) ?? DEFAULT_ORDER_COUNT,
    productCount: readCount("--products", values.products, MAX_PRODUCT_COUNT),
    isFresh: values.fresh === true,
  };
}

function parse(args: string[]) {
  try {
    const options = {
      help: { type: "boolean" },
      province: { type: "string" },
      orders: { type: "string" },
      products: { type: "string" },
      communes: { type: "string" },
      fresh: { type: "boolean" },
    } as const;
    return parseArgs({ args: joinNegative(args), options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "The options cannot be read.");
  }
}

/** `--orders -5` is a wrong number and not another option. */
function joinNegative(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (/^-\d/.test(arg) && last !== undefined) joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

function readCount(option: string, text: string | undefined, max: number): number | undefined {
  if (text === undefined) return undefined;
  const count = /^\d{1,12}$/.test(text) ? Number(text) : -1;
  if (count >= 0 && count <= max) return count;
  throw new UsageError(
    `${option} takes a whole number from 0 to ${max}, not "${text.slice(0, 40)}".`,
  );
}

async function fillDatabase(
  { provinceCode, orderCount, productCount, isFresh }: SampleOptions,
  environment: SeedEnvironment,
  output: Output,
) {
  const { file, migrationsFolder, now, seal, periods } = environment;
  if (environment.isProduction) {
    throw new SeedError(
      "APP_MODE is production: samples with known passwords do not belong there. Only --communes works.",
    );
  }
  if (!isFresh && stateOfFile(file) !== "empty") {
    throw new SeedError(`${file} holds data already: --fresh throws them away and begins anew.`);
  }
  const startedAt = now();
  const onProgress = createProgressOutput(output, "Sample data");
  const demo = {
    provinceCode,
    orderCount,
    productCount,
    now: startedAt,
    seal,
    periods,
    onProgress,
  };
  const report = (line: string) => output.write(`${line}\n`);
  await createDatabase({ file, migrationsFolder, demo, report });
  const seconds = ((now() - startedAt) / 1000).toFixed(1);
  const phones = DEMO_SIGN_INS.map(({ role, phone }) => `${phone} (${role})`).join(", ");
  report(`${file} is ready: ${orderCount} orders, ${seconds} s.`);
  report(`Sign in with ${phones}; password ${DEMO_PASSWORD}.`);
  if (provinceCode !== environment.provinceCode) {
    report(`Start the server with PROVINCE=${provinceCode}.`);
  }
}

function takeOverList(listFile: string, { file, now }: SeedEnvironment, output: Output) {
  if (!existsSync(file) || stateOfFile(file) === "empty") {
    throw new SeedError(
      `There is no database at ${file} yet: start the server once, then try again.`,
    );
  }
  const content = readList(listFile);
  const connection = openConnection(file);
  try {
    const { added, changed, removed, kept } = importCommunes(connection, content, now());
    output.write(
      `Communes: ${added.length} added, ${changed.length} changed, ${removed.length} removed, ${kept.length} kept because households or orders are there.\n`,
    );
    for (const commune of kept) output.write(`kept: ${commune.code} ${commune.name}\n`);
    output.write("Restart the server so that every page shows the new list.\n");
  } finally {
    connection.close();
  }
}

function readList(listFile: string): Uint8Array {
  try {
    if (!statSync(listFile).isFile()) throw new SeedError(`${listFile} is not a file.`);
    return readFileSync(listFile);
  } catch (error) {
    if (error instanceof SeedError) throw error;
    throw new SeedError(`${listFile} cannot be read.`);
  }
}
