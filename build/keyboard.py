"""Key presses whose moment is known: they go to the X server from this process, without a tool in between."""

import ctypes
import time

_SHIFT = 0xFFE1
_NAMED = {"Return": 0xFF0D, "Escape": 0xFF1B, "BackSpace": 0xFF08, "Control": 0xFFE3}


class Keyboard:
    """A keyboard on a display (X's XTEST extension)."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x.XFlush.argtypes = self._x.XCloseDisplay.argtypes = [ctypes.c_void_p]
        self._test.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))

    def press(self, key: str, *, control: bool = False) -> float:
        """Press and release a key (a character or a name); the moment just before it was pressed."""
        symbol = _NAMED.get(key) or ord(key)
        held = ([_NAMED["Control"]] if control else []) + ([_SHIFT] if key.isupper() and len(key) == 1 else [])
        for each in held:
            self._send(each, True)
        moment = time.perf_counter()
        self._send(symbol, True)
        self._send(symbol, False)
        for each in reversed(held):
            self._send(each, False)
        return moment

    def close(self) -> None:
        """Let go of the display."""
        self._x.XCloseDisplay(self._display)

    def _send(self, symbol: int, down: bool) -> None:
        self._test.XTestFakeKeyEvent(self._display, self._x.XKeysymToKeycode(self._display, symbol), down, 0)
        self._x.XFlush(self._display)
