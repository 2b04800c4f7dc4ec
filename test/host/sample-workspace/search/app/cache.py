"""Copies of search results in Redis."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import redis

log = logging.getLogger(__name__)

TTL_SECONDS = 300


class CacheAside:
    """A cache-aside over Redis: look there first, ask the source on a miss, keep the answer for next time.

    Redis is an optimisation and not a dependency. When it cannot be reached, every read goes to the source.
    """

    def __init__(self, client: redis.Redis, prefix: str) -> None:
        self._client = client
        self._prefix = prefix

    def get(self, key: str, load: Callable[[], Any]) -> Any:
        """The value of a key, at most ``TTL_SECONDS`` old."""
        name = f"{self._prefix}:{key}"
        try:
            cached = self._client.get(name)
        except redis.RedisError:
            log.warning("cache unavailable, reading from the source")
            return load()
        if cached is not None:
            return json.loads(cached)

        value = load()
        self.put(key, value)
        return value

    def put(self, key: str, value: Any) -> None:
        """Stores a value. A failure is logged and nothing more: the next reader tries again."""
        try:
            self._client.set(f"{self._prefix}:{key}", json.dumps(value), ex=TTL_SECONDS)
        except redis.RedisError:
            log.warning("value of %s not stored", key)

    def invalidate(self, key: str) -> None:
        """Call this after the change has been committed, never before."""
        self._client.delete(f"{self._prefix}:{key}")


def connect(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, socket_timeout=0.05, socket_connect_timeout=0.05)
