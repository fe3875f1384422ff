"""What drives and copies are said to be."""

from PySide6.QtCore import QCoreApplication

from partnerships.publishing.copies.drives import Drive
from partnerships.publishing.copies.media import size_words
from partnerships.publishing.copies.pace import Pace
from partnerships.publishing.copies.sending import Standing
from partnerships.publishing.copies.stick import Copying


def tr(words: str, n: int = -1) -> str:
    """Words in the language of the window."""
    return QCoreApplication.translate("Copying", words, "", n)


def drive_words(drive: Drive) -> str:
    """Where a drive is, how it is formatted, and how much room it has."""
    words = [str(drive.path)]
    if drive.file_system:
        words.append(drive.file_system)
    if drive.size:
        room = tr("{free} free of {size}")
        words.append(room.format(free=size_words(drive.free), size=size_words(drive.size)))
    return " · ".join(words)


def drive_note(drive: Drive, needed: int) -> str:
    """What a person should know before choosing a drive; nothing for a plain empty one."""
    if drive.is_read_only:
        return tr("Write-protected. Move the small switch on its side, if it has one.")
    if drive.has_unfinished_copy:
        return tr("Holds a copy that was not finished; it will be completed.")
    if drive.edition:
        words = tr("Holds edition {edition}; only what has changed is copied, and its notebook stays.")
        return words.format(edition=drive.edition)
    if not has_room(drive, needed):
        return tr("Too little room: {needed} are needed.").format(needed=size_words(needed))
    return ""


def has_room(drive: Drive, needed: int) -> bool:
    """Whether a copy of so many bytes fits, as far as one knows; a copy that is there already takes its room along."""
    return not drive.size or drive.free > needed or bool(drive.edition) or drive.has_unfinished_copy


def stage_words(standing: Standing) -> str:
    """What a copy is doing."""
    return {
        "waiting": tr("Waiting"),
        "looking": tr("Reading what is there"),
        "writing": tr("Writing"),
        "checking": tr("Reading back and comparing"),
        "finishing": tr("Finishing"),
        "done": tr("Done"),
        "failed": tr("Not copied"),
    }[standing.stage]


def made_words(made: Copying) -> str:
    """What was made."""
    words = [tr("Whole: every file was read back from it and agrees.")]
    if not made.written:
        words = [tr("It was up to date already: every file on it was read and agrees.")]
    if made.kept_notebook:
        words.append(tr("The notebook that is on it was left as it is."))
    if made.strays:
        words.append(tr("%n file(s) that are no part of a copy were put into “other files”.", made.strays))
    return " ".join(words)


def pace_words(pace: Pace, total: int) -> str:
    """How fast it goes and how long it takes still; a space until that is known, so that nothing jumps."""
    left = pace.left(total)
    if left is None:
        return " "
    rest = tr("less than a minute left") if left < 50 else tr("about %n minute(s) left", max(1, round(left / 60)))
    return f"{tr('{amount} a second').format(amount=size_words(round(pace.speed)))} · {rest}"
