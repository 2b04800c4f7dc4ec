"""Answers the searches of the storefront."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

import psycopg

from .cache import CacheAside

PAGE_SIZE = 20


@dataclass(frozen=True)
class Listing:
    """One line of a result page."""

    event_id: int
    title: str
    town: str
    day: str
    seats_left: int


class Catalogue:
    """Reads event listings, with a cache in front of the database."""

    def __init__(self, database: psycopg.Connection, cache: CacheAside) -> None:
        self._database = database
        self._cache = cache

    def search(self, text: str, town: str | None = None) -> list[dict]:
        """Finds events. Popular searches repeat within seconds, so most are answered by the cache-aside."""
        key = f"search:{text.strip().lower()}"
        return self._cache.get(key, lambda: self._query(text, town))

    def front_page(self) -> list[dict]:
        """The twenty events that sell best. Every visitor of the shop asks for this."""
        return self._cache.get("front", self._best_sellers)

    def warm(self, towns: list[str]) -> None:
        """Fills the cache before an on-sale, so that the first customers do not wait for the database."""
        self._cache.put("front", self._best_sellers())
        for town in towns:
            self._cache.put(f"search:{town.lower()}", self._query(town, None))

    def _query(self, text: str, town: str | None) -> list[dict]:
        rows = self._database.execute(
            """
            SELECT event_id, title, town, day, seats_left FROM event_listing
            WHERE document @@ websearch_to_tsquery('english', %s) AND (%s::text IS NULL OR town = %s) AND day >= %s
            ORDER BY day LIMIT %s
            """,
            (text, town, town, date.today(), PAGE_SIZE),
        )
        return [_listing(row) for row in rows]

    def _best_sellers(self) -> list[dict]:
        rows = self._database.execute(
            "SELECT event_id, title, town, day, seats_left FROM event_listing ORDER BY sold_today DESC LIMIT %s",
            (PAGE_SIZE,),
        )
        return [_listing(row) for row in rows]


def _listing(row: tuple) -> dict:
    event_id, title, town, day, seats_left = row
    return asdict(Listing(event_id, title, town, day.isoformat(), seats_left))
