"""Keeps the listings up to date with what happens in checkout and inventory.

This is the query side of CQRS: commands go to the services that own the data, and this read model is built from the
rows that they leave in their outbox tables.
"""

from __future__ import annotations

import logging
import time

import psycopg

log = logging.getLogger(__name__)

BATCH = 200
IDLE_SECONDS = 0.5


class CqrsProjector:
    """Applies outbox rows to ``event_listing``, in order, and remembers how far it came."""

    def __init__(self, source: psycopg.Connection, target: psycopg.Connection, name: str = "listing") -> None:
        self._source = source
        self._target = target
        self._name = name

    def run(self) -> None:
        while True:
            if self.step() == 0:
                time.sleep(IDLE_SECONDS)

    def step(self) -> int:
        """Applies one batch and gives its size. Rows and position are committed together."""
        with self._target.transaction():
            position = self._position()
            rows = self._source.execute(
                "SELECT id, kind, payload FROM outbox WHERE id > %s ORDER BY id LIMIT %s",
                (position, BATCH),
            ).fetchall()
            for row_id, kind, payload in rows:
                self._apply(kind, payload)
                position = row_id
            self._target.execute("UPDATE projector SET position = %s WHERE name = %s", (position, self._name))
        return len(rows)

    def _position(self) -> int:
        row = self._target.execute("SELECT position FROM projector WHERE name = %s", (self._name,)).fetchone()
        return row[0] if row else 0

    def _apply(self, kind: str, payload: dict) -> None:
        if kind == "order.completed":
            self._target.execute(
                "UPDATE event_listing SET seats_left = seats_left - %(seats)s, sold_today = sold_today + %(seats)s"
                " WHERE event_id = %(event_id)s",
                payload,
            )
        elif kind == "event.announced":
            self._target.execute(
                "INSERT INTO event_listing (event_id, title, town, day, seats_left)"
                " VALUES (%(event_id)s, %(title)s, %(town)s, %(day)s, %(seats)s) ON CONFLICT DO NOTHING",
                payload,
            )
        else:
            log.debug("no use for %s", kind)
