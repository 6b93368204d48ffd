import * as build from "virtual:remix/server-build";
import type { Server } from "node:http";
import { join } from "node:path";
import { migrateDatabase } from "~db/migrate";
import { prepareDatabase, stateOfFile } from "~db/seeds/prepare-database";
import { SeedError } from "~db/seeds/seed-state";
import { SYSTEM } from "~/domain/audit/actor";
import { countOnSale } from "~/domain/catalog/queries-home.server";
import { discardLeftPhoto } from "~/domain/catalog/discard-left-photo.server";
import { eraseEvidence as eraseCertificateEvidence } from "~/domain/certificates/erase-evidence.server";
import { eraseEvidence } from "~/domain/joining/erase-evidence.server";
import { eraseKeptFiles } from "~/domain/compliance/erase-kept.server";
import { moveOverdue } from "~/domain/flows/move-overdue.server";
import { advanceReconciliation } from "~/domain/flows/advance-reconciliation.server";
import { advanceTables } from "~/domain/flows/advance-tables.server";
import { advanceStatements } from "~/domain/flows/advance-statements.server";
import { askDailyReconciliation } from "~/domain/flows/ask-reconciliation.server";
import { carryOutSuspensions } from "~/domain/flows/carry-out-suspensions.server";
import { expireCheckouts } from "~/domain/flows/expire-checkouts.server";
import { askChargeFees } from "~/domain/flows/ask-charge-fees.server";
import { pollBanks } from "~/domain/flows/poll-banks.server";
import { publishDue } from "~/domain/flows/publish-due.server";
import { pollCardEvents } from "~/domain/flows/poll-card-events.server";
import { sweepCards } from "~/domain/flows/sweep-cards.server";
import { serveWaiting } from "~/domain/flows/serve-waiting.server";
import { retireLots } from "~/domain/flows/retire-lots.server";
import { discardForgottenPhoto } from "~/domain/fulfilment/discard-proof-photo.server";
import { hasHouseholdsElsewhere } from "~/domain/households/queries-province.server";
import { keyOfCode } from "~/domain/identity/link-key.server";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "~/domain/identity/demo-sign-ins";
import { askForConfirmation } from "~/domain/notices/ask-for-confirmation.server";
import { NOTICE_KIND_NAMES } from "~/domain/notices/notice-kinds";
import { openChannels, readTemplates } from "~/domain/notices/open-channels.server";
import { sendDue } from "~/domain/notices/send-due.server";
import { takeEvents } from "~/domain/notices/take-events.server";
import type { WordNotice } from "~/domain/notices/types";
import { findProvince } from "~/domain/places/queries.server";
import { findBank } from "~/domain/payments/banks";
import { openCardProvider } from "~/domain/payments/open-card-provider.server";
import { openBankLists } from "~/domain/payments/open-bank-lists.server";
import { eraseSourceFile } from "~/domain/statistics/erase-source-file.server";
import { discardStatementFile } from "~/domain/statements/discard-statement-file.server";
import { sendSimulatedNotice } from "~/domain/payments/send-simulated-notice.server";
import { keepEdition } from "~/domain/statistics/keep-edition.server";
import { snapshotOf } from "~/domain/statistics/take-snapshot.server";
import { now } from "~/platform/clock.server";
import { closeDatabase, databaseFile } from "~/platform/db.server";
import { checkInstallationKeys } from "~/platform/keys.server";
import { seal } from "~/platform/seal.server";
import { settings, SettingsError } from "~/platform/env.server";
import { runOutbox } from "~/platform/outbox.server";
import { HOUR_MS, MINUTE_MS } from "~/platform/period";
import { wordConfirmation, wordNotice } from "~/ui/notices/word-notice";
import { prepareDataFolder } from "./data-folder";
import { closeServer, listen } from "./http-server";
import { createProgress } from "./progress";
import { SWEEPS } from "./sweeps";
import { smsHandlers } from "./sms-handlers";
import { sealLeftovers } from "./seal-leftovers";
import { startTimers, type Timer } from "./timers";

