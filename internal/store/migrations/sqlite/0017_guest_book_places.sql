-- Who asked for a service and got no number is found under that service and its
-- agency too, page by page: those who named one service, and the few who named
-- several.
CREATE INDEX visits_book_service ON visits (mall_id, service, arrived_at, id) WHERE service <> '';
CREATE INDEX visits_book_services ON visits (mall_id, arrived_at, id) WHERE replace(service, ',', '') <> service;
