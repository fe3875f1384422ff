"""The only module that starts threads: lanes that work in the background and answer on the UI thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


class Lane(QObject):
    """One background thread. Jobs run in order; answers come back on the UI thread."""

    _ended = Signal(object, object, object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._newest: Future[Any] | None = None
        # Queued also where a job ends before its answer is waited for: an answer never comes within `run`.
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, owner: QObject, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> Future[T]:
        """Queue `job`. If `owner` is gone when it ends, nobody is told."""
        future = self._pool.submit(job)
        future.add_done_callback(lambda ended: self._tell(ended, owner, done, failed))
        return future

    def run_newest(
        self, owner: QObject, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Queue `job`; a job given here before that still waits gives way to it."""
        if self._newest is not None:
            self._newest.cancel()
        self._newest = self.run(owner, job, done, failed)

    def close(self) -> None:
        """Finish what runs and what waits, then end the thread."""
        self._pool.shutdown(wait=True)

    def _tell(
        self, ended: Future[Any], owner: QObject, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        if isValid(self):
            self._ended.emit(ended, owner, done, failed)

    @Slot(object, object, object, object)
    def _deliver(
        self, future: Future[Any], owner: QObject, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        if future.cancelled() or not isValid(owner):
            return
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, Exception):
            failed(error)
        else:
            raise error
