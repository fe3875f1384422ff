"""The least that a PySide6 program can be: one window with one line. The packaged program is measured against it."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

application = QApplication(sys.argv)
label = QLabel("A bare window")
label.resize(1180, 760)
label.setWindowTitle("Bare window")
label.show()
sys.exit(application.exec())
