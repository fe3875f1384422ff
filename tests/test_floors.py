"""Each part imports only what stands below it."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_the_import_rules_of_pyproject_are_kept(capsys) -> None:
    kept = lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS
    assert kept, capsys.readouterr().out
