"""The window and everything drawn in it. Qt stands here and nowhere else."""

import ctypes
import sys

# WORKAROUND: the PySide 6.12.0 wheels count on Python 3.12's immortal None and drop one reference to it in every call
# that returns nothing. Before 3.12 that ends the process ("deallocating None") after about 7,000 calls. Give None
# enough references for years. Can go when Python 3.12 is the oldest, or when a PySide release is right again.
if sys.version_info < (3, 12):
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 48
