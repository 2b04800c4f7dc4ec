-- Orders of the checkout service, and the events that it publishes.
-- PostgreSQL 16. The tables are the same in each of the four order databases.

-- Sharding: the shard key of an order says which logical shard it belongs to, and shard_map says in which database
-- that logical shard lives today. Moving one means changing a row here and copying its orders.
CREATE TABLE shard_map (
    logical_shard smallint PRIMARY KEY CHECK (logical_shard BETWEEN 0 AND 63),
    database_name text     NOT NULL,
    version       integer  NOT NULL DEFAULT 1
);

CREATE TABLE orders (
    id           uuid        PRIMARY KEY,
    event_id     bigint      NOT NULL,
    customer_id  uuid        NOT NULL,
    -- All orders of an event together, so that the seat plan needs one database only.
    shard_key    smallint    NOT NULL GENERATED ALWAYS AS ((event_id % 64)::smallint) STORED,
    state        text        NOT NULL DEFAULT 'started'
                 CHECK (state IN ('started', 'held', 'charged', 'completed', 'compensated')),
    amount_pence integer     CHECK (amount_pence >= 0),
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX orders_by_shard ON orders (shard_key, event_id);
CREATE INDEX orders_by_customer ON orders (customer_id, created_at DESC);

-- The journal of the saga orchestrator: one row for each step that was done, failed or undone.
CREATE TABLE saga_log (
    order_id   uuid        NOT NULL REFERENCES orders (id),
    position   integer     NOT NULL,
    entry      text        NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (order_id, position)
);

-- Written in the transaction that changes the order, so that no event is lost and none is invented.
CREATE TABLE outbox (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text        NOT NULL,
    payload    jsonb       NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now()
);

-- The read model of search (CQRS), built from the outbox. It lives in the database of search.
CREATE TABLE event_listing (
    event_id   bigint   PRIMARY KEY,
    title      text     NOT NULL,
    town       text     NOT NULL,
    day        date     NOT NULL,
    seats_left integer  NOT NULL,
    sold_today integer  NOT NULL DEFAULT 0,
    document   tsvector GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || town)) STORED
);

CREATE INDEX event_listing_document ON event_listing USING gin (document);

CREATE TABLE projector (
    name     text   PRIMARY KEY,
    position bigint NOT NULL DEFAULT 0
);
