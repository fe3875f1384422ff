"""`python -m partnerships` is the command `community-partnerships`."""

import sys

from partnerships.main import main

if __name__ == "__main__":
    sys.exit(main())
