"""The rows of the toolkit's list: stages, tools, and the sheets under each tool."""

from PySide6.QtCore import QCoreApplication

from partnerships.library.edition import Edition
from partnerships.library.model import Tool
from partnerships.notebook.model import Sheet
from partnerships.notebook.results import progress
from partnerships.shell.parts.title_list import Row


def stages(edition: Edition) -> tuple[tuple[str, str, tuple[Tool, ...]], ...]:
    """Each stage that has tools: its id, its title and its tools."""
    section = next(info for info in edition.about.sections if info.id == "toolkit")
    tools = edition.tools()
    held = (
        (group.id, group.title, tuple(tool for tool in tools if tool.group == group.id)) for group in section.groups
    )
    return tuple(stage for stage in held if stage[2])


def sheet_rows(edition: Edition, sheets: tuple[Sheet, ...]) -> tuple[Row, ...]:
    """All stages with their tools; a tool's sheets stand under it, the last changed first."""
    rows: list[Row] = []
    for _, title, tools in stages(edition):
        rows.append(Row(title))
        for tool in tools:
            own = [sheet for sheet in sheets if sheet.tool == tool.id]
            if not own:
                rows.append(Row(tool.title, tool.id))
            for sheet in own:
                rows.append(Row(sheet_title(tool, sheet), f"sheet:{sheet.id}", sheet_line(tool, sheet), sheet.finished))
    return tuple(rows)


def sheet_title(tool: Tool, sheet: Sheet) -> str:
    """The tool's title, and the sheet's own name where it has one."""
    return tool.title if sheet.name == tool.title else f"{tool.title}: {sheet.name}"


def sheet_line(tool: Tool, sheet: Sheet) -> str:
    """How far a sheet is and when it was changed."""
    held = progress(tool, sheet.answers)
    words = QCoreApplication.translate("Toolkit", "{done} of {total} · {day}")
    return words.format(done=held.answered, total=held.total, day=sheet.changed[:10])
