-- What the schema language cannot say: append-only tables and the full-text index.
-- A row of these tables is never changed or deleted; corrections are new rows.
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN
  SELECT RAISE(ABORT, 'audit_entries is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN
  SELECT RAISE(ABORT, 'audit_entries is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER household_events_no_update BEFORE UPDATE ON household_events
BEGIN
  SELECT RAISE(ABORT, 'household_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER household_events_no_delete BEFORE DELETE ON household_events
BEGIN
  SELECT RAISE(ABORT, 'household_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER product_events_no_update BEFORE UPDATE ON product_events
BEGIN
  SELECT RAISE(ABORT, 'product_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER product_events_no_delete BEFORE DELETE ON product_events
BEGIN
  SELECT RAISE(ABORT, 'product_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER order_events_no_update BEFORE UPDATE ON order_events
BEGIN
  SELECT RAISE(ABORT, 'order_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER order_events_no_delete BEFORE DELETE ON order_events
BEGIN
  SELECT RAISE(ABORT, 'order_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER line_items_no_update BEFORE UPDATE ON line_items
BEGIN
  SELECT RAISE(ABORT, 'line_items is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER line_items_no_delete BEFORE DELETE ON line_items
BEGIN
  SELECT RAISE(ABORT, 'line_items is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_accounts_no_update BEFORE UPDATE ON ledger_accounts
BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_accounts_no_delete BEFORE DELETE ON ledger_accounts
BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transfers_no_update BEFORE UPDATE ON transfers
BEGIN
  SELECT RAISE(ABORT, 'transfers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transfers_no_delete BEFORE DELETE ON transfers
BEGIN
  SELECT RAISE(ABORT, 'transfers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER bank_transaction_conflicts_no_update BEFORE UPDATE ON bank_transaction_conflicts
BEGIN
  SELECT RAISE(ABORT, 'bank_transaction_conflicts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER bank_transaction_conflicts_no_delete BEFORE DELETE ON bank_transaction_conflicts
BEGIN
  SELECT RAISE(ABORT, 'bank_transaction_conflicts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER retail_totals_no_update BEFORE UPDATE ON retail_totals
BEGIN
  SELECT RAISE(ABORT, 'retail_totals is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER retail_totals_no_delete BEFORE DELETE ON retail_totals
BEGIN
  SELECT RAISE(ABORT, 'retail_totals is append-only');
END;
--> statement-breakpoint
-- A bank transaction's evidence stands; only what we make of it (status, reason, payment) may move on.
CREATE TRIGGER bank_transactions_no_update BEFORE UPDATE OF provider, provider_transaction_id, account_number, direction, amount_vnd, content, occurred_at, received_at, raw_body, content_hash ON bank_transactions
BEGIN
  SELECT RAISE(ABORT, 'bank_transactions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER bank_transactions_no_delete BEFORE DELETE ON bank_transactions
BEGIN
  SELECT RAISE(ABORT, 'bank_transactions is append-only');
END;
--> statement-breakpoint
-- Full-text index over the folded text of products; it keeps no copy of the text.
CREATE VIRTUAL TABLE product_search USING fts5(
  search_text, content='products', content_rowid='search_id',
  tokenize='unicode61 remove_diacritics 0', prefix='2 3'
);
--> statement-breakpoint
CREATE TRIGGER products_search_insert AFTER INSERT ON products
BEGIN
  INSERT INTO product_search(rowid, search_text) VALUES (new.search_id, new.search_text);
END;
--> statement-breakpoint
CREATE TRIGGER products_search_update AFTER UPDATE OF search_text ON products
WHEN old.search_text <> new.search_text
BEGIN
  INSERT INTO product_search(product_search, rowid, search_text) VALUES ('delete', old.search_id, old.search_text);
  INSERT INTO product_search(rowid, search_text) VALUES (new.search_id, new.search_text);
END;
--> statement-breakpoint
CREATE TRIGGER products_search_delete AFTER DELETE ON products
BEGIN
  INSERT INTO product_search(product_search, rowid, search_text) VALUES ('delete', old.search_id, old.search_text);
END;
