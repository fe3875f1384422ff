"""The rows of the toolkit's list: stages, tools, and the sheets under each tool."""

from PySide6.QtCore import QCoreApplication

from partnerships.library.edition import Edition
from partnerships.library.model import Tool
from partnerships.notebook.model import Sheet, State
from partnerships.notebook.results import progress
from partnerships.shell.parts.title_list import Row
from partnerships.shell.toolkit.words import day_words


def stages(edition: Edition) -> tuple[tuple[str, str, tuple[Tool, ...]], ...]:
    """Each stage that has tools: its id, its title and its tools."""
    section = next(info for info in edition.about.sections if info.id == "toolkit")
    tools = edition.tools()
    held = (
        (group.id, group.title, tuple(tool for tool in tools if tool.group == group.id)) for group in section.groups
    )
    return tuple(stage for stage in held if stage[2])


def belonging(sheets: tuple[Sheet, ...], partnership: int | None) -> tuple[Sheet, ...]:
    """The sheets of a partnership; all of them where none is in work."""
    return tuple(sheet for sheet in sheets if partnership is None or sheet.partnership == partnership)


def sheet_rows(edition: Edition, state: State) -> tuple[Row, ...]:
    """All stages with their tools; the sheets in work stand under their tool, the last changed first."""
    rows: list[Row] = []
    sheets = belonging(state.sheets, state.partnership)
    for _, title, tools in stages(edition):
        rows.append(Row(title))
        for tool in tools:
            own = [sheet for sheet in sheets if sheet.tool == tool.id]
            if not own:
                rows.append(Row(tool.title, tool.id))
            for sheet in own:
                line = sheet_line(tool, sheet, state)
                rows.append(Row(sheet_title(tool, sheet), f"sheet:{sheet.id}", line, sheet.finished))
    return tuple(rows)


def sheet_title(tool: Tool, sheet: Sheet) -> str:
    """The tool's title, and the sheet's own name where it has one."""
    return tool.title if sheet.name == tool.title else f"{tool.title}: {sheet.name}"


def sheet_line(tool: Tool, sheet: Sheet, state: State) -> str:
    """How far a sheet is, when it was changed, and whose it is where all sheets are shown."""
    held = progress(tool, sheet.answers)
    words = QCoreApplication.translate("Toolkit", "{done} of {total} · {day}")
    line = words.format(done=held.answered, total=held.total, day=day_words(sheet.changed))
    if state.partnership is None and sheet.partnership is not None:
        names = {partnership.id: partnership.known.name for partnership in state.partnerships}
        line = f"{line} · {names.get(sheet.partnership, '')}"
    return line


def part_line(sheet: Sheet) -> str:
    """When a sheet was changed, and whether it is finished."""
    words = (
        QCoreApplication.translate("Toolkit", "finished, {day}")
        if sheet.finished
        else QCoreApplication.translate("Toolkit", "in work, changed {day}")
    )
    return words.format(day=day_words(sheet.changed))
