import type { ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { CardWord } from "./ask-card-word.server";
import { compareCards } from "./card-comparison";
import { checkBooks } from "./check-books.server";
import { checkCards } from "./check-cards.server";
import { confirmedOpening, followBank } from "./queries-bank-chain.server";
import {
  listCardEntries,
  newestTold,
  sumAllocatedAs,
  sumDoorCash,
  sumOfKind,
  sumWalletPayouts,
} from "./queries-pots.server";
import { balanceOf } from "./queries.server";
import { NAMED_MAX, type Comparison, type Difference, type PotBalance } from "./reconciliation";
import { WALLETS } from "./wallets";

/**
 * The books of one moment against themselves and against what the bank, the card provider and the telecoms say, pot by
 * pot, and every difference. `db` is a snapshot; what the card provider says was asked before. It pauses on the way.
 */
export async function compareBooks(db: ReadDatabase, cardWord: CardWord): Promise<Comparison> {
  const checked = await checkBooks(db);
  const parts = [await compareBank(db), await compareCardPot(db, cardWord)];
  for (const { id } of WALLETS) parts.push(await compareWallet(db, id));
  parts.push(await compareDoorCash(db));
  const balances = parts.flatMap((part) => part.balances);
  return {
    balances,
    differences: [
      ...parts.flatMap((part) => part.differences),
      // Held against its own records elsewhere: the inbox, and all that the card provider has told.
      ...balances.filter(({ pot }) => pot !== "bank" && pot !== "cards").flatMap(compareRecords),
      ...checked.map((one) => ({ ...one, besideId: null })),
    ],
  };
}

const POT_DEFAULTS = { ownerId: "", wordVnd: null, wordAsOf: null, pendingVnd: 0 } as const;

async function compareBank(db: ReadDatabase): Promise<Comparison> {
  const bank = await followBank(db);
  const confirmedVnd = await confirmedOpening(db);
  const openingVnd = confirmedVnd ?? 0;
  const differences: Difference[] = bank.breaks.slice(0, NAMED_MAX).map((one) => ({
    name: one.name,
    subjectId: one.lineId,
    besideId: one.besideId,
    expectedVnd: one.expectedVnd,
    actualVnd: one.actualVnd,
  }));
  if (bank.openingVnd !== null && bank.openingVnd !== openingVnd) {
    differences.unshift({
      name: "bank_opening",
      subjectId: "bank",
      besideId: null,
      expectedVnd: bank.openingVnd,
      actualVnd: openingVnd,
    });
  }
  const balance: PotBalance = {
    ...POT_DEFAULTS,
    pot: "bank",
    ledgerVnd: await balanceOf({ kind: "bank" }, db),
    recordsVnd: bank.movedVnd + openingVnd,
    wordState: bank.balanceVnd === null ? "not_told" : "told",
    wordVnd: bank.balanceVnd,
    wordAsOf: bank.toldAt,
  };
  return { balances: [balance], differences };
}

/** What is held back for disputes is off the provider's balance as it is off `card_clearing`. */
async function compareCardPot(db: ReadDatabase, word: CardWord): Promise<Comparison> {
  const ledgerVnd = await sumOfKind(db, "card_clearing");
  const { heldVnd } = await checkCards(db);
  const pot = { ...POT_DEFAULTS, pot: "cards" as const, ledgerVnd, recordsVnd: heldVnd };
  if (word.state !== "told") {
    return { balances: [{ ...pot, wordState: word.state }], differences: [] };
  }
  const { balanceVnd, asOf, from, movements } = word;
  const { differences, pendingVnd } = compareCards({
    window: { from, at: asOf },
    theirs: movements,
    ours: await listCardEntries(db, localDateOf(from)),
    differenceVnd: balanceVnd - ledgerVnd,
  });
  const told = { wordState: "told" as const, wordVnd: balanceVnd, wordAsOf: asOf, pendingVnd };
  return { balances: [{ ...pot, ...told }], differences: differences.slice(0, NAMED_MAX) };
}

/** The app was looked at once, and the ledger has moved on since: the difference is the one of that moment. */
async function compareWallet(db: ReadDatabase, walletId: string): Promise<Comparison> {
  const account = { kind: "mobile_wallet", ownerId: walletId } as const;
  const ledgerVnd = await balanceOf(account, db);
  const sentVnd = await sumAllocatedAs(db, "wallet", walletId);
  const told = await newestTold(db, walletId);
  const differs = told !== null && told.balanceVnd !== told.ledgerVnd;
  return {
    balances: [
      {
        pot: "wallet",
        ownerId: walletId,
        ledgerVnd,
        recordsVnd: sentVnd - (await sumWalletPayouts(db, walletId)),
        wordState: told ? "told" : "not_told",
        wordVnd: told?.balanceVnd ?? null,
        wordAsOf: told?.toldAt ?? null,
        pendingVnd: told ? ledgerVnd - told.ledgerVnd : 0,
      },
    ],
    differences: differs
      ? [
          {
            name: "wallet_balance",
            subjectId: walletId,
            besideId: null,
            expectedVnd: told.balanceVnd,
            actualVnd: told.ledgerVnd,
          },
        ]
      : [],
  };
}

async function compareDoorCash(db: ReadDatabase): Promise<Comparison> {
  const { couriersVnd, householdsVnd } = await sumDoorCash(db);
  const paidVnd = await sumAllocatedAs(db, "courier");
  const nobody = { ...POT_DEFAULTS, wordState: "nobody" } as const;
  return {
    balances: [
      {
        ...nobody,
        pot: "couriers",
        ledgerVnd: await sumOfKind(db, "courier"),
        recordsVnd: couriersVnd - paidVnd,
      },
      {
        ...nobody,
        pot: "household_cash",
        ledgerVnd: await sumOfKind(db, "household_cash"),
        recordsVnd: householdsVnd,
      },
    ],
    differences: [],
  };
}

function compareRecords({ pot, ownerId, ledgerVnd, recordsVnd }: PotBalance): Difference[] {
  if (ledgerVnd === recordsVnd) return [];
  const subjectId = ownerId === "" ? pot : ownerId;
  return [
    {
      name: "pot_records",
      subjectId,
      besideId: null,
      expectedVnd: recordsVnd,
      actualVnd: ledgerVnd,
    },
  ];
}
