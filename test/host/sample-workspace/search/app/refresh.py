"""Refreshes listings in the background when inventory reports that seats were freed."""

from __future__ import annotations

import logging
import threading
from queue import Empty, Queue

from .cache import CacheAside

log = logging.getLogger(__name__)


class Refresher:
    def __init__(self, queue_client: Queue[int], cache: CacheAside, timeout: float = 1.0) -> None:
        self._queue = queue_client
        self._cache = cache
        self._timeout = timeout
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.is_set():
            try:
                event_id = self._queue.get(timeout=self._timeout)
            except Empty:
                continue
            self._cache.invalidate(f"event:{event_id}")
            self._cache.invalidate("front")
            log.info("event %d refreshed", event_id)

    def stop(self) -> None:
        self._stopped.set()