const SECOND_MS = 1_000;
/** Between two questions to a bank's provider: SePay takes two a second. */
const POLL_PAUSE_MS = 600;

/** The whole life of the server process. `root` is the folder of the repository. */
export async function main({ root }: { root: string }): Promise<void> {
  try {
    await prepare(root);
    const { server, origin } = await listen({ build, clientFolder: join(root, "build/client") });
    greet(origin);
    endCleanly(server, origin);
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof SeedError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
}

/** Database there, filled on the first run, and up to date. */
async function prepare(root: string): Promise<void> {
  const { APP_MODE, PROVINCE } = settings();
  const migrationsFolder = join(root, "db/migrations");
  const isDemo = APP_MODE === "demo";
  prepareDataFolder();
  checkInstallationKeys();
  if (!isDemo && ["demo", "unfinished"].includes(stateOfFile(databaseFile()))) {
    throw new SettingsError(
      "DATA_DIR holds demo data and APP_MODE is production: set DATA_DIR to another folder.",
    );
  }
  const progress = createProgress(
    isDemo ? "Filling the demo (first run only)" : "Filling in places and banks (first run only)",
  );
  const onProgress = (done: number) => progress.show(done);
  const periods = { snapshotOf, keepEdition };
  const found = await prepareDatabase({
    file: databaseFile(),
    migrationsFolder,
    demo: isDemo ? { provinceCode: PROVINCE, now: now(), seal, periods, onProgress } : null,
    report: () => undefined,
  });
  if (found === "empty" || found === "unfinished") progress.finish();
  migrateDatabase(databaseFile(), migrationsFolder);
  await sealLeftovers(() => process.stdout.write("Sealing what the bank told (once)...\n"));
  await refuseForeignProvince(PROVINCE);
  refuseUnknownBank();
  refuseUnknownTemplates();
  countOnSale(0); // reads the shelf into memory, which the first visitor would otherwise wait for
}

async function refuseForeignProvince(provinceCode: string): Promise<void> {
  if ((await findProvince(provinceCode)) === null) {
    throw new SettingsError(
      `PROVINCE is ${provinceCode}, which no province has: 08 is Tuyên Quang.`,
    );
  }
  if (await hasHouseholdsElsewhere(provinceCode)) {
    throw new SettingsError(
      `PROVINCE is ${provinceCode}, but DATA_DIR holds households of another province: set PROVINCE back, or choose another DATA_DIR.`,
    );
  }
}

function refuseUnknownBank(): void {
  const { BANK_BIN } = settings();
  if (findBank(BANK_BIN) === null) {
    throw new SettingsError(
      `BANK_BIN is ${BANK_BIN}, which no bank or wallet has: set it to the BIN of the bank that keeps the account.`,
    );
  }
}

function refuseUnknownTemplates(): void {
  const { ZALO_TEMPLATES } = settings();
  const kinds = ZALO_TEMPLATES ? [...readTemplates(ZALO_TEMPLATES).keys()] : [];
  const unknown = kinds.filter((kind) => !NOTICE_KIND_NAMES.some((known) => known === kind));
  if (unknown.length === 0) return;
  throw new SettingsError(
    `ZALO_TEMPLATES names ${unknown.join(", ")}, which is no kind of notice: they are ${NOTICE_KIND_NAMES.join(", ")}.`,
  );
}

function greet(origin: string) {
  const lines = ["", `Chợ Phiên: ${origin.replace("127.0.0.1", "localhost")}`];
  if (settings().APP_MODE === "demo") {
    lines.push("", `Sign-ins of the demo (password ${DEMO_PASSWORD}):`);
    for (const { role, phone } of DEMO_SIGN_INS)
      lines.push(`  ${phone}  ${role.replaceAll("_", " ")}`);
  }
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

/** What is overdue in orders and requests, at once where it is much. */
async function moveAllOverdue() {
  const moved = await moveOverdue();
  return { isMore: moved.ok && moved.value.isBatchFull };
}

/** Stock is not to be held past its time because many deadlines passed at once. */
async function expireAll() {
  const done = await expireCheckouts(SYSTEM);
  return { isMore: done.ok && done.value.isBatchFull && done.value.expiredCount > 0 };
}

async function retireAll() {
  const done = await retireLots(SYSTEM);
  return { isMore: done.ok && done.value.isBatchFull };
}

/** The first minutes belong to whoever waited for the program to start. */
async function askDailyUnlessJustStarted() {
  if (performance.now() > 2 * MINUTE_MS) await askDailyReconciliation();
}

/** None where no cards are taken. */
function cardTimers(): Timer[] {
  const provider = openCardProvider();
  if (provider === null) return [];
  const pollAll = async () => {
    const polled = await pollCardEvents(provider);
    await askChargeFees(provider);
    return { isMore: polled.ok && polled.value.isMore };
  };
  return [
    { name: "sweep cards", everyMs: 5 * SECOND_MS, work: () => sweepCards(provider) },
    { name: "poll card events", everyMs: MINUTE_MS, work: pollAll },
  ];
}

/** SIGTERM and Ctrl-C let running requests and timers finish. */
function endCleanly(server: Server, origin: string) {
  const channels = openChannels();
  const pauseMs = POLL_PAUSE_MS;
  const bankLists = openBankLists({ pauseMs });
  const { PUBLIC_ORIGIN, OPERATOR_CONTACT: contact } = settings();
  const place = { origin: PUBLIC_ORIGIN ?? origin, keyOf: keyOfCode, contact };
  const word: WordNotice = (notice) => wordNotice(notice, place);
  const stopTimers = startTimers([
    {
      name: "outbox",
      everyMs: SECOND_MS,
      work: () =>
        runOutbox({
          simulated_bank_notice: sendSimulatedNotice,
          email_confirmation: (payload) =>
            askForConfirmation(payload, (language, key) =>
              wordConfirmation(language, place.origin, key),
            ),
          ...smsHandlers(place),
          forgotten_proof_photo: discardForgottenPhoto,
          swept_statement: discardStatementFile,
          unused_source: eraseSourceFile,
          left_listing_photo: discardLeftPhoto,
          kept_content_files: eraseKeptFiles,
          joining_evidence: eraseEvidence,
          certificate_evidence: eraseCertificateEvidence,
        }),
    },
    { name: "take events", everyMs: SECOND_MS, work: takeEvents },
    { name: "send notices", everyMs: SECOND_MS, work: () => sendDue({ channels, word }) },
    { name: "publish what is due", everyMs: 10 * SECOND_MS, work: publishDue },
    { name: "suspend whose day has come", everyMs: MINUTE_MS, work: carryOutSuspensions },
    { name: "advance statements", everyMs: SECOND_MS, work: advanceStatements },
    { name: "ask for a reconciliation", everyMs: MINUTE_MS, work: askDailyUnlessJustStarted },
    { name: "reconcile", everyMs: SECOND_MS, work: () => advanceReconciliation() },
    ...SWEEPS,
    { name: "advance tables of products", everyMs: SECOND_MS, work: advanceTables },
    { name: "expire checkouts", everyMs: 5 * SECOND_MS, work: expireAll },
    { name: "poll banks", everyMs: MINUTE_MS, work: () => pollBanks(bankLists, { pauseMs }) },
    ...cardTimers(),
    { name: "move overdue orders", everyMs: MINUTE_MS, work: moveAllOverdue },
    { name: "serve pre-orders", everyMs: MINUTE_MS, work: serveWaiting },
    { name: "retire lots", everyMs: HOUR_MS, work: retireAll },
  ]);
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    await Promise.all([closeServer(server), stopTimers()]);
    closeDatabase();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end());
}
