-- Buyers are told too when somebody names the account to which their money goes back.
DROP TRIGGER notice_feed_payee;
--> statement-breakpoint
CREATE TRIGGER notice_feed_payee AFTER INSERT ON payee_events
WHEN EXISTS (SELECT 1 FROM households WHERE id = new.owner_id)
  OR EXISTS (SELECT 1 FROM checkouts WHERE id = new.owner_id)
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('payment', new.id);
END;
