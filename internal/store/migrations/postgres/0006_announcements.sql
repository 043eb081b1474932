-- What the visitors' display shows and the voice says: calls and recalls in
-- their order.
CREATE INDEX ticket_events_announced ON ticket_events (mall_id, business_date, at)
    WHERE kind IN ('called', 'recalled');
