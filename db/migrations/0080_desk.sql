-- The desk's view of polling reads the last polls; its list of subscribers, how deliveries to each went.
CREATE INDEX upstreams_polled ON upstreams (upstream ->> '$.lastPollAt', id);

ALTER TABLE hub_subscriptions ADD COLUMN delivered_at TEXT;
ALTER TABLE hub_subscriptions ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE hub_subscriptions ADD COLUMN last_error TEXT;
